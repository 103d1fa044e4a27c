"""Whatever is done to a file or a text, reading it ends, and ends well.

A few seconds for each kind by default; ten minutes for each where LANTOA_TEST_LONG is set, which
then prints how many cases were tried and how they ended. Every case follows from its number, so
that a failure can be had again.
"""

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from lantoa.intake.apart import GAVE_UP
from lantoa.intake.documents import text_of
from lantoa.intake.refusal import Unreadable
from lantoa.reader.messages import understood
from lantoa.reader.places import Periods, Vocabulary, day_of, measure_for, period_named
from lantoa.reader.places.wording import sentence_around
from lantoa.reading import checks_in, figures_in
from tests.reader import files

LONG = bool(os.environ.get("LANTOA_TEST_LONG"))
SHORTLY, TEN_MINUTES = 2, 10 * 60
SECONDS = TEN_MINUTES if LONG else SHORTLY
"""How long each kind of file, and text, is tried."""
SLOWEST = 20
"""Seconds that one case may take, on a machine that has other work too."""
FEWEST = 3
"""Cases that are tried even where time is over."""
BORNE = ("MemoryError", "ended with -")
"""How the process that reads a file may end early: out of memory, or stopped in code written in C.

Any other end is a Python exception that nobody thought of.
"""
HONEST = {
    "docx": files.word(files.STORY, [["TT", "Số buổi"], ["1", "275"]], "Cất 12 căn nhà."),
    "xlsx": files.sheet([["TT", "Số buổi", "Tỷ lệ"], [1, 275, 0.99], [2, "ba", 4.5]]),
    "pdf": files.pdf(files.STORY, "Mở 275 hội nghị."),
    "html": files.PAGE.encode(),
}
SPOTS = (
    rb"\d+",
    rb'(?<==")[^"]*',
    rb"(?<=>)[^<]+",
    rb"<[\w:]+[^<>]*/>",
    rb"<(\w+)[^<>]*>[^<]*</\1>",
)
"""Numbers, values, words and small elements of XML."""
ODD = (b"0", b"-1", b"99999999999", b"1e400", b"NaN", b"\xc3\xa9", b"A1:XFD1048576", b"&#0;")
PIECES = (
    "hội nghị", "lượt đảng viên", "17.939", "4,5", "%", "(", ")", "trong đó", ":", ";", "\n", "- ",
    "tổng số", "từ", "đến", "/", "năm 2023", "triệu đồng", "tỷ", "gần", "trên", "0", "99", ".", ",",
    "“", "”", "\u0301", "\u200b", "\x00", "vắng 3 có phép", "dự 42/45", "3/10", "xã", "Thoại Sơn",
    "ngày 31 tháng 2 năm 2024", "quý IV/2026", "\U0001f642", "\ud7ff", "²", "٣", "1" * 400,
)  # fmt: skip


def cases() -> Iterator[Random]:
    """Yield sources of chance, each from its own number, until the time is over."""
    end, number = time.monotonic() + SECONDS, 0
    while number < FEWEST or time.monotonic() < end:
        yield Random(number)
        number += 1


def mutated(content: bytes, chance: Random) -> bytes:
    """Return bytes with a few places changed, cut, doubled or filled with noise."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(changed) + 1)
        end = min(len(changed), start + chance.choice((1, 2, 4, 16, 200)))
        changed[start:end] = chance.choice(
            (
                b"",
                chance.randbytes(end - start),
                changed[start:end] * 3,
                b"\xff" * 4,
                b"<",
                b"9" * 9,
            )
        )
    return bytes(changed)


def twisted(content: bytes, chance: Random) -> bytes:
    """Return XML that often stays well-formed: numbers changed, tags swapped, cells doubled."""
    for _ in range(chance.randint(1, 6)):
        found = list(re.finditer(chance.choice(SPOTS), content))
        if not found:
            continue
        one, other = chance.choice(found), chance.choice(found)
        new = chance.choice((*ODD, other[0], one[0] + one[0], b""))
        content = content[: one.start()] + new + content[one.end() :]
    return content


def mutated_inside(content: bytes, chance: Random) -> bytes:
    """Return a packed file one of whose parts is changed, packed again as honest files are."""
    change = chance.choice((mutated, twisted, twisted))
    written = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice([name for name in names if "sheet" in name or "document" in name])
        for name in names:
            part = old.read(name)
            new.writestr(name, change(part, chance) if name == chosen else part)
    return written.getvalue()


@pytest.fixture
def ended(request, capsys):
    """How each case ended; the long run prints it."""
    counted: Counter[str] = Counter()
    yield counted
    if LONG:
        with capsys.disabled():
            told = ", ".join(f"{count} {how}" for how, count in counted.most_common())
            sys.stdout.write(f"\n{request.node.name}: {counted.total()} cases: {told}\n")


@pytest.mark.parametrize("kind", HONEST)
def test_a_mutated_file_is_read_or_refused(kind, ended, caplog):
    for chance in cases():
        packed = kind in {"docx", "xlsx"} and chance.random() < 0.7
        content = (mutated_inside if packed else mutated)(HONEST[kind], chance)
        begun = time.monotonic()
        ended[read_or_refused(kind, content)] += 1
        assert time.monotonic() - begun < SLOWEST
    faults = [each.getMessage() for each in caplog.records]
    assert [each for each in faults if not any(borne in each for borne in BORNE)] == []


def read_or_refused(kind: str, content: bytes) -> str:
    """Read a file and what it says; return how that ended."""
    try:
        text = text_of(f"a.{kind}", content)
    except Unreadable as refusal:
        return "given up" if str(refusal) == GAVE_UP else "refused"
    checks_in(text.content, figures_in(text.content))
    return "read"


def test_any_text_is_read_understood_and_placed(ended):
    for chance in cases():
        text = "".join(
            chance.choice(PIECES) + chance.choice(("", " ")) for _ in range(chance.randint(0, 400))
        )
        begun = time.monotonic()
        understand(text)
        ended["understood"] += 1
        assert time.monotonic() - begun < SLOWEST


def understand(text: str) -> None:
    """Do with a text everything that the pages do."""
    figures = figures_in(text)
    checks_in(text, figures)
    understood(text, today=date(2026, 11, 22))
    day_of(text)
    period_named(text)
    periods = Periods.of(text, figures, day=date(2026, 11, 22))
    for figure in figures:
        measure_for(figure, sentence_around(text, figure), Vocabulary({}))
        periods.of_figure(figure)
