"""What is counted of meetings, in the words of the forms."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Case, F, Q, Sum, When
from django.db.models.functions import Coalesce

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.records.meetings.models import CAME, Meeting
from lantoa.records.record import queries as shared
from lantoa.records.record.columns import Count, names
from lantoa.records.record.measures import plain_sums

PRESENT = names(Meeting, CAME, Count)
ANYBODY_KNOWN = Q(*[(f"{name}__isnull", False) for name in PRESENT], _connector=Q.OR)
EVERYBODY = sum((Coalesce(F(name), 0) for name in PRESENT[1:]), Coalesce(F(PRESENT[0]), 0))
HAS_BOTH_SIDES = Q(members_present__isnull=False, members_invited__isnull=False)

MEASURES: dict[Measure, Any] = {
    **plain_sums(Meeting, "events", *PRESENT),
    Measure("meetings.attendance", "Tổng số lượt người dự", "lượt"): Sum(
        Case(When(ANYBODY_KNOWN, then=EVERYBODY))
    ),
    **plain_sums(Meeting, "members_invited"),
    Measure(
        "meetings.present_of_invited",
        "Số lượt đảng viên dự (ở các buổi có số triệu tập)",
        "lượt",
        share_of="meetings.invited_known",
    ): Sum("members_present", filter=HAS_BOTH_SIDES),
    Measure("meetings.invited_known", "Số lượt được triệu tập (ở các buổi có số dự)", "lượt"): Sum(
        "members_invited", filter=HAS_BOTH_SIDES
    ),
    **plain_sums(Meeting, "members_exempt", "absent_excused", "absent_unexcused"),
    Measure("meetings.cell_regular", "Số kỳ sinh hoạt chi bộ thường kỳ", "buổi"): Sum(
        "events", filter=Q(sort=Meeting.Sort.REGULAR)
    ),
    Measure("meetings.cell_thematic", "Số buổi sinh hoạt chuyên đề", "buổi"): Sum(
        "events", filter=Q(sort=Meeting.Sort.THEMATIC)
    ),
    Measure("meetings.conferences", "Số hội nghị, lớp học tập", "buổi"): Sum(
        "events", filter=Q(sort=Meeting.Sort.CONFERENCE)
    ),
    Measure("meetings.talks", "Số buổi tọa đàm, kể chuyện về Bác", "buổi"): Sum(
        "events", filter=Q(sort=Meeting.Sort.TALK)
    ),
    Measure("meetings.in_person", "Số buổi trực tiếp", "buổi"): Sum(
        "events", filter=Q(mode=Meeting.Mode.IN_PERSON)
    ),
    Measure("meetings.online", "Số buổi trực tuyến", "buổi"): Sum(
        "events", filter=Q(mode=Meeting.Mode.ONLINE)
    ),
    Measure("meetings.mixed", "Số buổi trực tiếp kết hợp trực tuyến", "buổi"): Sum(
        "events", filter=Q(mode=Meeting.Mode.MIXED)
    ),
}


def own(*, units: Collection[int], period: Period, as_known: datetime | None = None) -> shared.Own:
    """Return the figures of each unit by itself, in the order of MEASURES, and its records."""
    return shared.own_figures(Meeting, MEASURES, units=units, period=period, as_known=as_known)


def together(*, units: Collection[int], period: Period) -> Sequence[int | None]:
    """Return the figures of all units together, in the order of MEASURES."""
    return shared.figures_together(Meeting, MEASURES, units=units, period=period)


def of_records(
    measure: Measure, *, unit: int, period: Period, as_known: datetime | None = None
) -> list[tuple[Meeting, int | None]]:
    """Return the records behind an own figure, each with what it adds; latest first."""
    figure = MEASURES[measure]
    return shared.with_figure(Meeting, figure, unit=unit, period=period, as_known=as_known)


def apart(
    *, units: Collection[int], period: Period, as_known: datetime | None = None
) -> list[Meeting]:
    """Return the records that lie only partly within a period, which no figure of it counts."""
    return shared.straddling(Meeting, units=units, period=period, as_known=as_known)


def by_days(measure: Measure, *, units: Collection[int], period: Period) -> list[shared.OnDays]:
    """Return a figure by the days that its records speak of."""
    return shared.by_days(Meeting, MEASURES[measure], units=units, period=period)
