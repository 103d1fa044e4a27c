"""Files made to break whoever opens them, each with the words that refuse it and its bounds.

The bounds are some four times what was measured in November 2026 on two busy cores; what only the
limit of memory stops (757 to 759 MB measured) stands under that limit.
"""

import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lantoa.intake import limits
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
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FIRST_SHEET, SHARED = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
ALL_MEMORY = limits.FILE.memory / 1024 / 1024


@dataclass(frozen=True)
class Hostile:
    """A file, the words that refuse it, and what reading it may take."""

    name: str
    content: bytes
    words: str
    seconds: float = 2
    """Measured: 0.1 to 0.5."""
    megabytes: float = 64
    """Measured: 25 to 29, which is what the process takes for nothing."""


def nested(tag: str, depth: int) -> str:
    return f"<{tag}>" * depth + "1 căn nhà" + f"</{tag}>" * depth


def workbook(**parts: str) -> bytes:
    """Return a .xlsx some of whose parts are given: `sheet` or `shared`."""
    given = {{"sheet": FIRST_SHEET, "shared": SHARED}[name]: text for name, text in parts.items()}
    written = BytesIO()
    with (
        ZipFile(BytesIO(files.sheet([["TT", "Số"], [1, 2]]))) as honest,
        ZipFile(written, "w", ZIP_DEFLATED) as made,
    ):
        for name in honest.namelist():
            made.writestr(name, given.get(name, honest.read(name)))
    return written.getvalue()


def sheet_of(rows: str, head: str = "") -> str:
    return f'{head}<worksheet xmlns="{SPACE}"><sheetData>{rows}</sheetData></worksheet>'


def drawn(content: bytes, *more: bytes, named: bytes = b"", filters: bytes = b"") -> bytes:
    """Return a PDF of one page that draws something, with more objects behind it."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 800] /Contents 4 0 R "
        b"/Resources << /XObject << %b >> >> >>" % named
    )
    head = b"<< /Length %d %b >>" % (len(content), filters)
    return files.assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            b"%b\nstream\n%b\nendstream" % (head, content),
            *more,
        ]
    )


def form(content: bytes, below: int) -> bytes:
    """Return a drawing that may draw another."""
    return (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A %d 0 R >> "
        b">> /Length %d >>\nstream\n%b\nendstream" % (below, len(content), content)
    )


def laughing_pdf() -> bytes:
    """Return a PDF whose drawing draws another ten times, and so on, nine deep."""
    ten = b"/A Do " * 10
    return drawn(ten, *(form(ten, number + 1) for number in range(5, 14)), named=b"/A 5 0 R")


def twice_packed_pdf() -> bytes:
    """Return a PDF of a few kilobytes whose page unpacks twice, to a gigabyte."""
    packed = zlib.compress(zlib.compress(bytes(1_000_000_000), 9), 9)
    return drawn(packed, filters=b"/Filter [/FlateDecode /FlateDecode]")


HOSTILE = {
    "large part": Hostile(
        "a.docx",
        files.packed({"word/document.xml": b" " * (limits.LARGEST_PART + 1)}),
        "nén quá chặt",
    ),
    "dense part": Hostile(
        "a.docx", files.packed({"word/document.xml": b" " * 32 * 1024 * 1024}), "nén quá chặt"
    ),
    "many parts": Hostile(
        "a.xlsx", files.packed({f"{n}.xml": b"a" for n in range(2500)}), "nén quá chặt"
    ),
    "entities": Hostile("a.docx", files.word_of_xml(WORDS.format("&i;"), head=LAUGHS), "hỏng"),
    "entity outside": Hostile(
        "a.docx", files.word_of_xml(WORDS.format("&a;"), head=OUTSIDE), "khai báo lạ"
    ),
    "deep word": Hostile("a.docx", files.word_of_xml(nested("w:sdt", 5000)), "hỏng"),
    "entities of a sheet": Hostile(
        "a.xlsx",
        workbook(sheet=sheet_of('<row><c t="inlineStr"><is><t>&i;</t></is></c></row>', LAUGHS)),
        "khai báo lạ",
    ),
    "dense strings": Hostile(
        "a.xlsx",
        workbook(shared=f'<sst xmlns="{SPACE}">' + "<si><t>a</t></si>" * 3_000_000 + "</sst>"),
        "nén quá chặt",
    ),
    "strings that are not there": Hostile(
        "a.xlsx",
        workbook(shared=f'<sst xmlns="{SPACE}" uniqueCount="4000000000"><si><t>a</t></si></sst>'),
        "quá nặng",
    ),
    "far cell": Hostile("a.xlsx", files.far_cell(), "Bảng kéo dài tới hàng 1048576"),
    "many cells": Hostile(
        "a.xlsx",
        workbook(
            sheet=sheet_of(
                "".join(f'<row><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 300_000))
            )
        ),
        "dài quá",
        seconds=14,  # 3.2 measured
        megabytes=400,  # 199 measured
    ),
    "deep page": Hostile("a.html", nested("div", 100_000).encode(), "lồng quá"),
    "deep table": Hostile("a.html", ("<table><tr><td>" * 20_000).encode(), "lồng quá"),
    "wide page": Hostile(
        "a.html", b"<p>a" * 3_900_000, "hỏng hoặc trống", seconds=10, megabytes=ALL_MEMORY
    ),
    "many pages": Hostile(
        "a.pdf", files.pdf(*["x"] * (limits.MOST_PAGES + 1)), "chỉ đọc đến 500 trang"
    ),
    "long page": Hostile("a.pdf", files.pdf_bomb(), "quá nặng", seconds=14, megabytes=ALL_MEMORY),
    "page packed twice": Hostile(
        "a.pdf", twice_packed_pdf(), "quá nặng", seconds=6, megabytes=ALL_MEMORY
    ),
    "laughing page": Hostile("a.pdf", laughing_pdf(), "quá nặng", seconds=14, megabytes=ALL_MEMORY),
    "page that draws itself": Hostile(
        "a.pdf", drawn(b"/A Do", form(b"/A Do", 5), named=b"/A 5 0 R"), "bản quét"
    ),
    "too large": Hostile("a.txt", b"a" * (limits.LARGEST_FILE + 1), "lớn hơn 16 MB"),
    "tag of a million attributes": Hostile(
        "a.html",
        b"<html><body><p "
        + b" ".join(b"a%d=1" % number for number in range(1_000_000))
        + b">1 ng\xc3\xb4i nh\xc3\xa0</p></body></html>",
        "thẻ quá phức tạp",
        megabytes=400,  # 98 measured
    ),
}
