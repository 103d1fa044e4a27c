"""A copy that is not what it claims is refused in plain words, and nothing is left behind."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.management import CommandError, call_command

from lantoa.keeping.operations.erased import BESIDE
from lantoa.keeping.operations.signing import own_key, signed
from tests import build
from tests.keeping import installation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("key")]
Contents = dict[str, bytes]


def rewrite(copy: Path, change: Callable[[Contents], object]) -> None:
    """Write a copy again with other contents."""
    with ZipFile(copy) as zipped:
        contents = {name: zipped.read(name) for name in zipped.namelist()}
    change(contents)
    with ZipFile(copy, "w", ZIP_DEFLATED) as zipped:
        for name, content in contents.items():
            zipped.writestr(name, content)


def rewrite_signed(copy: Path, change: Callable[[Contents], object]) -> None:
    """Write a copy again with other contents, as who holds the key of the installation could."""
    rewrite(copy, change)
    rewrite(copy, sign_anew)


def sign_anew(contents: Contents) -> None:
    if manifest := contents.get("manifest.json"):
        contents["signature.json"] = signed(manifest, by=own_key()).as_text().encode()


def sum_anew(contents: Contents) -> None:
    """Write sums, sizes and counts that fit, as one who tampers with care would."""
    manifest = json.loads(contents["manifest.json"])
    for part in manifest["tables"] + manifest["files"]:
        held = contents[part["name"]]
        part |= {"bytes": len(held), "sha256": hashlib.sha256(held).hexdigest()}
        if part["rows"] is not None:
            part["rows"] = held.count(b"\n")
    contents["manifest.json"] = json.dumps(manifest).encode()


def tell(contents: Contents, **told: object) -> None:
    """Change what the manifest tells."""
    manifest = json.loads(contents["manifest.json"]) | told
    contents["manifest.json"] = json.dumps(manifest).encode()


def change_a_row(contents: Contents) -> None:
    name = "tables/units.name.jsonl"
    contents[name] = contents[name].replace("Chi bộ ấp 0".encode(), "Chi bộ ấp 9".encode(), 1)


def lose_a_part(contents: Contents) -> None:
    del contents["tables/meetings.meeting.jsonl"]


def lose_a_table(contents: Contents) -> None:
    lose_a_part(contents)
    tables = json.loads(contents["manifest.json"])["tables"]
    tell(contents, tables=[t for t in tables if t["name"] != "tables/meetings.meeting.jsonl"])


def change_the_trail(contents: Contents) -> None:
    name = "tables/trail.entry.jsonl"
    contents[name] = contents[name].replace(b'"acts.draft"', b'"acts.redraft"', 1)
    sum_anew(contents)


def lose_the_last_line(contents: Contents) -> None:
    name = "tables/trail.entry.jsonl"
    contents[name] = b"".join(contents[name].splitlines(keepends=True)[:-1])
    sum_anew(contents)


def change_a_proof(contents: Contents) -> None:
    [name] = [name for name in contents if name.startswith("proofs/")]
    contents[name] = contents[name][:-1] + b"x"
    sum_anew(contents)


def lose_a_unit(contents: Contents) -> None:
    name = "tables/units.unit.jsonl"
    contents[name] = b"".join(contents[name].splitlines(keepends=True)[1:])
    sum_anew(contents)


def break_a_row(contents: Contents) -> None:
    name = "tables/posts.post.jsonl"
    contents[name] = contents[name].replace(b'"since"', b'"sinse"', 1)
    sum_anew(contents)


def lead_outside(contents: Contents) -> None:
    contents["../../ngoai.txt"] = b"x"


def lead_outside_from_the_root(contents: Contents) -> None:
    contents["/tmp/ngoai.txt"] = b"x"


def add_a_part(contents: Contents) -> None:
    contents["la.txt"] = b"x"


def add_a_file_elsewhere(contents: Contents) -> None:
    contents["static/la.js"] = b"x"
    part = {"name": "static/la.js", "bytes": 1, "sha256": hashlib.sha256(b"x").hexdigest()}
    tell(contents, files=[*json.loads(contents["manifest.json"])["files"], part])


def swell(contents: Contents) -> None:
    contents["layouts/mau.docx"] = bytes(60_000_000)
    sum_anew(contents)


def come_from_the_future(contents: Contents) -> None:
    told = json.loads(contents["manifest.json"])["migrations"]
    tell(contents, migrations=[*told, "units.0999_of_tomorrow"])


def come_from_the_past(contents: Contents) -> None:
    tell(contents, migrations=json.loads(contents["manifest.json"])["migrations"][:-1])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (change_a_row, "“tables/units.name.jsonl” của tệp sao lưu đã bị sửa hoặc hỏng"),
        (lose_a_part, "thiếu phần “tables/meetings.meeting.jsonl”"),
        (lose_a_table, "thiếu phần “tables/meetings.meeting.jsonl”"),
        (
            change_the_trail,
            r"Nhật ký trong tệp sao lưu hỏng: Quyển \S+: dòng số \d+ \(acts\.redraft\) đã bị sửa",
        ),
        (lose_the_last_line, r"Nhật ký trong tệp sao lưu hỏng: Quyển \S+: thiếu dòng cuối"),
        (change_a_proof, "Thiếu tệp minh chứng proofs/"),
        (lose_a_unit, "Cơ sở dữ liệu không nhận số liệu"),
        (break_a_row, "Bảng posts.post trong tệp sao lưu có hàng không đọc được"),
        (lead_outside, "tên “../../ngoai.txt” dẫn ra ngoài"),
        (lead_outside_from_the_root, "tên “/tmp/ngoai.txt” dẫn ra ngoài"),
        (add_a_part, "phần lạ “la.txt”"),
        (add_a_file_elsewhere, "phần lạ “static/la.js”"),
        (swell, "bung ra lớn bất thường"),
        (come_from_the_future, "phiên bản mới hơn ghi .*units.0999_of_tomorrow"),
        (come_from_the_past, "phiên bản cũ hơn ghi"),
        (lambda contents: contents.pop("manifest.json"), "không có bảng kê"),
        (lambda contents: contents.update({"manifest.json": b"[]"}), "Không đọc được bảng kê"),
        (lambda contents: tell(contents, format=2), "định dạng 2"),
        (lambda contents: tell(contents, tables="x"), "Không đọc được bảng kê"),
    ],
)
def test_a_copy_that_is_not_what_it_claims_is_refused(copy, tmp_path, change, words):
    rewrite_signed(copy, change)

    with pytest.raises(CommandError, match=words):
        call_command("restore", copy)

    assert not any(installation.every_row().values())
    assert {path.name for path in tmp_path.iterdir()} == {copy.name, BESIDE}


@pytest.mark.parametrize("change", [change_a_row, change_the_trail, lose_a_part, lead_outside])
def test_a_check_refuses_what_bringing_back_would_refuse(copy, change):
    call_command("backup", copy, check=True)
    rewrite_signed(copy, change)

    with pytest.raises(CommandError):
        call_command("backup", copy, check=True)


def test_a_byte_gone_wrong_on_a_disk_is_noticed(copy):
    held = bytearray(copy.read_bytes())
    held[len(held) // 3] ^= 0xFF
    copy.write_bytes(held)

    with pytest.raises(CommandError, match="hỏng"):
        call_command("restore", copy)

    assert not any(installation.every_row().values())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.4 not a copy"])
def test_another_file_is_not_taken_for_a_copy(tmp_path, content):
    file = tmp_path / "la.zip"
    file.write_bytes(content)

    with pytest.raises(CommandError, match=r"“la\.zip” không phải tệp sao lưu"):
        call_command("restore", file)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"Không có tệp .*mat\.zip"):
        call_command("restore", tmp_path / "mat.zip")


@pytest.mark.parametrize("held", [build.root, build.person])
def test_a_database_in_use_is_left_as_it_is(copy, held):
    held()
    before = installation.every_row()

    with pytest.raises(CommandError, match="đã có số liệu"):
        call_command("restore", copy)

    assert installation.every_row() == before
    assert installation.every_file() == {}


def test_a_layout_already_there_is_not_overwritten(copy, tmp_path):
    layout = tmp_path / "layouts" / "mau.docx"
    layout.parent.mkdir()
    layout.write_bytes(b"another layout")

    with pytest.raises(CommandError, match="Đã có tệp khác"):
        call_command("restore", copy)

    assert installation.every_file() == {"layouts/mau.docx": b"another layout"}
    assert not any(installation.every_row().values())
