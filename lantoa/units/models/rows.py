"""What holds of a unit from a day on: dated rows that are never changed."""

from django.db import models
from django.db.models import F, Q

from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.seals.models import Sealed
from lantoa.units.models.identity import END, Kind, Unit


class DatedRow(Sealed):
    """What holds of a unit from a day on, until the next row of its sort.

    Rows are never changed: a correction closes the row (`superseded_at`) and writes another.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="%(class)ss", verbose_name="đơn vị")
    since = models.DateField("từ ngày")
    basis = LineColumn("căn cứ", max_length=200, default="", blank=True)
    act = models.ForeignKey(
        "acts.Act", models.PROTECT, null=True, related_name="%(class)ss", verbose_name="quyết định"
    )
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

    value = LineColumn("tên", max_length=200)
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


class KindChange(DatedRow):
    """What a unit is from a day on, where that is no longer what it was at first."""

    value = models.CharField("loại", max_length=20, choices=Kind.choices)

    class Meta:
        verbose_name = "thay đổi loại đơn vị"
        constraints = [one_each_day("units_kindchange_one_each_day")]

    def __str__(self) -> str:
        """Return the kind."""
        return self.get_value_display()


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


class Succession(Sealed):
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
    basis = LineColumn("căn cứ", max_length=200, default="", blank=True)
    act = models.ForeignKey(
        "acts.Act", models.PROTECT, null=True, related_name="successions", verbose_name="quyết định"
    )
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
