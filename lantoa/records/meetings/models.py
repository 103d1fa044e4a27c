"""Tables of meetings and of what was taught in them."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.records.record.models import Record

PRESENT = ("members_present", "guests_present", "nonmembers_present", "unseparated_present")


class Meeting(Record):
    """Study meetings held by one unit: one, or many that it knows only in sum.

    Those present are counted as lượt (turns): own members, guests, people outside the Party, or not
    separated where the source does not tell them apart. What is not known is empty, never zero.
    """

    class Sort(models.TextChoices):
        """What sort of meeting it was."""

        CONFERENCE = "conference", "Hội nghị, lớp học tập"
        REGULAR = "regular", "Sinh hoạt chi bộ thường kỳ"
        THEMATIC = "thematic", "Sinh hoạt chuyên đề"
        TALK = "talk", "Tọa đàm, kể chuyện về Bác"

    class Mode(models.TextChoices):
        """How people took part."""

        IN_PERSON = "in_person", "Trực tiếp"
        ONLINE = "online", "Trực tuyến"
        MIXED = "mixed", "Trực tiếp và trực tuyến"

    sort = models.CharField("hình thức tổ chức", max_length=12, choices=Sort.choices)
    mode = models.CharField("cách dự", max_length=10, choices=Mode.choices, default="", blank=True)
    topic = models.CharField("nội dung", max_length=300)
    events = models.PositiveIntegerField("số buổi", default=1, null=True, blank=True)
    event_word = models.CharField("nguồn gọi là", max_length=40, default="", blank=True)
    members_present = models.PositiveIntegerField("số lượt đảng viên dự", null=True, blank=True)
    guests_present = models.PositiveIntegerField("số lượt khách dự", null=True, blank=True)
    nonmembers_present = models.PositiveIntegerField(
        "số lượt người ngoài Đảng dự", null=True, blank=True
    )
    unseparated_present = models.PositiveIntegerField(
        "số lượt người dự chưa tách", null=True, blank=True
    )
    attendance_word = models.CharField(
        "nguồn gọi người dự là", max_length=80, default="", blank=True
    )
    members_invited = models.PositiveIntegerField(
        "số lượt đảng viên được triệu tập", null=True, blank=True
    )
    members_exempt = models.PositiveIntegerField(
        "số lượt đảng viên được miễn", null=True, blank=True
    )
    absent_excused = models.PositiveIntegerField("số lượt vắng có lý do", null=True, blank=True)
    absent_unexcused = models.PositiveIntegerField(
        "số lượt vắng không lý do", null=True, blank=True
    )
    documents = models.ManyToManyField(FrameworkDocument, verbose_name="văn bản đã học", blank=True)
    themes = models.ManyToManyField(Theme, verbose_name="chuyên đề đã học", blank=True)

    class Meta(Record.Meta):
        verbose_name = "buổi học tập"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="meetings_meeting_stands_for_something",
                condition=Q(events__gte=1),
                violation_error_code="events",
                violation_error_message="Số buổi phải từ 1 trở lên.",
            ),
            models.CheckConstraint(
                name="meetings_meeting_present_were_invited",
                condition=Q(members_invited__isnull=True)
                | Q(members_present__isnull=True)
                | Q(members_present__lte=F("members_invited")),
                violation_error_code="members_present",
                violation_error_message=(
                    "Số đảng viên dự nhiều hơn số được triệu tập. Sửa một trong hai số."
                ),
            ),
            models.CheckConstraint(
                name="meetings_meeting_absent_were_invited",
                condition=Q(members_invited__isnull=True)
                | Q(absent_excused__isnull=True, absent_unexcused__isnull=True)
                | Q(
                    members_invited__gte=Coalesce(F("members_present"), 0)
                    + Coalesce(F("absent_excused"), 0)
                    + Coalesce(F("absent_unexcused"), 0)
                ),
                violation_error_code="absent_excused",
                violation_error_message=(
                    "Số dự cộng số vắng nhiều hơn số được triệu tập. Sửa một trong các số."
                ),
            ),
        ]

    def __str__(self) -> str:
        """Return its topic."""
        return self.topic
