"""Bringing a copy back into an empty database: all of it, checked, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice

from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction

from lantoa.keeping.operations.accepting import note_unproven
from lantoa.keeping.operations.archive import Archive
from lantoa.keeping.operations.checking import books, parts_by_table
from lantoa.keeping.operations.folders import Arrivals, is_held
from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.tables import CHUNK, CopiedTable, tables
from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.keeping.operations.versions import refuse_other_version
from lantoa.units.operations.rows import structure


def refuse_unless_empty() -> None:
    """Raise BackupRefused where any table holds a row; tables not yet laid are empty."""
    laid = set(connection.introspection.table_names())
    for each in tables():
        if each.model._meta.db_table in laid and each.rows.exists():
            raise BackupRefused(
                f"Cơ sở dữ liệu này đã có số liệu ({each.model._meta.verbose_name}). "
                "Chỉ khôi phục vào cơ sở dữ liệu mới, còn trống; số liệu đang có được giữ nguyên."
            )


def restore(archive: Archive) -> None:
    """Bring back every row and file of a copy, then check counts, trail and proofs.

    The tables must be laid and empty. Raises BackupRefused where they are not, where the copy was
    written by another version or is damaged, and where anything is not as the copy says; nothing
    stays behind then.
    """
    refuse_other_version(archive.manifest)
    with _refusals_in_words(), Arrivals() as arrivals, structure():
        refuse_unless_empty()
        _load(archive)
        _set_sequences()
        connection.check_constraints()
        _refuse_other_counts(archive)
        _refuse_other_trail(archive)
        _put_files(archive, arrivals)
        _refuse_untold(archive)


@transaction.atomic
def restore_unproven(archive: Archive, *, at: datetime) -> None:
    """Bring back a copy that nothing proves, and write that into every book."""
    restore(archive)
    note_unproven(archive, at=at)


@contextmanager
def _refusals_in_words() -> Iterator[None]:
    try:
        yield
    except DatabaseError as refusal:
        raise BackupRefused(
            f"Cơ sở dữ liệu không nhận số liệu trong tệp sao lưu: {refusal}. Chưa khôi phục gì."
        ) from refusal


def _load(archive: Archive) -> None:
    parts = parts_by_table(archive)
    for table in tables():
        _fill(table, archive.lines(parts[table.name]))


def _fill(table: CopiedTable, lines: Iterator[bytes]) -> None:
    held = planned_for = 0
    while rows := [table.row(line) for line in islice(lines, CHUNK)]:
        table.model._base_manager.bulk_create(rows)
        held += len(rows)
        if held >= 2 * planned_for:
            _plan_anew(table)
            planned_for = held


def _plan_anew(table: CopiedTable) -> None:
    """Let the database look at a table each time it has doubled.

    PostgreSQL otherwise goes on as if the table were empty: the guard against circles would read
    all of it for each row.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table.model._meta.db_table)}")


def _set_sequences() -> None:
    """Let the next row of each table take the number after the last one."""
    models = [table.model for table in tables()]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _refuse_other_counts(archive: Archive) -> None:
    parts = parts_by_table(archive)
    for table in tables():
        if (held := table.rows.count()) != parts[table.name].rows:
            raise BackupRefused(
                f"Bảng {table.name} có {held} hàng sau khi khôi phục, bảng kê ghi "
                f"{parts[table.name].rows} hàng. Chưa khôi phục gì."
            )


def _refuse_other_trail(archive: Archive) -> None:
    if set(books()) != set(archive.manifest.trail):
        raise BackupRefused("Nhật ký không đến đúng dòng mà bảng kê ghi. Chưa khôi phục gì.")


def _refuse_untold(archive: Archive) -> None:
    """Raise BackupRefused where a proof or a row is not as what came with it says.

    What was lost before the copy was written is told by the copy.
    """
    found = verified(InDatabase()).but(archive.manifest.lost)
    for name in found.lost:
        raise BackupRefused(f"Thiếu tệp minh chứng {name}. Chưa khôi phục gì.")
    for fault in found.faults:
        raise BackupRefused(f"Không khớp nhật ký: {fault} Chưa khôi phục gì.")


def _put_files(archive: Archive, arrivals: Arrivals) -> None:
    for part in archive.manifest.files:
        if not is_held(part.name, sha256=part.sha256):
            with archive.opened(part) as held:
                arrivals.put(held, name=part.name)
