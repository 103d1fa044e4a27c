"""Units as identities that never change, and the kinds that they may be."""

import uuid
from datetime import date

from django.db import models

from lantoa.seals.models import Sealed

BEGINNING = date.min
"""The first day of all time."""
END = date.max
"""The day before which all time lies."""


class Kind(models.TextChoices):
    """What a unit is."""

    NATION = "nation", "toàn quốc"
    PROVINCE = "province", "đảng bộ tỉnh, thành phố"
    DISTRICT = "district", "đảng bộ cấp huyện (đến 30/6/2025)"
    COMMUNE = "commune", "đảng bộ xã, phường, đặc khu"
    BASE = "base", "đảng bộ cơ sở"
    DIVISION = "division", "đảng bộ bộ phận"
    CELL = "cell", "chi bộ"
    UNPLACED = "unplaced", "nhóm chưa rõ nơi trực thuộc"
    GOVERNMENT = "government", "Ủy ban nhân dân"
    AGENCY = "agency", "cơ quan, ban ngành"
    FRONT = "front", "Mặt trận Tổ quốc"
    YOUTH = "youth", "Đoàn Thanh niên"
    WOMEN = "women", "Hội Phụ nữ"
    FARMERS = "farmers", "Hội Nông dân"
    VETERANS = "veterans", "Hội Cựu chiến binh"
    LABOUR = "labour", "Công đoàn"
    SOCIETY = "society", "hội, đoàn thể khác"
    SCHOOL = "school", "trường học"
    NEIGHBOURHOOD = "neighbourhood", "khóm, ấp, thôn, tổ dân phố"


PARTY_KINDS = (
    Kind.NATION,
    Kind.PROVINCE,
    Kind.DISTRICT,
    Kind.COMMUNE,
    Kind.BASE,
    Kind.DIVISION,
    Kind.CELL,
)
"""Committees and cells, the organisations of the Party."""

GRASSROOTS_KINDS = (Kind.COMMUNE, Kind.BASE, Kind.DIVISION, Kind.UNPLACED)
"""Committees whose cells are "chi bộ trực thuộc đảng ủy cơ sở"."""


class Unit(Sealed):
    """An identity that never changes and is never used again.

    What it is called, which code it bears and where it hangs are dated rows of their own.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("loại", max_length=20, choices=Kind.choices)
    is_simulated = models.BooleanField("số liệu mẫu", default=False)
    home = models.UUIDField("quyển nhật ký", editable=False)

    class Meta:
        verbose_name = "đơn vị"

    def __str__(self) -> str:
        """Return what is certain of it on every day: its kind."""
        return f"{self.get_kind_display()} {self.uuid}"
