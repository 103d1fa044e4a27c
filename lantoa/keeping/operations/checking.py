"""Checking a copy by itself: every part by its sum, the trail line by line."""

from collections.abc import Iterator
from typing import Any

from lantoa.keeping.operations.archive import Archive
from lantoa.keeping.operations.folders import BLOCK
from lantoa.keeping.operations.manifest import BookEnd, CopiedFile
from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.tables import CopiedTable, table, tables
from lantoa.trail.queries.chain import Chain

HOMES, ENTRIES = "trail.home", "trail.entry"


def refuse_damaged(archive: Archive) -> None:
    """Raise BackupRefused where a part is not what was written, or the trail is not whole."""
    _refuse_other_tables(archive)
    for part in archive.manifest.tables:
        if part.table not in {HOMES, ENTRIES}:
            for _line in archive.lines(part):
                pass
    for part in archive.manifest.files:
        with archive.opened(part) as held:
            while held.read(BLOCK):
                pass
    refuse_broken_trail(archive)


def parts_by_table(archive: Archive) -> dict[str, CopiedFile]:
    """Return which part holds the rows of which table."""
    return {part.table: part for part in archive.manifest.tables}


def _refuse_other_tables(archive: Archive) -> None:
    told, ours = set(parts_by_table(archive)), {each.name for each in tables()}
    if absent := sorted(ours - told):
        raise BackupRefused(f"Tệp sao lưu thiếu phần “tables/{absent[0]}.jsonl”.")
    if strange := sorted(told - ours):
        raise BackupRefused(f"Tệp sao lưu có bảng lạ “{strange[0]}”, không khôi phục.")


def refuse_broken_trail(archive: Archive) -> None:
    """Raise BackupRefused where a line of the trail was changed, is missing or was added."""
    chain = Chain(_rows(archive, table(HOMES)))
    for entry in _rows(archive, table(ENTRIES)):
        _refuse_any(chain.follow(entry))
    _refuse_any(chain.ended())
    told = {(each.home, each.last_number, each.last_digest) for each in archive.manifest.trail}
    if told != {book.end for book in chain.books.values()}:
        raise BackupRefused("Nhật ký trong tệp sao lưu không đến đúng dòng mà bảng kê ghi.")


def _refuse_any(faults: Iterator[str]) -> None:
    for fault in faults:
        raise BackupRefused(f"Nhật ký trong tệp sao lưu hỏng: {fault}; không khôi phục.")


def _rows(archive: Archive, table: CopiedTable) -> Iterator[Any]:
    for line in archive.lines(parts_by_table(archive)[table.name]):
        yield table.row(line)


def books() -> tuple[BookEnd, ...]:
    """Return how far each book of the trail has been written in this database."""
    homes = table(HOMES).rows.values_list("uuid", "last_number", "last_digest")
    return tuple(BookEnd(str(home), number, digest) for home, number, digest in homes)
