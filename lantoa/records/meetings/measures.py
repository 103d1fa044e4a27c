"""What is counted of meetings, in the words of the forms."""

from typing import Any

from django.db.models import Case, F, Q, Sum, When
from django.db.models.functions import Coalesce

from lantoa.figures.measure import Measure
from lantoa.records.meetings.models import CAME, TOLD, Meeting
from lantoa.records.record.columns import Count, names
from lantoa.records.record.counting import Counted, Display, ShareShown
from lantoa.records.record.measures import plain_sums

PRESENT = names(Meeting, CAME, Count)
ANYBODY_KNOWN = Q(*[(f"{name}__isnull", False) for name in PRESENT], _connector=Q.OR)
EVERYBODY = sum((Coalesce(F(name), 0) for name in PRESENT[1:]), Coalesce(F(PRESENT[0]), 0))
HAS_BOTH_SIDES = Q(members_present__isnull=False, members_invited__isnull=False)

HELD = Measure("meetings.held", "Số hội nghị, lớp, buổi học tập", "buổi")
"""Meetings that were held; a rhythm that a unit keeps is no meeting."""
BOTH_KNOWN = Measure(
    "meetings.both_known", "Số buổi ghi đủ số dự và số triệu tập", "buổi", share_of=HELD.code
)
"""Of how much the rate of attendance speaks."""
TOLD_TOO = names(Meeting, TOLD, Count)

MEASURES: dict[Measure, Any] = {
    HELD: Sum("events", filter=~Q(sort=Meeting.Sort.RHYTHM)),
    **plain_sums(Meeting, *PRESENT),
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
    BOTH_KNOWN: Sum("events", filter=HAS_BOTH_SIDES & ~Q(sort=Meeting.Sort.RHYTHM)),
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
    Measure("meetings.courses", "Số lớp bồi dưỡng lý luận, kỹ năng", "lớp"): Sum(
        "events", filter=Q(sort=Meeting.Sort.COURSE)
    ),
    Measure("meetings.rhythms", "Số nền nếp định kỳ đã lập", "nền nếp"): Sum(
        "events", filter=Q(sort=Meeting.Sort.RHYTHM)
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
    Measure("meetings.zalo", "Số buổi qua nhóm Zalo", "buổi"): Sum(
        "events", filter=Q(mode=Meeting.Mode.ZALO)
    ),
    Measure("meetings.with_story", "Số buổi có kể chuyện về Bác", "buổi"): Sum(
        "events", filter=Q(stories__gte=1) | ~Q(story="")
    ),
    **plain_sums(Meeting, *[each for each in TOLD_TOO if each != "hours"]),
}


COUNTED = Counted(
    model=Meeting,
    label="Học tập, quán triệt, sinh hoạt",
    silence="chưa ghi buổi nào",
    titled=F("topic"),
    sums=MEASURES,
    monthly=Q(sort__in=(Meeting.Sort.REGULAR, Meeting.Sort.THEMATIC)),
    shown=Display(
        headlines=("meetings.held", "meetings.members", "meetings.attendance"),
        shares=(
            ShareShown(
                "meetings.present_of_invited",
                "Tỷ lệ đảng viên dự trên số triệu tập",
                "Tính ở {}/{} buổi ghi đủ số dự và số triệu tập.",
                of=BOTH_KNOWN.code,
            ),
        ),
        over_time=("meetings.held",),
        over_units=("meetings.attendance",),
        of_children=(("meetings.held", "Buổi học tập"), ("meetings.attendance", "Lượt người dự")),
    ),
)
