"""Writing a copy: all tables as of one moment, proofs and layouts, into one file."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.db import connection
from django.utils.timezone import localtime

from lantoa.keeping.operations.archive import MANIFEST, SIGNATURE
from lantoa.keeping.operations.checking import books
from lantoa.keeping.operations.folders import BLOCK, layouts, place_of
from lantoa.keeping.operations.manifest import CopiedFile, Manifest
from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.signing import KeyLacking, own_key, signed
from lantoa.keeping.operations.snapshot import one_moment
from lantoa.keeping.operations.tables import files_kept, tables
from lantoa.keeping.operations.verifying import InDatabase, Verification, verified
from lantoa.keeping.operations.versions import migrations_applied, refuse_unless_migrated
from lantoa.trail.files import settle

SUFFIXES = {".zip", ".lantoa"}
FOR_THE_OWNER_ONLY = 0o600


@dataclass(frozen=True)
class CopyWritten:
    """A copy that was written: its list of contents, what came of comparing rows with the trail.

    `unsigned` says why it bears no signature; empty where it does.
    """

    manifest: Manifest
    found: Verification
    unsigned: str = ""


def back_up(*, to: Path, at: datetime) -> CopyWritten:
    """Write a copy of the installation, signed; others may go on working meanwhile.

    Neither a fault nor a key that is lacking stops the copy; a proof that is missing or was changed
    on disk is named in `lost`.
    Raises BackupRefused for a name that is taken or ends otherwise, and for a database that is not
    wholly that of this version.
    """
    refuse_unless_migrated()
    with whole_file(to) as target, ZipFile(target, "w") as zipped, one_moment():
        found = verified(InDatabase())
        lost = set(found.lost)
        names = [name for name, _ in files_kept() if name not in lost]
        manifest = Manifest(
            project=version("lantoa"),
            written_at=at.astimezone(UTC).isoformat(),
            vendor=connection.vendor,
            migrations=migrations_applied(),
            tables=tuple(_tables_into(zipped, at=at)),
            files=tuple(_files_into(zipped, [*names, *layouts()], at=at)),
            lost=tuple(sorted(lost)),
            trail=books(),
        )
        unsigned = _sign(zipped, manifest, at=at)
    return CopyWritten(manifest, found.but(lost), unsigned)


def _sign(zipped: ZipFile, manifest: Manifest, *, at: datetime) -> str:
    """Write the list of contents and its signature; return why it bears none."""
    text = manifest.as_text().encode()
    _put(zipped, MANIFEST, text, at=at)
    try:
        _put(zipped, SIGNATURE, signed(text, by=own_key()).as_text().encode(), at=at)
    except KeyLacking as lacking:
        return " ".join(lacking.messages)
    return ""


def _put(zipped: ZipFile, name: str, content: bytes, *, at: datetime) -> None:
    with zipped.open(_entry(name, at=at), "w") as held:
        held.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file that appears under its name only when it is whole, and replaces no other."""
    if path.suffix.lower() not in SUFFIXES:
        raise BackupRefused("Tên tệp sao lưu phải có đuôi .zip hoặc .lantoa.")
    if not path.parent.is_dir():
        raise BackupRefused(f"Không có thư mục {path.parent}.")
    _refuse_taken(path)
    descriptor, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _refuse_taken(path)
        Path(part).rename(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    settle(path.parent)


def _refuse_taken(path: Path) -> None:
    if path.exists():
        raise BackupRefused(f"Đã có tệp {path}. Hãy đặt tên khác; bản sao lưu cũ được giữ nguyên.")


def _tables_into(zipped: ZipFile, *, at: datetime) -> Iterator[CopiedFile]:
    for table in tables():
        entry = _entry(f"tables/{table.name}.jsonl", at=at)
        written, lines = _written(zipped, entry, table.lines())
        yield replace(written, rows=lines)


def _files_into(zipped: ZipFile, names: Iterable[str], *, at: datetime) -> Iterator[CopiedFile]:
    for name in names:
        entry = _entry(name, at=at)
        entry.compress_type = ZIP_STORED
        with place_of(name).open("rb") as file:
            written, _blocks = _written(zipped, entry, iter(partial(file.read, BLOCK), b""))
        yield written


def _written(zipped: ZipFile, entry: ZipInfo, blocks: Iterable[bytes]) -> tuple[CopiedFile, int]:
    """Write one part; return it, and of how many blocks it was made."""
    sha256, length, count = hashlib.sha256(), 0, 0
    with zipped.open(entry, "w", force_zip64=True) as held:
        for block in blocks:
            held.write(block)
            sha256.update(block)
            length, count = length + len(block), count + 1
    return CopiedFile(entry.filename, length, sha256.hexdigest()), count


def _entry(name: str, *, at: datetime) -> ZipInfo:
    entry = ZipInfo(name, date_time=localtime(at).timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = FOR_THE_OWNER_ONLY << 16
    return entry
