"""With whom a record was done, and to which movements it belongs: the record stays one.

A version of a record points to its ties, or to none. Ties are written once; a correction that says
the same points to the same ones.
"""

import hashlib
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from typing import Any, Self

from django.db import models
from django.db.models import Q

from lantoa.formats.lines import LineColumn
from lantoa.records.record.lists import KeptRow
from lantoa.seals.models import Sealed
from lantoa.trail.operations import canonical
from lantoa.units.models import Unit

USUAL = "following"
"""The code of the movement to which a record belongs that names none."""


class PopularMovement(KeptRow):
    """A movement to which records belong: a list that the administrator of a root keeps."""

    class Meta(KeptRow.Meta):
        verbose_name = "phong trào"


class Ties(Sealed):
    """Partner units, outside partners and movements of one record; its figures stay the unit's.

    What is asked to be written down is made by `of`; what stands is asked by its rows.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    digest = models.CharField("dấu nội dung", max_length=43, editable=False)

    asked: "Sequence[Tie]" = ()
    """What was asked to be written down, by whoever holds the row that was written."""
    named: Sequence[Any] = ()
    """Its partner units as they were on the day of the record, where they were asked for."""

    class Meta:
        verbose_name = "cùng làm, phong trào"

    def __str__(self) -> str:
        """Return whom and what it names."""
        return "; ".join(map(str, self.listed))

    @classmethod
    def of(
        cls,
        *,
        partners: Sequence[Unit] = (),
        outside: Sequence[str] = (),
        movements: Sequence[PopularMovement] = (),
    ) -> Self | None:
        """Return what is asked to be written down, each once; None where nothing is said."""
        rows = [
            *(Tie(unit=each) for each in {each.pk: each for each in partners}.values()),
            *(Tie(outside=each) for each in dict.fromkeys(outside)),
            *(Tie(movement=each) for each in {each.pk: each for each in movements}.values()),
        ]
        return cls(digest=_digest(rows)).bearing(rows) if rows else None

    def bearing(self, rows: "Sequence[Tie]") -> Self:
        """Hold what is not written down yet."""
        self.asked = rows
        return self

    @property
    def listed(self) -> "Sequence[Tie]":
        """Return what it names, in the order in which it was said."""
        return self.asked if self.pk is None else sorted(self.rows.all(), key=lambda row: row.pk)

    @property
    def partners(self) -> list[Unit]:
        """Return the partner units."""
        return [each.unit for each in self.listed if each.unit is not None]

    @property
    def outside(self) -> list[str]:
        """Return the names of organisations outside."""
        return [each.outside for each in self.listed if each.outside]

    @property
    def movements(self) -> list[PopularMovement]:
        """Return the movements that are named."""
        return [each.movement for each in self.listed if each.movement is not None]


class Tie(Sealed):
    """One partner unit, one organisation outside, or one movement of a record."""

    ties = models.ForeignKey(Ties, models.PROTECT, related_name="rows", verbose_name="của")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="+", verbose_name="đơn vị cùng làm"
    )
    movement = models.ForeignKey(
        PopularMovement, models.PROTECT, null=True, related_name="+", verbose_name="phong trào"
    )
    outside = LineColumn("tổ chức ngoài hệ thống", max_length=200, default="", blank=True)

    class Meta:
        verbose_name = "một mối cùng làm"
        constraints = [
            models.CheckConstraint(
                name="record_tie_names_one",
                condition=Q(unit__isnull=False, movement__isnull=True, outside="")
                | Q(unit__isnull=True, movement__isnull=False, outside="")
                | (Q(unit__isnull=True, movement__isnull=True) & ~Q(outside="")),
                violation_error_message="Mỗi dòng nêu một đơn vị, một tổ chức hoặc một phong trào.",
            )
        ]

    def __str__(self) -> str:
        """Return the words of what it names."""
        return self.outside or str(self.movement or self.unit)


def _digest(rows: Sequence[Tie]) -> str:
    """Return the digest of what is said: by identities, whatever the order."""
    said = {
        "movements": sorted(each.movement.code for each in rows if each.movement),
        "outside": sorted(each.outside for each in rows if each.outside),
        "partners": sorted(str(each.unit.uuid) for each in rows if each.unit),
    }
    sealed = hashlib.sha256(canonical(said).encode()).digest()
    return urlsafe_b64encode(sealed).decode().rstrip("=")
