"""Counting the cells of a workbook as they come, wherever they stand and whatever they name."""

import re
from xml.parsers import expat

from lantoa.intake.limits import MOST_PLACES
from lantoa.intake.refusal import Unreadable

PLACE = re.compile(r"([A-Za-z]{1,7})([0-9]{1,10})")
HOLDS = {"v", "is"}
"""What stands in a cell that is not empty."""


class Places:
    """How far the tables of a workbook reach; each part is a table of its own."""

    def __init__(self) -> None:
        """Begin with no table."""
        self.before = 0
        self.begin()

    def begin(self) -> None:
        """Begin a part."""
        self.row = self.column = self.last_row = self.last_column = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in an element; a row or cell that does not say where it stands follows the last."""
        name = tag.rpartition(":")[2]
        if name == "row":
            said = attributes.get("r", "").strip()
            self.row = int(said) if said.isdecimal() else self.row + 1
            self.column = 0
        elif name == "c":
            self._cell(attributes.get("r", ""))
        elif name in HOLDS and self.column:
            self._reach()

    def _cell(self, said: str) -> None:
        self.column += 1
        if found := PLACE.fullmatch(said.strip()):
            self.column, self.row = column_of(found[1]), int(found[2])

    def _reach(self) -> None:
        """Refuse a table that reaches far outside: it would be read with all between."""
        self.last_row = max(self.last_row, self.row)
        self.last_column = max(self.last_column, self.column)
        if self.before + self.last_row * self.last_column > MOST_PLACES:
            raise Unreadable(
                f"Bảng kéo dài tới hàng {self.last_row}, cột thứ {self.last_column}. "
                "Hãy xóa các hàng, cột thừa ở xa rồi gửi lại."
            )

    def end(self) -> None:
        """End a part."""
        self.before += self.last_row * self.last_column


def column_of(letters: str) -> int:
    """Return at which place a column stands: "A" is 1, "XFD" 16,384."""
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - ord("A") + 1
    return place


def is_xml(part: bytes, places: Places) -> bool:
    """Tell whether a part is XML that declares nothing, and count the cells in it."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = places.start
    parser.StartDoctypeDeclHandler = _refuse_declaring
    places.begin()
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError) as fault:
        if isinstance(fault, Unreadable):
            raise
        return False
    places.end()
    return True


def _refuse_declaring(*_: object) -> None:
    raise Unreadable("Tệp có khai báo lạ (DTD) mà Excel không dùng, nên không đọc.")
