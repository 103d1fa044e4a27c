"""What a file is, by what is in it; a name that says otherwise is refused."""

from enum import StrEnum
from pathlib import PurePath

from lantoa.intake.limits import LARGEST_FILE
from lantoa.intake.refusal import Unreadable


class FileKind(StrEnum):
    """A kind of file that can be read."""

    PLAIN = "txt"
    WORD = "docx"
    PDF = "pdf"
    WEB = "html"
    SHEET = "xlsx"


SUFFIXES = {
    ".txt": FileKind.PLAIN,
    ".docx": FileKind.WORD,
    ".pdf": FileKind.PDF,
    ".html": FileKind.WEB,
    ".htm": FileKind.WEB,
    ".xlsx": FileKind.SHEET,
}
NAMED = ".docx, .pdf, .xlsx, .html, .txt"
OLD = {".doc": "Word đời cũ", ".xls": "Excel đời cũ", ".rtf": "RTF", ".odt": "OpenDocument"}
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PASSWORD = "Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu, lưu lại rồi gửi."  # noqa: S105 - a sentence


def kind_of(name: str, content: bytes) -> FileKind:
    """Return what a file is.

    Raises Unreadable for an empty or too large file, one of another kind, and one whose name says
    something else than its content.
    """
    if len(content) > LARGEST_FILE:
        most = LARGEST_FILE // 1024 // 1024
        raise Unreadable(f"Tệp lớn hơn {most} MB. Hãy tách nhỏ, hoặc bỏ bớt ảnh trong tệp.")
    if not content.strip():
        raise Unreadable("Tệp trống, không có gì để đọc.")
    suffix = PurePath(name.replace("\\", "/")).suffix.lower()
    if suffix not in SUFFIXES:
        raise Unreadable(_unknown(suffix))
    kind = SUFFIXES[suffix]
    _refuse_disguised(kind, suffix, content)
    return kind


def _unknown(suffix: str) -> str:
    """Say what to do with a file of another kind."""
    if suffix in OLD:
        return f"Đây là tệp {OLD[suffix]} ({suffix}). Hãy mở ra, lưu thành {NAMED} rồi gửi lại."
    if suffix in PICTURES:
        return "Đây là ảnh, không có chữ để đọc. Hãy gửi tệp gốc, hoặc gõ lại đoạn cần đọc."
    shown = f"có đuôi “{suffix[:12]}”" if suffix else "không có đuôi"
    return f"Tệp {shown} không đọc được. Chỉ đọc các loại: {NAMED}."


def _refuse_disguised(kind: FileKind, suffix: str, content: bytes) -> None:
    """Raise Unreadable where the content begins as another kind of file does."""
    if content.startswith(OLE):
        held = ENCRYPTED in content[:1_000_000] or ENCRYPTED in content[-1_000_000:]
        raise Unreadable(PASSWORD if held else _other(suffix, "tệp Office đời cũ"))
    if _is_pdf(content) != (kind is FileKind.PDF):
        raise Unreadable(_other(suffix, "tệp PDF") if kind is not FileKind.PDF else _broken("PDF"))
    if content.startswith(b"PK") != (kind in {FileKind.WORD, FileKind.SHEET}):
        raise Unreadable(
            _other(suffix, "tệp nén hoặc tệp Office")
            if kind not in {FileKind.WORD, FileKind.SHEET}
            else _broken("Word" if kind is FileKind.WORD else "Excel")
        )


def _is_pdf(content: bytes) -> bool:
    """Tell whether a file begins as PDF files do: a few bytes may stand before."""
    return b"%PDF-" in content[:64]


def _other(suffix: str, really: str) -> str:
    return f"Tệp mang đuôi {suffix} nhưng thật ra là {really}. Hãy gửi đúng tệp, đúng đuôi."


def _broken(sort: str) -> str:
    return f"Tệp không phải {sort} như tên gọi, hoặc đã hỏng. Hãy mở thử, lưu lại rồi gửi."
