"""Looking at a spreadsheet before it is opened: is it what it claims, and not too large inside."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lantoa.intake.limits import LARGEST_INSIDE, MOST_PLACES
from lantoa.intake.refusal import Unreadable

OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""")

BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError)
NOT_A_SHEET = (
    "Tệp này không phải bảng tính Excel (.xlsx), hoặc đã hỏng. "
    "Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại."
)


def refuse_unsafe(content: bytes) -> None:
    """Raise Unreadable, in words for who sent it, for a file that must not be opened."""
    if content.startswith(OLD_OFFICE):
        _refuse_old_office(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _refuse_unpacked(packed)
    except Unreadable:
        raise
    except BROKEN as fault:
        raise Unreadable(NOT_A_SHEET) from fault
    except (NotImplementedError, RuntimeError) as fault:
        raise Unreadable("Tệp nén kiểu lạ hoặc có mật khẩu. Hãy lưu lại rồi gửi.") from fault


def _refuse_old_office(content: bytes) -> None:
    if ENCRYPTED in content:
        raise Unreadable("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.")
    raise Unreadable(
        "Tệp là Excel đời cũ (.xls). Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx."
    )


def _refuse_unpacked(packed: zipfile.ZipFile) -> None:
    if "xl/workbook.xml" not in packed.namelist():
        raise Unreadable(NOT_A_SHEET)
    unpacked = 0
    for member in packed.infolist():
        is_table = member.filename.startswith("xl/worksheets/")
        text = bytearray()
        for piece in _pieces(packed, member):
            unpacked += len(piece)
            if unpacked > LARGEST_INSIDE:
                raise Unreadable("Tệp quá lớn khi mở ra. Chỉ để lại bảng danh sách.")
            text += piece if is_table else b""
        _refuse_far_places(bytes(text))


def _pieces(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with packed.open(member) as stream:
        while piece := stream.read(1 << 16):
            yield piece


def _refuse_far_places(table: bytes) -> None:
    """Refuse a table with something written far outside: it would be read with all between."""
    last_row = last_column = 0
    for letters, row in PLACE.findall(table):
        last_row = max(last_row, int(row))
        last_column = max(last_column, _column(letters))
    if last_row * last_column > MOST_PLACES:
        raise Unreadable(
            f"Bảng kéo dài tới hàng {last_row}, cột thứ {last_column}. "
            "Hãy xóa các hàng, cột thừa ở xa rồi gửi lại."
        )


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place
