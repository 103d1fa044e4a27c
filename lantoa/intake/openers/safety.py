"""Looking at a spreadsheet before it is opened: is it what it claims, and not too large inside."""

import io
import struct
import zipfile
import zlib

from lantoa.intake.limits import LARGEST_INSIDE
from lantoa.intake.openers.counting import Places, is_xml
from lantoa.intake.refusal import Unreadable

OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError)
NOT_A_SHEET = (
    "Tệp này không phải bảng tính Excel (.xlsx), hoặc đã hỏng. "
    "Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại."
)


def looked_at(content: bytes) -> bytes:
    """Return a workbook of those parts of a file whose cells were counted, and no others.

    What is read afterwards can be nothing else, whatever the parts are called. Raises Unreadable,
    in words for who sent it, for a file that must not be opened.
    """
    if content.startswith(OLD_OFFICE):
        _refuse_old_office(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return counted(packed, largest=LARGEST_INSIDE)
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


def counted(packed: zipfile.ZipFile, *, largest: int) -> bytes:
    """Return the parts that are XML, packed anew, after counting the cells of each.

    Raises Unreadable where they are too large, or span too many places, or none is a workbook.
    """
    if "xl/workbook.xml" not in packed.namelist():
        raise Unreadable(NOT_A_SHEET)
    written, places, left = io.BytesIO(), Places(), largest
    with zipfile.ZipFile(written, "w") as kept:
        for member in packed.infolist():
            part = _part(packed, member, most=left)
            left -= len(part)
            if is_xml(part, places):
                kept.writestr(member.filename, part)
    return written.getvalue()


def _part(packed: zipfile.ZipFile, member: zipfile.ZipInfo, *, most: int) -> bytes:
    with packed.open(member) as stream:
        part = stream.read(most + 1)
    if len(part) > most:
        raise Unreadable("Tệp quá lớn khi mở ra. Chỉ để lại bảng danh sách.")
    return part
