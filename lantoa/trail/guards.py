"""What the database itself refuses, on SQLite and PostgreSQL alike.

A package declares its guards once, in `guards.py`; each migration that builds or rebuilds a guarded
table lays them again, since SQLite drops the triggers of a table that it rebuilds.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import connection, migrations, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.utils.module_loading import module_has_submodule


@dataclass(frozen=True)
class Guard:
    """One trigger: on which table, before which event, and when it refuses.

    `refused_when` is a condition over OLD and NEW, the same on both databases; empty means always.
    `of` names the columns whose change is looked at.
    """

    name: str
    table: str
    event: str
    message: str
    refused_when: str = ""
    of: tuple[str, ...] = ()

    @property
    def moment(self) -> str:
        """Return the event with the columns that matter."""
        return f"{self.event} OF {', '.join(self.of)}" if self.of else self.event

    def on_sqlite(self) -> list[str]:
        """Return the statements that lay the guard on SQLite."""
        when = f"WHEN {self.refused_when}" if self.refused_when else ""
        return [
            f"DROP TRIGGER IF EXISTS {self.name}",
            f"CREATE TRIGGER {self.name} BEFORE {self.moment} ON {self.table} FOR EACH ROW {when} "
            f"BEGIN SELECT RAISE(ABORT, '{self.message}'); END",
        ]

    def on_postgresql(self) -> list[str]:
        """Return the statements that lay the guard on PostgreSQL."""
        condition = self.refused_when or "true"
        return [
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN IF {condition} THEN "
            f"RAISE EXCEPTION '{self.message}' USING ERRCODE = '23514'; END IF; "
            f"IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$",
            f"DROP TRIGGER IF EXISTS {self.name} ON {self.table}",
            f"CREATE TRIGGER {self.name} BEFORE {self.moment} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]

    @property
    def named_columns(self) -> set[str]:
        """Return the columns that it looks at."""
        return {*self.of, *re.findall(r"\b(?:OLD|NEW)\.(\w+)", self.refused_when)}

    def laid(self, vendor: str) -> list[str]:
        """Return the statements that lay the guard."""
        return self.on_sqlite() if vendor == "sqlite" else self.on_postgresql()

    def lifted(self, vendor: str) -> str:
        """Return the statement that takes the guard away."""
        return f"DROP TRIGGER IF EXISTS {self.name}" + (
            f" ON {self.table}" if vendor == "postgresql" else ""
        )


def lay(guards: Sequence[Guard], *, schema: BaseDatabaseSchemaEditor) -> None:
    """Lay guards on the database behind a schema editor."""
    for guard in guards:
        for statement in guard.laid(schema.connection.vendor):
            schema.execute(statement, params=None)


def lift(guards: Sequence[Guard], *, schema: BaseDatabaseSchemaEditor) -> None:
    """Take guards away: only a migration backwards and the tests' flush do."""
    for guard in guards:
        schema.execute(guard.lifted(schema.connection.vendor), params=None)


def declared() -> list[Guard]:
    """Return the guards of every package that declares any."""
    packages = [
        each
        for each in apps.get_app_configs()
        if each.name.startswith("lantoa.") and module_has_submodule(each.module, "guards")
    ]
    return [guard for each in packages for guard in import_module(f"{each.name}.guards").GUARDS]


@transaction.atomic
def lay_declared() -> None:
    """Lay every declared guard anew: a column that was added is guarded from then on."""
    with connection.cursor() as cursor:
        for guard in declared():
            for statement in guard.laid(connection.vendor):
                cursor.execute(statement)


def laid_by_migration(guards: Sequence[Guard]) -> migrations.RunPython:
    """Return the migration step that lays guards, and lifts them on the way back.

    Those of a table that a later migration makes are laid by that one, and so are those that name
    a column which a later migration adds.
    """
    return migrations.RunPython(_laying(guards), _lifting(guards))


def laid_again(guards: Sequence[Guard]) -> migrations.RunPython:
    """Return the migration step that lays guards in new words; on the way back they stay."""
    return migrations.RunPython(_laying(guards), migrations.RunPython.noop)


def lifted_by_migration(guards: Sequence[Guard]) -> migrations.RunPython:
    """Return the migration step that lifts guards for good, and lays them on the way back."""
    return migrations.RunPython(_lifting(guards), _laying(guards))


def rebuilt_under(guards: Sequence[Guard], operations: Sequence[Operation]) -> list[Operation]:
    """Return the steps that rebuild guarded tables: guards are lifted before and laid behind."""
    return [lifted_by_migration(guards), *operations, laid_by_migration(guards)]


def _lifting(guards: Sequence[Guard]) -> Callable[[Any, BaseDatabaseSchemaEditor], None]:
    def take_away(apps: Any, schema: BaseDatabaseSchemaEditor) -> None:
        lift(guards, schema=schema)

    return take_away


def _laying(guards: Sequence[Guard]) -> Callable[[Any, BaseDatabaseSchemaEditor], None]:
    def forward(apps: Any, schema: BaseDatabaseSchemaEditor) -> None:
        lay(_layable(guards, schema.connection), schema=schema)

    return forward


def _layable(guards: Sequence[Guard], database: BaseDatabaseWrapper) -> list[Guard]:
    """Return the guards whose table is there, with all the columns they name."""
    there = {guard.table for guard in guards}.intersection(database.introspection.table_names())
    columns = {table: _columns(table, database) for table in there}
    found = [each for each in guards if each.table in columns]
    return [each for each in found if each.named_columns <= columns[each.table]]


def _columns(table: str, database: BaseDatabaseWrapper) -> set[str]:
    with database.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} LIMIT 0")  # noqa: S608 - a table of our own
        return {each[0] for each in cursor.description}


def never_deleted(table: str) -> Guard:
    """Return the guard of a table whose rows stay for ever."""
    return Guard(
        name=f"{table}_stays",
        table=table,
        event="DELETE",
        message="Hàng đã ghi không được xóa.",
    )


def closed_for_good(table: str) -> Guard:
    """Return the guard of rows that may be closed once, and never changed after that."""
    return Guard(
        name=f"{table}_closed_for_good",
        table=table,
        event="UPDATE",
        message="Hàng đã thay thế không được sửa nữa.",
        refused_when="OLD.superseded_at IS NOT NULL",
    )


def unchanged(table: str, columns: Sequence[str]) -> Guard:
    """Return the guard of columns that are written once."""
    differs = " OR ".join(f"OLD.{each} IS DISTINCT FROM NEW.{each}" for each in columns)
    return Guard(
        name=f"{table}_written_once",
        table=table,
        event="UPDATE",
        message="Nội dung đã ghi không được sửa tại chỗ.",
        refused_when=differs,
    )


GUARDS = [
    never_deleted("trail_entry"),
    Guard(
        name="trail_entry_written_once",
        table="trail_entry",
        event="UPDATE",
        message="Nhật ký không được sửa.",
    ),
]
