"""Tasks of plans: handed down, answered, and reminded of."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from lantoa.formats.lines import LineColumn
from lantoa.guidance.models.documents import FrameworkDocument
from lantoa.guidance.models.rows import GuidanceRow, one_believed
from lantoa.guidance.models.themes import Theme
from lantoa.units.models import Unit


class Task(GuidanceRow):
    """A task of a plan, which the unit that set it hands down to units below.

    `due` may be unknown. Where `measure`, the code of a measure, is named, the figure of a unit
    with all below it tells how far it has come from `first_day` on.
    """

    plan = models.ForeignKey(
        FrameworkDocument, models.PROTECT, related_name="+", verbose_name="theo kế hoạch, văn bản"
    )
    words = LineColumn("việc phải làm", max_length=300)
    first_day = models.DateField("từ ngày")
    due = models.DateField("hạn xong", null=True, blank=True)
    theme = models.ForeignKey(
        Theme,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="theo chuyên đề",
    )
    measure = models.CharField("tính bằng số liệu", max_length=80, default="", blank=True)

    class Meta:
        verbose_name = "nhiệm vụ"
        constraints = [
            one_believed("guidance_task_one_version"),
            models.CheckConstraint(
                name="guidance_task_due_after_it_begins",
                condition=Q(due__isnull=True) | Q(due__gte=F("first_day")),
                violation_error_code="due",
                violation_error_message="Hạn phải từ ngày bắt đầu trở đi.",
            ),
        ]

    def __str__(self) -> str:
        """Return its words."""
        return self.words


class Assignment(GuidanceRow):
    """A task handed to one unit, with the number that it is to reach where one was set."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="+", verbose_name="nhiệm vụ")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="giao cho")
    target = models.PositiveBigIntegerField(
        "chỉ tiêu", null=True, blank=True, validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = "việc đã giao"
        constraints = [
            one_believed("guidance_assignment_one_version"),
            models.CheckConstraint(
                name="guidance_assignment_target_is_something",
                condition=Q(target__isnull=True) | Q(target__gte=1),
                violation_error_code="target",
                violation_error_message="Chỉ tiêu từ 1 trở lên; không đặt thì để trống.",
            ),
        ]

    def __str__(self) -> str:
        """Return the task."""
        return str(self.task)


class TaskAnswer(GuidanceRow):
    """What a unit, `set_by`, said of a task handed to it: that it has it, has begun, is done.

    Where the figure of a measure tells that a task is done, nobody has to say so.
    """

    class Sort(models.TextChoices):
        """What is said."""

        RECEIVED = "received", "Đã nhận"
        BEGUN = "begun", "Đang làm"
        DONE = "done", "Đã xong"

    assignment = models.ForeignKey(
        Assignment, models.PROTECT, related_name="+", verbose_name="việc đã giao"
    )
    sort = models.CharField("trả lời", max_length=10, choices=Sort.choices)
    day = models.DateField("ngày")
    words = LineColumn("nói thêm", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "trả lời về việc được giao"
        constraints = [one_believed("guidance_answer_one_version")]

    def __str__(self) -> str:
        """Return what was said."""
        return self.get_sort_display()


class Reminder(GuidanceRow):
    """One reminder, in the same words, to all units that were late with a task that day."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="+", verbose_name="nhiệm vụ")
    words = LineColumn("lời nhắc", max_length=600)
    units = models.ManyToManyField(Unit, related_name="+", verbose_name="nhắc các đơn vị")

    class Meta:
        verbose_name = "lời nhắc"
        constraints = [one_believed("guidance_reminder_one_version")]

    def __str__(self) -> str:
        """Return its words."""
        return self.words
