"""Word documents: paragraphs, tables and footnotes in their order; what was deleted is not read."""

import re
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from lantoa.intake.answer import FileContents
from lantoa.intake.refusal import Unreadable
from lantoa.intake.texts.archive import parsed, part_of, parts_of
from lantoa.intake.texts.table import write_table
from lantoa.intake.texts.text import Text, Writing

MAIN = re.compile(r"word/document\d*\.xml")
NOTES = "word/footnotes.xml"
UNREAD = frozenset(
    ("del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr", "tblPr", "fldData")
)
"""Deleted words, and a second copy of drawings for old programs."""
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "p": "\n"}


def opened(content: bytes) -> FileContents:
    """Return the text of a file, ready to be sent."""
    return read(content).answer()


def read(content: bytes) -> Text:
    """Return the text of a .docx with paragraph and table cell of each stretch."""
    archive = parts_of(content)
    body = parsed(part_of(archive, _main_part(archive)))
    writing = Writing()
    _write_blocks(writing, body)
    if NOTES in archive.namelist():
        _write_notes(writing, parsed(part_of(archive, NOTES)))
    if not "".join(writing.pieces).strip():
        raise Unreadable("Tệp Word không có chữ nào (có thể chỉ có ảnh quét). Hãy gửi bản gõ chữ.")
    return writing.finished()


def _main_part(archive: ZipFile) -> str:
    """Return the name of the part that holds the text."""
    found = sorted(name for name in archive.namelist() if MAIN.fullmatch(name))
    if not found:
        raise Unreadable("Trong tệp không có văn bản Word. Hãy mở bằng Word, lưu lại rồi gửi.")
    return found[0]


def _local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _write_blocks(writing: Writing, root: etree._Element) -> None:
    """Add paragraphs and tables in their order."""
    paragraphs = tables = 0
    for block in _blocks(root):
        if _local(block) == "tbl":
            tables += 1
            _write_table(writing, block, tables)
            continue
        words = _words(block).strip("\n")
        if words.strip():
            paragraphs += 1
            writing.line(words, f"đoạn {paragraphs}")


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables, looking into content controls and inserted stretches."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = _local(element)
        if name in {"p", "tbl"}:
            yield element
        elif name not in UNREAD:
            waiting.extend(reversed(list(element)))


def _words(element: etree._Element) -> str:
    """Return the words of an element in the order of reading; an inner paragraph is a line."""
    pieces: list[str] = []
    waiting = list(reversed(list(element)))
    while waiting:
        inner = waiting.pop()
        name = _local(inner)
        if name in UNREAD:
            continue
        if name == "t":
            pieces.append(inner.text or "")
        elif name in SIGNS:
            pieces.append(SIGNS[name])
        waiting.extend(reversed(list(inner)))
    return "".join(pieces)


def _write_table(writing: Writing, table: etree._Element, number: int) -> None:
    """Add a table, or its cells as lines where it is only there to place words on the paper."""
    rows = _rows(table)
    write_table(
        writing, rows, lambda row, column: f"bảng {number}, dòng {row + 1}, cột {column + 1}"
    )


def _rows(table: etree._Element) -> list[list[str]]:
    """Return the cells of a table; one merged over several columns or rows stands in each."""
    rows: list[list[str]] = []
    for row in _inside(table, "tr"):
        cells: list[str] = []
        for cell in _inside(row, "tc"):
            words = " ".join(_words(cell).split())
            above = rows[-1][len(cells)] if rows and len(cells) < len(rows[-1]) else ""
            words = above if _goes_on(cell) and len(rows) < 3 else words
            cells += [words] * min(_width(cell), 64)
        rows.append(cells)
    return rows


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield rows of a table or cells of a row, not those of tables inside them."""
    waiting = list(reversed(list(element)))
    while waiting:
        inner = waiting.pop()
        if _local(inner) == name:
            yield inner
        elif _local(inner) in {"sdt", "sdtContent", "ins", "customXml"}:
            waiting.extend(reversed(list(inner)))


def _property(cell: etree._Element, name: str) -> etree._Element | None:
    """Return a property of a cell."""
    held = (inner for each in cell if _local(each) == "tcPr" for inner in each)
    return next((each for each in held if _local(each) == name), None)


def _attribute(element: etree._Element) -> str:
    """Return what a property says, without the namespace of the attribute."""
    values = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    return values.get("val", "")


def _width(cell: etree._Element) -> int:
    """Return over how many columns a cell reaches."""
    span = _property(cell, "gridSpan")
    said = _attribute(span) if span is not None else ""
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 4 else 1


def _goes_on(cell: etree._Element) -> bool:
    """Tell whether a cell is merged with the one above it."""
    merged = _property(cell, "vMerge")
    return merged is not None and _attribute(merged) != "restart"


def _write_notes(writing: Writing, root: etree._Element) -> None:
    """Add the footnotes behind the text."""
    notes = (each for each in root if _local(each) == "footnote")
    for number, note in enumerate(notes, start=1):
        words = " ".join(_words(note).split())
        if words:
            writing.line(words, f"chú thích {number}")
