"""Whatever is done to a file or a text, reading it ends, and ends well.

A few seconds by default; ten minutes where LANTOA_TEST_LONG is set. Every case follows from its
number, so that a failure can be had again.
"""

import os
import time
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from lantoa.reader.messages import understood
from lantoa.reader.places import Ground, Periods, day_of, measure_for, period_named
from lantoa.reader.places.wording import sentence_around
from lantoa.reader.texts import Unreadable, apart, text_of
from lantoa.reader.texts.kinds import Kind
from lantoa.reading import checks_in, figures_in
from tests.reader import files

LONG = bool(os.environ.get("LANTOA_TEST_LONG"))
SECONDS = 120 if LONG else 2
SLOWEST = 20
HONEST = {
    "docx": files.word(files.STORY, [["TT", "Số buổi"], ["1", "275"]], "Cất 12 căn nhà."),
    "xlsx": files.sheet([["TT", "Số buổi", "Tỷ lệ"], [1, 275, 0.99], [2, "ba", 4.5]]),
    "pdf": files.pdf(files.STORY, "Mở 275 hội nghị."),
    "html": files.PAGE.encode(),
}
PIECES = (
    "hội nghị", "lượt đảng viên", "17.939", "4,5", "%", "(", ")", "trong đó", ":", ";", "\n", "- ",
    "tổng số", "từ", "đến", "/", "năm 2023", "triệu đồng", "tỷ", "gần", "trên", "0", "99", ".", ",",
    "“", "”", "\u0301", "\u200b", "\x00", "vắng 3 có phép", "dự 42/45", "3/10", "xã", "Thoại Sơn",
    "ngày 31 tháng 2 năm 2024", "quý IV/2026", "\U0001f642", "\ud7ff", "²", "٣", "1" * 400,
)  # fmt: skip


def cases() -> Iterator[Random]:
    """Yield sources of chance, each from its own number, until the time is over."""
    end, number = time.monotonic() + SECONDS, 0
    while number < 3 or time.monotonic() < end:
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


def mutated_inside(content: bytes, chance: Random) -> bytes:
    """Return a packed file one of whose parts is mutated, packed again as honest files are."""
    written = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice([name for name in names if "sheet" in name or "document" in name])
        for name in names:
            part = old.read(name)
            new.writestr(name, mutated(part, chance) if name == chosen else part)
    return written.getvalue()


@pytest.mark.parametrize("kind", HONEST)
def test_a_mutated_file_is_read_or_refused(kind):
    for chance in cases():
        packed = kind in {"docx", "xlsx"} and chance.random() < 0.7
        content = (mutated_inside if packed else mutated)(HONEST[kind], chance)
        begun = time.monotonic()
        try:
            text = text_of(f"a.{kind}", content)
        except Unreadable:
            ended = apart.ended(Kind(kind), content)
            assert b"Traceback" not in ended.stderr or b"MemoryError" in ended.stderr
        else:
            checks_in(text.content, figures_in(text.content))
        assert time.monotonic() - begun < SLOWEST


def test_any_text_is_read_understood_and_placed():
    for chance in cases():
        text = "".join(
            chance.choice(PIECES) + chance.choice(("", " ")) for _ in range(chance.randint(0, 400))
        )
        begun = time.monotonic()
        figures = figures_in(text)
        checks_in(text, figures)
        understood(text, today=date(2026, 11, 22))
        day_of(text)
        period_named(text)
        periods = Periods.of(text, figures, day=date(2026, 11, 22))
        for figure in figures:
            measure_for(figure, sentence_around(text, figure), Ground({}))
            periods.of_figure(figure)
        assert time.monotonic() - begun < SLOWEST
