"""What is counted of meetings, in the words of the forms."""

from typing import Any

from django.db.models import Case, F, Q, Sum, When
from django.db.models.functions import Coalesce

from lantoa.figures.measure import Measure
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.counting import Counted, ShareShown, Shown

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


COUNTED = Counted(
    model=Meeting,
    label="Học tập, quán triệt, sinh hoạt",
    silence="chưa ghi buổi nào",
    titled=F("topic"),
    sums=MEASURES,
    shown=Shown(
        headlines=("meetings.held", "meetings.members", "meetings.attendance"),
        shares=(
            ShareShown(
                "meetings.present_of_invited",
                "Tỷ lệ đảng viên dự trên số triệu tập",
                "Tính trên các buổi ghi đủ số dự và số triệu tập.",
            ),
        ),
        over_time=("meetings.held",),
        over_units=("meetings.attendance",),
        of_children=(("meetings.held", "Buổi học tập"), ("meetings.attendance", "Lượt người dự")),
    ),
)
