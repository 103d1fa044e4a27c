"""What is asked of every record, and where refusals are shown."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lantoa.records.record.entry import Entry, Refused
from lantoa.records.record.forms.days import Day
from lantoa.records.record.forms.words import Words
from lantoa.units.models import Unit

SOURCE = ("source", "source_url", "note")


class RecordForm(forms.Form):
    """What is asked of every record: its days, where it is known from, and a note.

    It reads and never saves: `entry` hands over what was asked to be written down.
    """

    last_day = Day(label="Ngày")
    first_day = Day(
        label="Từ ngày",
        required=False,
        help_text="Khi kéo dài nhiều ngày: ghi ngày đầu ở đây, ô “Ngày” là ngày cuối.",
    )
    source = Words(label="Nguồn", longest=300, help_text="Biên bản, báo cáo, bài báo nào.")
    source_url = forms.URLField(
        label="Địa chỉ trang nguồn",
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages={"invalid": "Địa chỉ chưa đúng. Hãy ghi đủ, ví dụ https://angiang.gov.vn."},
    )
    note = Words(label="Ghi chú", longest=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Take the unit that records and the day on which it is asked."""
        super().__init__(*args, **more)
        self.unit, self.today = unit, today
        self.initial.setdefault("last_day", today)

    @staticmethod
    def content(record: Any) -> dict[str, Any]:
        """Return what a record says, to be shown in the boxes when it is corrected."""
        return _one_day(forms.model_to_dict(record))

    def entry(self, *, key: str) -> Entry:
        """Return what was asked to be written down."""
        raise NotImplementedError

    def columns(self) -> dict[str, Any]:
        """Return every answer by name, with the first day filled in where there is one day."""
        return {**self.cleaned_data, "first_day": self.begins(), "unit": self.unit}

    def begins(self) -> date:
        """Return the first day: the only one, unless a stretch was asked for."""
        found: date = self.cleaned_data["first_day"] or self.cleaned_data["last_day"]
        return found

    def is_used(self, *names: str) -> bool:
        """Tell whether some boxes that are folded away hold anything, so that they must be seen."""
        return any(self[name].errors or self[name].value() for name in names)

    @property
    def uses_stretch(self) -> bool:
        """Tell whether the boxes for many days are in use."""
        return self.is_used("first_day")

    @property
    def uses_source(self) -> bool:
        """Tell whether the boxes for source and note are in use."""
        return self.is_used(*SOURCE)


def _one_day(content: dict[str, Any]) -> dict[str, Any]:
    """Leave the first day empty where it is the last one too."""
    if content["first_day"] == content["last_day"]:
        content["first_day"] = None
    return content


class Sending(forms.Form):
    """The key made when a page is first shown: the same page sent twice is one record."""

    key = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": "Trang gửi lên thiếu mã. Hãy bấm Lưu lần nữa.",
            "invalid": "Mã của trang bị hỏng. Hãy bấm Lưu lần nữa.",
        },
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        """Make a new key, used unless one was sent."""
        super().__init__(*args, **more)
        self.initial["key"] = uuid4()

    def renew(self) -> None:
        """Put a new key into the page: what is sent next is a record of its own."""
        self.data = {"key": str(uuid4())}


class Reasoned(forms.Form):
    """Why a record is corrected or withdrawn, and which version of it was seen."""

    reason = Words(
        label="Lý do",
        longest=300,
        missing="Hãy ghi lý do.",
        help_text="Ví dụ: đếm lại danh sách ký tên. Lý do được lưu cùng bản ghi.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


def put(refusal: ValidationError, *, on: RecordForm, beside: forms.Form) -> None:
    """Show each problem of a refusal beside its box; what has no box stands on top."""
    if not isinstance(refusal, Refused):
        on.add_error(None, refusal)
        return
    for problem in refusal.problems:
        form = beside if problem.field in beside.fields else on
        form.add_error(_box(problem.field, form), problem.message)


def _box(field: str, form: forms.Form) -> str | None:
    if field == "first_day" and not form["first_day"].value():
        return "last_day"
    return field if field in form.fields else None


def complaints(*asked: forms.Form) -> list[str | SafeString]:
    """Return what is wrong with a page, with links to the boxes, for the top of it."""
    found: list[str | SafeString] = []
    for form in asked:
        found += [str(error) for error in form.non_field_errors()]
        found += [line for field in form if field.errors for line in _lines(field)]
    return found


def _lines(field: BoundField) -> list[str | SafeString]:
    if field.is_hidden:
        return [str(error) for error in field.errors]
    return [
        format_html('<a href="#{}">{}</a>: {}', field.auto_id, field.label, error)
        for error in field.errors
    ]
