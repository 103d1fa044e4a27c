"""A finished report in words: what stands on the paper, before anybody decides how it looks.

Every text is Vietnamese, final and on one line; nothing here computes a figure. Whoever builds a
Document writes the sentences; `word` and `excel` only set them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from lantoa.paper import Paragraph, Paragraphs, Table

# Lettered points skip f, j, w and z, as Party and State documents do.
LETTERS = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True)
class Section:
    """A numbered heading with its paragraphs and the sections inside it, at most three deep.

    `heading` comes without its number: I, 1 and a are counted by `numbered`.
    """

    heading: str
    paragraphs: Paragraphs = ()
    parts: tuple["Section", ...] = ()


@dataclass(frozen=True)
class Heading:
    """A heading with the number it got; `level` is 1 for I, 2 for 1 and 3 for a."""

    level: int
    number: str
    text: str


@dataclass(frozen=True)
class Issuer:
    """Who issues, in capitals: "ĐẢNG BỘ TỈNH AN GIANG" above "HUYỆN ỦY THOẠI SƠN"."""

    superior: str
    committee: str


@dataclass(frozen=True)
class Signature:
    """Who signs: for whom ("T/M BAN THƯỜNG VỤ"), as what ("BÍ THƯ"), and the name if known."""

    authority: str
    post: str
    name: str = ""


@dataclass(frozen=True)
class Document:
    """A report ready to be set on paper.

    `number` stays empty when the clerk gives it later; `symbol` is "BC/HU". `marks` are shown on
    every page and sheet ("SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"). `attached_to` is the line under the
    title of each annex; `provenance` tells how the figures were counted and ends the document.
    """

    issuer: Issuer
    symbol: str
    place: str
    day: date
    subject: str
    signature: Signature
    kind: str = "BÁO CÁO"
    number: str = ""
    opening: Paragraphs = ()
    sections: tuple[Section, ...] = ()
    annexes: tuple[Table, ...] = ()
    recipients: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    attached_to: str = ""
    provenance: str = ""

    @property
    def place_and_day(self) -> str:
        """Return "Thoại Sơn, ngày 05 tháng 7 năm 2024".

        Days under 10 and the months 1 and 2 take a leading nought, so that nobody can put a
        figure before them.
        """
        month = f"{self.day.month:02d}" if self.day.month < 3 else f"{self.day.month}"
        return f"{self.place}, ngày {self.day.day:02d} tháng {month} năm {self.day.year}"

    @property
    def labelled_annexes(self) -> tuple[tuple[str, Table], ...]:
        """Return the annexes with their labels; a single one bears no number."""
        if len(self.annexes) == 1:
            return (("PHỤ LỤC", self.annexes[0]),)
        return tuple((f"PHỤ LỤC {i}", annex) for i, annex in enumerate(self.annexes, start=1))


def numbered(sections: tuple[Section, ...], level: int = 1) -> Iterator[Heading | Paragraph]:
    """Yield headings with their numbers and paragraphs, in the order of reading."""
    for number, section in zip(numbers(level), sections, strict=False):
        yield Heading(level, number, section.heading)
        yield from section.paragraphs
        yield from numbered(section.parts, level + 1)


def numbers(level: int) -> Iterator[str]:
    """Yield the numbers of headings: I, II at level 1; 1, 2 at level 2; a, b at level 3."""
    if level == 1:
        return map(roman, count(1))
    if level == 2:
        return map(str, count(1))
    return (letter * times for times in count(1) for letter in LETTERS)


def roman(number: int) -> str:
    """Write a number up to 39 in Roman numerals."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
