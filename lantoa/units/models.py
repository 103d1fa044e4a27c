"""Tables of the organisation over time: identities, and dated rows that are never changed."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from lantoa.people.models import User

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


class Unit(models.Model):
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


class DatedRow(models.Model):
    """What holds of a unit from a day on, until the next row of its sort.

    Rows are never changed: a correction closes the row (`superseded_at`) and writes another.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="%(class)ss", verbose_name="đơn vị")
    since = models.DateField("từ ngày")
    basis = models.CharField("căn cứ", max_length=200, default="", blank=True)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    superseded_at = models.DateTimeField("thay thế lúc", null=True)

    class Meta:
        abstract = True


def one_each_day(name: str) -> models.UniqueConstraint:
    """Return the constraint that a unit has one believed row a day, so that none overlap."""
    return models.UniqueConstraint(
        fields=["unit", "since"],
        condition=Q(superseded_at__isnull=True),
        name=name,
        violation_error_message="Đơn vị đã có thay đổi cùng loại trong ngày này.",
    )


class Name(DatedRow):
    """What a unit is called from a day on."""

    value = models.CharField("tên", max_length=200)
    folded = models.CharField("tên để tìm", max_length=200, db_index=True)

    class Meta:
        verbose_name = "tên đơn vị"
        constraints = [one_each_day("units_name_one_each_day")]

    def __str__(self) -> str:
        """Return the name."""
        return self.value


class Code(DatedRow):
    """Which code a unit bears from a day on; an empty code takes it away."""

    class System(models.TextChoices):
        """Who gives the code."""

        AREA = "area", "mã hành chính"
        OWN = "own", "mã nội bộ"

    system = models.CharField("loại mã", max_length=10, choices=System.choices, default=System.OWN)
    value = models.CharField("mã", max_length=40, db_index=True, blank=True)

    class Meta:
        verbose_name = "mã đơn vị"
        constraints = [one_each_day("units_code_one_each_day")]

    def __str__(self) -> str:
        """Return the code."""
        return self.value


class Placement(DatedRow):
    """Where a unit hangs from a day on, and whether it is not yet born, open or closed.

    A unit has a place on every day of all time. `until` is the day of the next placement, kept for
    indexes; the database refuses a circle on any day.
    """

    class State(models.TextChoices):
        """The life of a unit."""

        BEFORE = "before", "chưa thành lập"
        OPEN = "open", "đang hoạt động"
        CLOSED = "closed", "đã kết thúc"

    parent = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="children", verbose_name="trực thuộc"
    )
    state = models.CharField("trạng thái", max_length=10, choices=State.choices)
    until = models.DateField("đến trước ngày", default=END)

    class Meta:
        verbose_name = "nơi trực thuộc"
        constraints = [
            one_each_day("units_placement_one_each_day"),
            models.CheckConstraint(
                name="units_placement_ends_after_it_begins",
                condition=Q(until__gt=F("since")),
                violation_error_message="Nơi trực thuộc phải kéo dài ít nhất một ngày.",
            ),
            models.CheckConstraint(
                name="units_placement_not_under_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("unit")),
                violation_error_message="Đơn vị không thể trực thuộc chính nó.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["parent", "since", "until", "unit"],
                name="units_placement_down",
                condition=Q(superseded_at__isnull=True),
            ),
            models.Index(
                fields=["unit", "since", "until", "parent"],
                name="units_placement_up",
                condition=Q(superseded_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        """Return the state."""
        return self.get_state_display()


class Strength(DatedRow):
    """How many members a unit has of its own from a day on; None is not known."""

    members = models.PositiveIntegerField("số đảng viên", null=True)

    class Meta:
        verbose_name = "số đảng viên của đơn vị"
        constraints = [one_each_day("units_strength_one_each_day")]

    def __str__(self) -> str:
        """Return the number of members."""
        return str(self.members)


class Succession(models.Model):
    """Which unit took over from which on a day; of several, one is the principal."""

    class Extent(models.TextChoices):
        """How much was taken over."""

        WHOLE = "whole", "toàn bộ"
        PART = "part", "một phần"

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions", verbose_name="đơn vị cũ"
    )
    successor = models.ForeignKey(
        Unit, models.PROTECT, related_name="origins", verbose_name="đơn vị mới"
    )
    on = models.DateField("ngày")
    extent = models.CharField("phạm vi", max_length=5, choices=Extent.choices)
    is_principal = models.BooleanField("đơn vị kế thừa chính", default=False)
    basis = models.CharField("căn cứ", max_length=200, default="", blank=True)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    superseded_at = models.DateTimeField("thay thế lúc", null=True)

    class Meta:
        verbose_name = "kế thừa"
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                condition=Q(superseded_at__isnull=True),
                name="units_succession_once",
                violation_error_message="Việc kế thừa này đã được ghi.",
            ),
            models.UniqueConstraint(
                fields=["predecessor"],
                condition=Q(superseded_at__isnull=True, is_principal=True),
                name="units_succession_one_principal",
                violation_error_message="Đơn vị đã có đơn vị kế thừa chính.",
            ),
        ]

    def __str__(self) -> str:
        """Return the day on which it happened."""
        return f"{self.get_extent_display()}, {self.on}"


class Post(models.Model):
    """Who may reach a unit, for which work, from which day to which."""

    class Right(models.TextChoices):
        """What a post may do at its unit."""

        RECORD = "record", "ghi số liệu của riêng đơn vị"
        VIEW = "view", "xem đơn vị và các đơn vị trực thuộc"
        CLERK = "clerk", "văn thư: ghi, xem, in báo cáo, cấp thẻ"
        ADMIN = "admin", "quản trị: như văn thư, thêm tài khoản và đơn vị"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="posts", verbose_name="tài khoản")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name="đơn vị")
    right = models.CharField("quyền", max_length=10, choices=Right.choices)
    title = models.CharField("chức danh", max_length=120, default="", blank=True)
    since = models.DateField("từ ngày")
    until = models.DateField("đến trước ngày", default=END)
    given_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người giao"
    )
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "nhiệm vụ được giao"
        constraints = [
            models.CheckConstraint(
                name="units_post_ends_after_it_begins",
                condition=Q(until__gte=F("since")),
                violation_error_message="Ngày thôi nhiệm vụ phải từ ngày được giao trở đi.",
            )
        ]

    def __str__(self) -> str:
        """Return the title, or what the post may do."""
        return self.title or self.get_right_display()
