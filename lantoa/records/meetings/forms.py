"""What is asked of a meeting."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.guidance.queries import teachable_documents, teachable_themes
from lantoa.records.meetings.models import PRESENT, Meeting
from lantoa.records.meetings.operations import MeetingEntry
from lantoa.records.record.forms import Options, RecordForm, WholeNumber, Words
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import kinds_on
from lantoa.units.queries.members import members_reached

INVITED = ("members_invited", "members_exempt", "absent_excused", "absent_unexcused")
NEW_ONES = "Văn bản, chuyên đề chưa có trong danh sách: ghi tên vào ô Nội dung."


class MeetingForm(RecordForm):
    """A meeting, or several that a unit knows only in sum; what is not known stays empty."""

    sort = Options(
        label="Loại buổi", choices=Meeting.Sort.choices, missing="Hãy chọn loại buổi học."
    )
    topic = Words(
        label="Nội dung",
        longest=300,
        missing="Hãy ghi nội dung buổi học.",
        help_text="Ví dụ: Học tập chuyên đề năm 2026.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    documents = forms.ModelMultipleChoiceField(
        FrameworkDocument.objects.none(),
        label="Văn bản đã học",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.none(),
        label="Chuyên đề đã học",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=NEW_ONES,
    )
    mode = Options(label="Cách dự", choices=Meeting.Mode.choices, unknown="Không ghi")
    events = WholeNumber(
        label="Số buổi",
        initial=1,
        required=False,
        help_text="Ghi gộp nhiều buổi thì số người ở dưới là cộng của các buổi.",
    )
    members_present = WholeNumber(label="Đảng viên của đơn vị dự", required=False)
    guests_present = WholeNumber(
        label="Khách dự", required=False, help_text="Đảng viên nơi khác, đại biểu cấp trên."
    )
    nonmembers_present = WholeNumber(label="Người ngoài Đảng dự", required=False)
    unseparated_present = WholeNumber(
        label="Người dự chưa tách",
        required=False,
        help_text="Chỉ ghi khi không biết bao nhiêu là đảng viên.",
    )
    members_invited = WholeNumber(label="Đảng viên được triệu tập", required=False)
    members_exempt = WholeNumber(label="Được miễn sinh hoạt", required=False)
    absent_excused = WholeNumber(label="Vắng có lý do", required=False)
    absent_unexcused = WholeNumber(label="Vắng không lý do", required=False)
    event_word = Words(label="Nguồn gọi buổi này là", longest=40, help_text="Hội nghị, lớp, cuộc…")
    attendance_word = Words(
        label="Nguồn gọi người dự là", longest=80, help_text="Lượt đảng viên, cán bộ, hội viên…"
    )

    field_order = ("sort", "last_day", "first_day", "events", "topic", *PRESENT, *INVITED)

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Offer what could be taught by today, and the number of members the unit has."""
        super().__init__(*args, unit=unit, today=today, **more)
        self.fields["documents"].queryset = teachable_documents(today)  # type: ignore[attr-defined]
        self.fields["themes"].queryset = teachable_themes(today)  # type: ignore[attr-defined]
        members = members_reached([(unit.pk, today)])[unit.pk, today]
        if members is not None:
            self._hint(members, today)

    def _hint(self, members: int, today: date) -> None:
        """Say how many members there are; a cell invites them all, unless somebody says so."""
        hint = f"Đơn vị có {write_number(members)} đảng viên. Không rõ thì để trống."
        self.fields["members_invited"].help_text = hint
        if kinds_on([self.unit.pk], on=today)[self.unit.pk] == Kind.CELL:
            self.initial.setdefault("members_invited", members)

    def clean_documents(self) -> list[FrameworkDocument]:
        """Refuse documents that were issued after the day."""
        chosen = list(self.cleaned_data["documents"])
        _refuse_later(chosen, [each.issued_on for each in chosen], self._taught_on())
        return chosen

    def clean_themes(self) -> list[Theme]:
        """Refuse themes that begin after the day."""
        chosen = list(self.cleaned_data["themes"])
        _refuse_later(chosen, [each.first_day for each in chosen], self._taught_on())
        return chosen

    def _taught_on(self) -> date:
        return self.cleaned_data.get("last_day") or self.today

    def entry(self, *, key: str) -> MeetingEntry:
        """Return the meeting that was asked to be written down."""
        return MeetingEntry(key=key, **self.columns())

    @property
    def uses_stretch(self) -> bool:
        """Tell whether the boxes for many days or many meetings are in use."""
        many = str(self["events"].value()) != "1"
        return many or self.is_used("first_day") or bool(self["events"].errors)

    @property
    def uses_unseparated(self) -> bool:
        """Tell whether the box for those not told apart is in use."""
        return self.is_used("unseparated_present")

    @property
    def uses_source(self) -> bool:
        """Tell whether the boxes for the source and its words are in use."""
        return super().uses_source or self.is_used("event_word", "attendance_word")


def _refuse_later(chosen: list[Any], known: list[date], day: date) -> None:
    for each, since in zip(chosen, known, strict=True):
        if since > day:
            raise ValidationError(
                f"{each} có từ ngày {write_day(since)}, sau ngày học {write_day(day)}. "
                "Bỏ chọn, hoặc sửa ngày."
            )
