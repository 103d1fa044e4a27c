"""Opening the packed parts of .docx and .xlsx without unpacking a bomb."""

import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from lantoa.intake.limits import (
    DEEPEST,
    DENSE_FROM,
    DENSEST,
    LARGEST_PART,
    LARGEST_UNPACKED,
    MOST_ELEMENTS,
    MOST_PARTS,
)
from lantoa.intake.refusal import Unreadable
from lantoa.intake.texts.kinds import PASSWORD

BROKEN = "Tệp đã hỏng, không mở được. Hãy mở bằng Word hoặc Excel, lưu lại rồi gửi."
TOO_DENSE = "Tệp nén quá chặt so với nội dung, giống tệp phá hoại, nên không đọc."
UNPACKING = (
    BadZipFile,
    KeyError,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
)
"""What goes wrong where packed parts are not what they say."""
DECLARES = "Tệp có khai báo lạ (DTD) mà Word và Excel không dùng, nên không đọc."


def parts_of(content: bytes) -> ZipFile:
    """Return the parts of a file; raises Unreadable for bombs, passwords and broken files."""
    try:
        archive = ZipFile(BytesIO(content))
        parts = archive.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError, IndexError):
        raise Unreadable(BROKEN) from None
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(PASSWORD)
    _refuse_bomb(parts)
    return archive


def _refuse_bomb(parts: list[ZipInfo]) -> None:
    """Raise Unreadable where the parts are too many, too large or too densely packed."""
    unpacked = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts), default=0)
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED or largest > LARGEST_PART:
        raise Unreadable(TOO_DENSE)
    for part in parts:
        if part.file_size > DENSE_FROM and part.file_size > DENSEST * max(1, part.compress_size):
            raise Unreadable(TOO_DENSE)


def part_of(archive: ZipFile, name: str) -> bytes:
    """Return one part, at most as long as it declares; raises Unreadable where it is broken."""
    try:
        with archive.open(name) as part:
            content = part.read(LARGEST_PART + 1)
    except (*UNPACKING, ValueError):
        raise Unreadable(BROKEN) from None
    if len(content) > LARGEST_PART:
        raise Unreadable(TOO_DENSE)
    return content


def parsed(content: bytes) -> etree._Element:
    """Return the root of an XML part.

    Nothing is fetched and no entity is put in. Raises Unreadable for a part that is broken, too
    deep, or declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(BROKEN) from None
    if root.getroottree().docinfo.doctype:
        raise Unreadable(DECLARES)
    refuse_maze(root)
    return root


def refuse_maze(root: etree._Element) -> None:
    """Raise Unreadable for a document of too many elements, or too many inside one another."""
    depth = 0
    for count, (event, _) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST or count > 2 * MOST_ELEMENTS:
            raise Unreadable("Tệp lồng quá nhiều lớp hoặc quá phức tạp, nên không đọc.")
