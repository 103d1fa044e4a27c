"""Which tables a copy holds, in which order, and how a row becomes a line and a row again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from graphlib import TopologicalSorter
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Field, FileField, Model, QuerySet

from lantoa.keeping.operations.refusal import BackupRefused

CHUNK = 500
"""How many rows are held at once."""


@dataclass(frozen=True)
class CopiedTable:
    """A table that is copied. A line is a row as JSON, each column under its own name."""

    model: type[Model]

    @cached_property
    def name(self) -> str:
        """Return its name in the copy: "units.unit"."""
        return self.model._meta.label_lower

    @cached_property
    def fields(self) -> dict[str, "Field[Any, Any]"]:
        """Return its columns by name."""
        return {field.attname: field for field in self.model._meta.concrete_fields}

    @property
    def file_columns(self) -> list[str]:
        """Return the names of its columns that name files."""
        return [name for name, field in self.fields.items() if isinstance(field, FileField)]

    @property
    def rows(self) -> QuerySet[Model]:
        """Return its rows in the order of their keys."""
        return self.model._base_manager.order_by("pk")

    def lines(self) -> Iterator[bytes]:
        """Yield a line for each row; never more than a chunk of them is held."""
        for values in self.rows.values_list(*self.fields).iterator(chunk_size=CHUNK):
            row = dict(zip(self.fields, values, strict=True))
            yield json.dumps(row, ensure_ascii=False, default=_written).encode() + b"\n"

    def row(self, line: bytes) -> Model:
        """Return the row, not yet saved, that a line tells; raises BackupRefused if it is none."""
        try:
            told = json.loads(line)
            if told.keys() != self.fields.keys():
                raise KeyError(*(told.keys() ^ self.fields.keys()))
            return self.model(
                **{name: field.to_python(told[name]) for name, field in self.fields.items()}
            )
        except (
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
            ValidationError,
            RecursionError,
        ):
            raise BackupRefused(
                f"Bảng {self.name} trong tệp sao lưu có hàng không đọc được. "
                "Hãy dùng một bản sao lưu khác."
            ) from None


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"A copy cannot hold {type(value)} yet.")


def tables() -> tuple[CopiedTable, ...]:
    """Return every table of the project, each after those it refers to.

    Sessions and wrong tries are left out on purpose: after bringing back, all sign in anew.
    So is what somebody typed and has not saved (`is_passing`).
    """
    found = apps.get_models(include_auto_created=True)
    ours = {each: _referred(each) for each in found if _is_ours(each)}
    return tuple(CopiedTable(model) for model in TopologicalSorter(ours).static_order())


def table(name: str) -> CopiedTable:
    """Return the table of a name; raises LookupError where there is none."""
    return CopiedTable(apps.get_model(name))


def _is_ours(model: type[Model]) -> bool:
    application = model._meta.app_config
    is_ours = application is not None and application.name.startswith("lantoa.")
    return is_ours and not getattr(model, "is_passing", False)


def _referred(model: type[Model]) -> list[type[Model]]:
    """Return the tables that must be filled before this one."""
    related = [field.related_model for field in model._meta.concrete_fields]
    return [each for each in related if isinstance(each, type) and each is not model]


def files_kept() -> Iterator[tuple[str, str]]:
    """Yield each file that a row keeps under MEDIA_ROOT: its name in a copy and its SHA-256."""
    for each in tables():
        for name in each.file_columns:
            for file, sha256 in each.rows.values_list(name, "sha256").iterator(CHUNK):
                yield f"proofs/{file}", sha256
