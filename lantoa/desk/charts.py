"""Where the bars and columns of a chart stand, worked out so that templates only draw.

Lengths are in units of the drawing: sixteen to the height of the page's letters, so that a chart
grows with the text. A value nobody knows has no length and is never drawn as zero.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from textwrap import wrap

from lantoa.figures.writing import UNKNOWN, write_number

Row = tuple[str, int | None, str]
Write = Callable[[int | None], str]

UNIT = 16  # drawing units to one em
LETTER = 7.5  # the widest a digit gets at the size of the labels
SLOT = 44.0  # the least room for a column and the gap beside it
FILLED = 0.62  # how much of its room a column fills
PLOT = 176.0  # height of the tallest place for a column
BAND = 20.0  # height of one line of labels
STEPS = 4  # at most this many steps on the axis
HALF = 28  # ems in half a page on a desk
PHONE = 330.0  # width of a drawing that a phone shows whole; a longer name goes on another line


@dataclass(frozen=True)
class Bar:
    """One bar that lies down: `share` is 0 to 100 of the longest one, None where unknown."""

    label: str
    value_text: str
    share: float | None
    url: str


@dataclass(frozen=True)
class UprightBar:
    """One column that stands on the base line; `known` is False where nobody gave a number."""

    label: str
    value_text: str
    url: str
    known: bool
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Return where its labels are centred."""
        return round(self.x + self.width / 2, 1)

    @property
    def value_y(self) -> float:
        """Return the foot of the letters above the column."""
        return round(self.y - 6, 1)


@dataclass(frozen=True)
class Tick:
    """One line across the chart with the number it stands for."""

    y: float
    text: str


@dataclass(frozen=True)
class Words:
    """One line of a name: where its letters begin, and their foot."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Break:
    """A dotted line where the organisation changed; its name is written in bands above."""

    x: float
    label: str
    lines: Sequence[Words]

    @property
    def top(self) -> float:
        """Return where the dotted line begins: under its name, which it must not strike through."""
        return self.lines[-1].y


@dataclass(frozen=True)
class Columns:
    """A chart over time: columns on one base line, the lines behind them and the breaks."""

    columns: Sequence[UprightBar]
    ticks: Sequence[Tick]
    breaks: Sequence[Break]
    left: float
    top: float
    base: float
    width: float

    @property
    def height(self) -> float:
        """Return the height of the whole drawing, labels included."""
        return self.base + 1.4 * BAND

    @property
    def label_y(self) -> float:
        """Return the foot of the letters under the base line."""
        return self.base + BAND

    @property
    def ems(self) -> float:
        """Return the width in ems, for a drawing that grows with the text."""
        return round(self.width / UNIT, 2)

    @property
    def is_wide(self) -> bool:
        """Tell whether half a page on a desk would cut it."""
        return self.ems > HALF


def bars(rows: Sequence[Row], *, write: Write = write_number) -> list[Bar]:
    """Return a bar for each (label, value, url), measured against the largest value.

    A value of zero or below has no length and keeps its number.
    """
    largest = max((value for _, value, _ in rows if value is not None), default=0)
    return [Bar(label, write(value), share(value, of=largest), url) for label, value, url in rows]


def share(value: int | None, *, of: int) -> float | None:
    """Return how many hundredths of `of` a value is, with one decimal; None stays unknown."""
    if value is None:
        return None
    return round(100 * value / of, 1) if value > 0 else 0.0


def columns(
    rows: Sequence[Row],
    *,
    write: Write = write_number,
    breaks: Sequence[tuple[int, str]] = (),
) -> Columns:
    """Return a column for each (label, value, url) in the order of time.

    `breaks` name what changed before the column with that index: (6, "Sắp xếp 1/7/2025").
    """
    marks = axis(max((value for _, value, _ in rows if value is not None), default=0))
    left = LETTER * max(len(write(mark)) for mark in marks) + 10
    slot = room(rows, write=write)
    names = max((LETTER * len(name) + 8 for _, name in breaks), default=0.0)
    width = max(left + slot * len(rows) + 8, min(names, PHONE))
    signs = int((width - 8) / LETTER)
    named = [(at, name, wrap(name, signs)) for at, name in breaks]
    top = BAND * (sum(len(lines) for *_, lines in named) + 1)
    stand = Stand(left=left, slot=slot, base=top + PLOT, highest=marks[-1])
    return Columns(
        columns=[stand.column(at, row, write=write) for at, row in enumerate(rows)],
        ticks=[Tick(stand.y(mark), write(mark)) for mark in marks],
        breaks=list(stand.marks(named, width=width)),
        left=round(left, 1),
        top=top,
        base=stand.base,
        width=round(width, 1),
    )


@dataclass(frozen=True)
class Stand:
    """The ground that columns stand on: where it begins, how wide a place is, what it can show."""

    left: float
    slot: float
    base: float
    highest: int

    def y(self, value: int) -> float:
        """Return the height at which a value lies, counted from the top of the drawing."""
        return round(self.base - PLOT * value / self.highest, 1)

    def column(self, at: int, row: Row, *, write: Write) -> UprightBar:
        """Return the column for one row; an unknown one keeps its place, half as high."""
        label, value, url = row
        y = self.y(max(value, 0)) if value is not None else self.base - PLOT / 2
        width = round(self.slot * FILLED, 1)
        x = round(self.left + self.slot * at + (self.slot - width) / 2, 1)
        height = round(self.base - y, 1)
        return UprightBar(label, write(value), url, value is not None, x, y, width, height)

    def marks(
        self, named: Sequence[tuple[int, str, Sequence[str]]], *, width: float
    ) -> Iterator[Break]:
        """Yield the dotted lines before columns, each name in lines kept inside the drawing."""
        feet = count(BAND - 5, BAND)
        for at, name, lines in named:
            x = round(self.left + self.slot * at, 1)
            latest = max(0.0, width - LETTER * max(len(line) for line in lines) - 4)
            start = round(min(x + 5, latest), 1)
            yield Break(x, name, [Words(line, start, next(feet)) for line in lines])


def room(rows: Sequence[Row], *, write: Write) -> float:
    """Return the width of one place: enough for the longest label or value above a column."""
    texts = [text for label, value, _ in rows for text in (label, write(value))]
    longest = max((len(text) for text in texts if text != UNKNOWN), default=0)
    return max(SLOT, LETTER * longest + 8)


def axis(largest: int) -> list[int]:
    """Return round marks from zero up to the first that is not below the largest value."""
    step = next(step for step in round_steps() if step * STEPS >= largest)
    last = max(1, -(-largest // step))
    return [step * mark for mark in range(last + 1)]


def round_steps() -> Iterator[int]:
    """Yield 1, 2, 5, 10, 20, 50 and so on."""
    return (digit * 10**power for power in count() for digit in (1, 2, 5))
