"""Reading a copy: nothing in it is believed before its names, sizes and sums are compared."""

import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lantoa.keeping.operations.folders import is_plain, place_of
from lantoa.keeping.operations.manifest import UNREADABLE, CopiedFile, Manifest, read_manifest
from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.signing.signature import CopySignature, read_signature

MANIFEST, SIGNATURE = "manifest.json", "signature.json"
LONGEST_MANIFEST = 64 << 20
LONGEST_SIGNATURE = 4096
LONGEST_LINE = 64 << 20
MOST_UNPACKED = 200
"""How many times longer than the file what is in it may be; our own rows come to about twenty."""
ENCRYPTED = 1
DAMAGED = "Tệp sao lưu hỏng, không đọc được hết. Hãy dùng một bản sao lưu khác."


@dataclass(frozen=True)
class Archive:
    """A copy whose names and sizes are those of its list of contents.

    `text` is that list as it stands there, which the signature is over; copies of before have none.
    """

    zipped: ZipFile
    manifest: Manifest
    text: bytes
    signature: CopySignature | None

    @contextmanager
    def opened(self, part: CopiedFile) -> Iterator[BinaryIO]:
        """Open a part, to be read to its end; raises BackupRefused where its sum is another."""
        with _damage_refused(), self.zipped.open(part.name) as held:
            summed = Summed(cast(BinaryIO, held))
            yield cast(BinaryIO, io.BufferedReader(summed, 1 << 16))
            if (summed.bytes, summed.digest) != (part.bytes, part.sha256):
                raise BackupRefused(f"Phần “{part.name}” của tệp sao lưu đã bị sửa hoặc hỏng.")

    def lines(self, part: CopiedFile) -> Iterator[bytes]:
        """Yield the lines of a table; raises BackupRefused where they are not as many as told."""
        count = 0
        with self.opened(part) as held:
            while line := held.readline(LONGEST_LINE):
                count += 1
                yield line
        if count != part.rows:
            raise BackupRefused(
                f"Phần “{part.name}” có {count} hàng, bảng kê ghi {part.rows} hàng."
            )


class Summed(io.RawIOBase):
    """A stream that counts and sums what is read from it."""

    def __init__(self, held: BinaryIO) -> None:
        """Begin at the start of a stream."""
        self.held, self.bytes, self.sum = held, 0, hashlib.sha256()

    @property
    def digest(self) -> str:
        """Return the SHA-256 of what has been read so far."""
        return self.sum.hexdigest()

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Read as much as there is room for."""
        block = self.held.read(len(buffer))
        buffer[: len(block)] = block
        self.bytes += len(block)
        self.sum.update(block)
        return len(block)


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a copy and compare names and sizes with its list of contents.

    Raises BackupRefused for what is no copy, lacks or has too much of anything, has a name that
    leads elsewhere, or would unpack to far more than a copy can.
    """
    if not path.is_file():
        raise BackupRefused(f"Không có tệp {path}.")
    try:
        zipped = ZipFile(path)
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise BackupRefused(
            f"“{path.name}” không phải tệp sao lưu của Lan Tỏa, hoặc đã hỏng."
        ) from None
    with zipped:
        yield _checked(zipped, length=path.stat().st_size)


def _checked(zipped: ZipFile, *, length: int) -> Archive:
    held = {each.filename: each for each in zipped.infolist()}
    for name in held:
        if not is_plain(name):
            raise BackupRefused(f"Tệp sao lưu có tên “{name}” dẫn ra ngoài thư mục; không đọc.")
    if len(held) < len(zipped.infolist()):
        raise BackupRefused("Tệp sao lưu có hai phần cùng tên; không đọc.")
    _refuse_swollen(held, length=length)
    text = _told(zipped, held)
    manifest = read_manifest(text)
    _refuse_other_parts(manifest, held)
    return Archive(zipped, manifest, text, _signature(zipped, held))


def _refuse_swollen(held: dict[str, ZipInfo], *, length: int) -> None:
    if sum(each.file_size for each in held.values()) > MOST_UNPACKED * length:
        raise BackupRefused("Tệp sao lưu bung ra lớn bất thường; không đọc.")
    for each in held.values():
        if each.flag_bits & ENCRYPTED or each.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise BackupRefused(f"Phần “{each.filename}” nén hoặc khóa theo cách lạ; không đọc.")


def _signature(zipped: ZipFile, held: dict[str, ZipInfo]) -> CopySignature | None:
    """Return the signature, not yet compared with anything."""
    if SIGNATURE not in held:
        return None
    if held[SIGNATURE].file_size > LONGEST_SIGNATURE:
        raise BackupRefused(DAMAGED)
    with _damage_refused():
        return read_signature(zipped.read(SIGNATURE))


def _told(zipped: ZipFile, held: dict[str, ZipInfo]) -> bytes:
    if MANIFEST not in held:
        raise BackupRefused("Trong tệp không có bảng kê: đây không phải bản sao lưu của Lan Tỏa.")
    if held[MANIFEST].file_size > LONGEST_MANIFEST:
        raise BackupRefused(UNREADABLE)
    with _damage_refused():
        return zipped.read(MANIFEST)


def _refuse_other_parts(manifest: Manifest, held: dict[str, ZipInfo]) -> None:
    told = {part.name: part for part in manifest.parts}
    if absent := sorted(told.keys() - held.keys()):
        raise BackupRefused(f"Tệp sao lưu thiếu phần “{absent[0]}”.")
    if strange := sorted(held.keys() - told.keys() - {MANIFEST, SIGNATURE}):
        raise BackupRefused(f"Tệp sao lưu có phần lạ “{strange[0]}”, không khôi phục.")
    for part in manifest.parts:
        if held[part.name].file_size != part.bytes:
            raise BackupRefused(f"Phần “{part.name}” của tệp sao lưu đã bị sửa hoặc hỏng.")
    for part in manifest.files:
        place_of(part.name)


@contextmanager
def _damage_refused() -> Iterator[None]:
    try:
        yield
    except (BadZipFile, zlib.error, EOFError):
        raise BackupRefused(DAMAGED) from None
