"""What is counted of meetings, in the words of the forms."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Case, F, Q, Sum, When
from django.db.models.functions import Coalesce

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.records.meetings.models import Meeting
from lantoa.records.record import queries as shared

HAS_BOTH_SIDES = Q(members_present__isnull=False, members_invited__isnull=False)

MEASURES: dict[Measure, Any] = {
    Measure("meetings.held", "Số hội nghị, lớp, buổi học tập", "buổi"): Sum("events"),
    Measure("meetings.members", "Số lượt đảng viên dự", "lượt"): Sum("members_present"),
    Measure("meetings.guests", "Số lượt khách dự", "lượt"): Sum("guests_present"),
    Measure("meetings.nonmembers", "Số lượt người ngoài Đảng dự", "lượt"): Sum(
        "nonmembers_present"
    ),
    Measure("meetings.unseparated", "Số lượt dự chưa tách trong, ngoài Đảng", "lượt"): Sum(
        "unseparated_present"
    ),
    Measure("meetings.attendance", "Tổng số lượt người dự", "lượt"): Sum(
        Case(
            When(
                Q(members_present__isnull=False)
                | Q(guests_present__isnull=False)
                | Q(nonmembers_present__isnull=False)
                | Q(unseparated_present__isnull=False),
                then=Coalesce(F("members_present"), 0)
                + Coalesce(F("guests_present"), 0)
                + Coalesce(F("nonmembers_present"), 0)
                + Coalesce(F("unseparated_present"), 0),
            )
        )
    ),
    Measure("meetings.invited", "Số lượt đảng viên được triệu tập", "lượt"): Sum("members_invited"),
    Measure(
        "meetings.present_of_invited",
        "Số lượt đảng viên dự (ở các buổi có số triệu tập)",
        "lượt",
        share_of="meetings.invited_known",
    ): Sum("members_present", filter=HAS_BOTH_SIDES),
    Measure("meetings.invited_known", "Số lượt được triệu tập (ở các buổi có số dự)", "lượt"): Sum(
        "members_invited", filter=HAS_BOTH_SIDES
    ),
    Measure("meetings.exempt", "Số lượt đảng viên được miễn", "lượt"): Sum("members_exempt"),
    Measure("meetings.excused", "Số lượt vắng có lý do", "lượt"): Sum("absent_excused"),
    Measure("meetings.unexcused", "Số lượt vắng không lý do", "lượt"): Sum("absent_unexcused"),
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
