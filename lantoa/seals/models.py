"""What a table says whose every row is sealed by the trail."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, ClassVar, TypeVar

from django.db import models

from lantoa.seals.touched import seals_before, touch

M = TypeVar("M", bound=models.Model)


class SealedQuerySet(models.QuerySet[M]):
    """Rows of which each writing is taken note of, so that the trail seals them."""

    def bulk_create(self, objs: Iterable[M], *args: Any, **more: Any) -> list[M]:
        """Insert rows, and take note of them."""
        rows = super().bulk_create(objs, *args, **more)
        touch(self.model, {row.pk: None for row in rows})
        return rows

    def update(self, **values: Any) -> int:
        """SealChange rows, and take note of what they were."""
        before = seals_before(self.model, self._keys())
        changed = super().update(**values)
        touch(self.model, before)
        return changed

    update.alters_data = True  # type: ignore[attr-defined]

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete rows, and take note of what they were."""
        before = seals_before(self.model, self._keys())
        deleted = super().delete()
        touch(self.model, before)
        return deleted

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]

    def _keys(self) -> Collection[int]:
        return list(self.order_by().values_list("pk", flat=True))


class Sealed(models.Model):
    """A row that the trail seals; `not_sealed` names columns that change without a line.

    `salted` names texts that may be erased, each with the column of its salt: they are sealed as
    their salted digest.
    """

    not_sealed: ClassVar[frozenset[str]] = frozenset()
    salted: ClassVar[Mapping[str, str]] = {}
    objects = SealedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **more: Any) -> None:
        """Write the row, and take note of what it was."""
        is_new = self._state.adding
        before = {} if is_new else seals_before(type(self), [self.pk])
        super().save(*args, **more)
        touch(type(self), {self.pk: None} if is_new else before)

    def delete(self, *args: Any, **more: Any) -> tuple[int, dict[str, int]]:
        """Delete the row, and take note of what it was."""
        before = seals_before(type(self), [self.pk])
        deleted = super().delete(*args, **more)
        touch(type(self), before)
        return deleted
