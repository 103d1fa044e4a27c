"""Pages and outputs as plain lines, and the golden texts that they are held against."""

import json
import os
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.text.paragraph import Paragraph
from lxml import html
from python_calamine import load_workbook

GOLDEN = Path(__file__).parent / "golden"
MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "}
BLOCKS = MARKS.keys() | {
    "main", "section", "div", "p", "ul", "ol", "dl", "dt", "dd", "table", "caption", "tr",
    "details", "summary", "figure", "figcaption", "header", "footer", "article",
}  # fmt: skip
LEFT_OUT = {"form", "nav", "svg", "script", "style", "button"}
OFFERED = {"noprint", "period"}
"""What a page offers to do, and what it draws: pictures have their figures in words beside."""


def lines_of_page(content: bytes) -> list[str]:
    """Return what a page says in its middle, in order: a line a block, cells with bars between."""
    document = html.fromstring(content.decode())
    said = "".join(_pieces(document.find(".//main")))
    return [" ".join(line.split()) for line in said.splitlines() if line.strip(" |-#")]


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    if element.tag in LEFT_OUT or OFFERED & set(element.classes):
        return
    block = element.tag in BLOCKS
    yield "\n" + MARKS.get(element.tag, "") if block else ""
    yield (element.text or "").replace("\n", " ")
    for child in element:
        yield from _pieces(child) if isinstance(child.tag, str) else ()
        yield (child.tail or "").replace("\n", " ")
    yield "\n" if block else " | " if element.tag in {"td", "th"} else " "


def lines_of_word(content: bytes) -> list[str]:
    """Return the paragraphs and the rows of tables of a Word file, in order."""
    said = []
    for part in Document(BytesIO(content)).iter_inner_content():
        if isinstance(part, Paragraph):
            said.append(part.text)
        else:
            said += [" | ".join(cell.text for cell in row.cells) for row in part.rows]
    return [line for text in said if (line := " ".join(text.split()))]


def lines_of_book(content: bytes) -> list[str]:
    """Return the sheets of a workbook: the name of each, then its rows that say something."""
    book = load_workbook(BytesIO(content))
    said = []
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        said += [f"## {name}", *(" | ".join(map(str, row)) for row in rows if any(row))]
    return [" ".join(line.split()) for line in said]


def lines_of_json(text: str) -> list[str]:
    """Return an answer in JSON with one line for each part of its parts."""
    return [
        f"{name}{at} {json.dumps(value, ensure_ascii=False)}"
        for name, part in json.loads(text).items()
        for at, value in _parts(part)
    ]


def _parts(part: object) -> list[tuple[str, object]]:
    if isinstance(part, dict):
        return [(f".{name}", value) for name, value in part.items()]
    return [("[]", each) for each in part] if isinstance(part, list) else [("", part)]


def is_golden(name: str, lines: Iterable[str]) -> bool:
    """Hold lines against a golden text; LANTOA_TEST_GOLDEN=write puts them in its place first.

    They differ line by line in what pytest prints.
    """
    kept, found = GOLDEN / name, [line.rstrip() for line in lines]
    if os.environ.get("LANTOA_TEST_GOLDEN") == "write":
        kept.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8").splitlines()
    return True
