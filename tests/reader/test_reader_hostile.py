"""Files made to break whoever opens them are refused within bounds of time and memory."""

import os
import resource
import subprocess
import time

import pytest

from lantoa.reader.texts import Unreadable, apart, limits, text_of
from lantoa.reader.texts.kinds import Kind
from tests.reader import files

LAUGHS = (
    "<!DOCTYPE w [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
WORDS = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
FLAT = files.packed({"word/document.xml": b" " * (limits.LARGEST_PART + 1)})


def nested(tag: str, depth: int) -> str:
    return f"<{tag}>" * depth + "1 căn nhà" + f"</{tag}>" * depth


HOSTILE = {
    "large part": ("a.docx", FLAT, "nén quá chặt"),
    "dense part": (
        "a.docx",
        files.packed({"word/document.xml": b" " * (32 * 1024 * 1024)}),
        "nén quá chặt",
    ),
    "many parts": ("a.xlsx", files.packed({f"{n}.xml": b"a" for n in range(2500)}), "nén quá chặt"),
    "entities": ("a.docx", files.word_of_xml(WORDS.format("&i;"), head=LAUGHS), "hỏng"),
    "entity outside": (
        "a.docx",
        files.word_of_xml(WORDS.format("&a;"), head=OUTSIDE),
        "khai báo lạ",
    ),
    "deep word": ("a.docx", files.word_of_xml(nested("w:sdt", 5000)), "hỏng"),
    "deep page": ("a.html", nested("div", 100_000).encode(), "lồng quá"),
    "deep table": ("a.html", ("<table><tr><td>" * 20_000).encode(), "lồng quá"),
    "far cell": ("a.xlsx", files.far_cell(), "quá nặng"),
    "many pages": ("a.pdf", files.pdf(*["x"] * (limits.MOST_PAGES + 1)), "chỉ đọc đến 500 trang"),
    "long page": ("a.pdf", files.pdf_bomb(), "quá nặng"),
    "too large": ("a.txt", b"a" * (limits.LARGEST_FILE + 1), "lớn hơn 16 MB"),
}


@pytest.mark.parametrize("sort", HOSTILE)
def test_a_hostile_file_is_refused_within_its_time(sort):
    name, content, words = HOSTILE[sort]
    begun = time.monotonic()

    with pytest.raises(Unreadable, match=words):
        text_of(name, content)

    assert time.monotonic() - begun < limits.SECONDS + 5


def test_the_process_that_reads_a_file_stays_within_its_memory():
    with pytest.raises(Unreadable):
        text_of(*HOSTILE["far cell"][:2])

    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    assert largest <= limits.MEMORY


def test_a_bomb_costs_the_process_that_serves_pages_nothing():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(Unreadable):
        text_of(*HOSTILE["entities"][:2])

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


def test_scripts_of_a_page_are_neither_run_nor_read():
    page = "<html><body><p>Mở 12 hội nghị.</p><script>alert(99)</script></body></html>"

    assert text_of("a.html", page.encode()).content == "Mở 12 hội nghị.\n"


def test_the_process_that_reads_a_file_knows_no_setting_of_ours(monkeypatch):
    monkeypatch.setenv("LANTOA_SECRET", "bí mật")
    seen = {}

    def look(command, **more):
        seen.update(more["env"])
        return subprocess.CompletedProcess(command, 1, b"", b"")

    monkeypatch.setattr(subprocess, "run", look)
    with pytest.raises(Unreadable, match="hỏng hoặc quá nặng"):
        apart.read(Kind.WORD, b"PK")

    assert "LANTOA_SECRET" in os.environ
    assert set(seen) == {"PYTHONPATH", "PYTHONUTF8"}


def test_a_process_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.001)

    with pytest.raises(Unreadable, match="quá lâu"):
        text_of("a.docx", files.word("Mở 12 hội nghị"))
