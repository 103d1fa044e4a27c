"""Bringing a copy back into an empty database: all of it, checked, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from django.core.management.color import no_style
from django.db import DatabaseError, connection

from lantoa.desk.operations.archive import Archive
from lantoa.desk.operations.checking import books, parts_by_table
from lantoa.desk.operations.folders import Arrivals, missing
from lantoa.desk.operations.refusal import BackupRefused
from lantoa.desk.operations.tables import CHUNK, files_kept, tables
from lantoa.desk.operations.versions import refuse_other_version
from lantoa.trail.queries import faults
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
        _climb_by_index()
        _load(archive)
        _set_sequences()
        connection.check_constraints()
        _refuse_other_counts(archive)
        _refuse_other_trail(archive)
        for part in archive.manifest.files:
            with archive.opened(part) as held:
                arrivals.put(held, name=part.name, sha256=part.sha256)
        _refuse_missing_files(archive)


@contextmanager
def _refusals_in_words() -> Iterator[None]:
    try:
        yield
    except DatabaseError as refusal:
        raise BackupRefused(
            f"Cơ sở dữ liệu không nhận số liệu trong tệp sao lưu: {refusal}. Chưa khôi phục gì."
        ) from refusal


def _climb_by_index() -> None:
    """Keep the guard against circles quick while its table fills.

    PostgreSQL plans the climb once, when the table is still empty, and would then read the whole
    table again for each row.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")


def _load(archive: Archive) -> None:
    parts = parts_by_table(archive)
    for table in tables():
        lines = archive.lines(parts[table.name])
        while rows := [table.row(line) for line in islice(lines, CHUNK)]:
            table.model._base_manager.bulk_create(rows)


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
    for fault in faults():
        raise BackupRefused(f"Nhật ký không toàn vẹn: {fault} Chưa khôi phục gì.")
    if set(books()) != set(archive.manifest.trail):
        raise BackupRefused("Nhật ký không đến đúng dòng mà bảng kê ghi. Chưa khôi phục gì.")


def _refuse_missing_files(archive: Archive) -> None:
    """Raise BackupRefused for a proof that is not as its row says, unless it was lost before."""
    for name in set(missing(files_kept())) - set(archive.manifest.lost):
        raise BackupRefused(f"Thiếu tệp minh chứng {name}. Chưa khôi phục gì.")
