"""A text and where each stretch of it stands in the file that it came from."""

from bisect import bisect_right
from dataclasses import astuple, dataclass, field
from typing import Any, Self

from lantoa.intake.answer import FileContents
from lantoa.intake.limits import MOST_CHARACTERS, MOST_STRETCHES
from lantoa.intake.refusal import Unreadable


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text: from where to where, and its place in the file ("trang 3")."""

    start: int
    end: int
    place: str


@dataclass(frozen=True, slots=True)
class Text:
    """What a file says, its stretches in order, and remarks about what could not be read."""

    content: str
    stretches: tuple[Stretch, ...] = ()
    remarks: tuple[str, ...] = ()

    def place_of(self, offset: int) -> str:
        """Return the place in the file of a code point of the text; empty where it has none."""
        nearest = bisect_right(self.stretches, offset, key=lambda each: each.start) - 1
        return self.stretches[nearest].place if nearest >= 0 else ""

    def answer(self) -> FileContents:
        """Return the text as one process tells it to another."""
        stretches = [astuple(each) for each in self.stretches]
        return FileContents([self.content, stretches, self.remarks])

    @classmethod
    def told(cls, told: Any) -> Self:
        """Return the text that another process told."""
        content, stretches, remarks = told
        return cls(content, tuple(Stretch(*each) for each in stretches), tuple(remarks))


@dataclass(slots=True)
class Writing:
    """A text while it is put together, line by line."""

    pieces: list[str] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, place: str = "") -> None:
        """Add some words; those with a place become a stretch.

        Raises Unreadable where the text becomes longer, or of more pieces, than anybody's report.
        """
        if place and words:
            self.stretches.append(Stretch(self.length, self.length + len(words), place))
        self.pieces.append(words)
        self.length += len(words)
        if self.length > MOST_CHARACTERS or len(self.stretches) > MOST_STRETCHES:
            raise Unreadable("Tài liệu dài quá. Hãy tách thành nhiều tệp nhỏ hơn.")

    def line(self, words: str, place: str) -> None:
        """Add a line; an empty one is a gap between paragraphs."""
        self.add(words, place)
        self.add("\n")

    def finished(self) -> Text:
        """Return the text."""
        return Text("".join(self.pieces), tuple(self.stretches), tuple(self.remarks))
