"""Which migrations a copy, this version and this database have; a copy fits one version only."""

from collections.abc import Iterable

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from lantoa.keeping.operations.manifest import Manifest
from lantoa.keeping.operations.refusal import BackupRefused


def _known() -> tuple[str, ...]:
    return _ours(MigrationLoader(connection).disk_migrations)


def migrations_applied() -> tuple[str, ...]:
    """Return the migrations of the project that this database has."""
    return _ours(MigrationLoader(connection).applied_migrations)


def _ours(migrations: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    ours = {each.label for each in apps.get_app_configs() if each.name.startswith("lantoa.")}
    return tuple(sorted(f"{app}.{name}" for app, name in migrations if app in ours))


def refuse_other_version(manifest: Manifest) -> None:
    """Raise BackupRefused where the tables were not those of this version.

    Rows written under other migrations would skip what those migrations do to rows.
    """
    known = set(_known())
    told = set(manifest.migrations)
    if newer := sorted(told - known):
        raise BackupRefused(
            f"Bản sao lưu do phiên bản mới hơn ghi ({manifest.project}; "
            f"ở đây chưa có {', '.join(newer)}). Hãy cập nhật Lan Tỏa rồi khôi phục."
        )
    if older := sorted(known - told):
        raise BackupRefused(
            f"Bản sao lưu do phiên bản cũ hơn ghi ({manifest.project}; chưa có "
            f"{', '.join(older)}). Hãy khôi phục bằng phiên bản {manifest.project}, "
            "rồi cập nhật và chạy lantoa migrate."
        )


def refuse_unless_migrated() -> None:
    """Raise BackupRefused where the database is not, or not wholly, that of this version."""
    if migrations_applied() != _known():
        raise BackupRefused(
            "Cơ sở dữ liệu chưa được lập hoặc chưa cập nhật xong, nên chưa sao lưu. "
            "Hãy xem lại LANTOA_DATABASE, LANTOA_VAR, hoặc chạy lantoa migrate."
        )
