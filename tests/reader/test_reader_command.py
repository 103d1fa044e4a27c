"""The command `lantoa read`: figures and checks of one document, or of a folder of them."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.reader import files


def run(*words: object) -> str:
    out = StringIO()
    call_command("read", *map(str, words), stdout=out)
    return out.getvalue()


def test_it_prints_what_fails_first(tmp_path):
    (tmp_path / "bai.txt").write_text(files.STORY, encoding="utf-8")

    lines = run(tmp_path / "bai.txt").splitlines()

    assert lines[0] == "6 số liệu, 1 phép tính, 1 không khớp"
    assert lines[1].startswith("KHÔNG KHỚP: “17.939 lượt đảng viên”: các phần cộng lại 17.489")


def test_offsets_of_a_txt_are_those_of_the_file(tmp_path):
    text = "\ufeffĐầu.\r\n\r\n" + files.STORY
    (tmp_path / "bai.txt").write_bytes(text.encode())

    read = json.loads(run(tmp_path / "bai.txt", "--json"))

    assert read["document"] == "bai"
    assert [text[f["start"] : f["end"]] for f in read["figures"]] == [
        f["text"] for f in read["figures"]
    ]
    assert read["checks"][0]["holds"] is False


def test_offsets_of_other_files_are_those_of_the_text_it_writes(tmp_path):
    (tmp_path / "bai.docx").write_bytes(files.word("Mở 275 hội nghị.", files.STORY))

    read = json.loads(run(tmp_path / "bai.docx", "--json", "--text", tmp_path / "ra" / "chu.txt"))

    with (tmp_path / "ra/chu.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    first = read["figures"][0]
    assert text[first["start"] : first["end"]] == "275 hội nghị"
    assert first["place"] == "đoạn 1"


def test_a_folder_is_read_whole_with_progress(tmp_path):
    folder, out = tmp_path / "vao", tmp_path / "ra"
    folder.mkdir()
    (folder / "a.txt").write_text(files.STORY, encoding="utf-8")
    (folder / "b.html").write_text(files.PAGE, encoding="utf-8")
    (folder / "b.txt").write_text("Cất 3 căn nhà.", encoding="utf-8")
    (folder / "c.json").write_text("{}", encoding="utf-8")

    said = run("--folder", folder, "--out", out, "--text", out / "chu")

    assert "[1/3] a.txt: 6 số liệu" in said
    assert sorted(each.name for each in out.glob("*.json")) == [
        "a.json",
        "b.html.json",
        "b.txt.json",
    ]
    assert (out / "chu/b.txt.txt").read_text(encoding="utf-8") == "Cất 3 căn nhà."


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(tmp_path):
    (tmp_path / "a.pdf").write_bytes(files.scan())
    (tmp_path / "b.txt").write_text("Cất 3 căn nhà.", encoding="utf-8")

    with pytest.raises(CommandError, match="1 tệp không đọc được"):
        run("--folder", tmp_path, "--out", tmp_path / "ra")

    assert (tmp_path / "ra/b.json").exists()


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ((), "Hãy cho biết tệp"),
        (("khong-co.txt",), "Không mở được tệp"),
        (("--folder", "khong-co", "--out", "ra"), "thư mục có thật"),
    ],
)
def test_it_says_what_it_lacks(words, refusal):
    with pytest.raises(CommandError, match=refusal):
        run(*words)
