"""What is asked of every record, and where refusals are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lantoa.formats.boxes import NumberBox
from lantoa.formats.refusals import put
from lantoa.records.record.columns import Part, RecordColumn, columns_of, parts_of
from lantoa.records.record.entry import Oddity, Refused
from lantoa.records.record.forms.boxes import box_of
from lantoa.records.record.forms.days import DayBox
from lantoa.records.record.forms.ties import TiedForm, tied_content
from lantoa.records.record.forms.words import PhraseBox
from lantoa.records.record.lists import KeptRowQuerySet
from lantoa.records.record.models import Record
from lantoa.units.models import Unit

SOURCE = ("source", "source_url", "note")
UNSEEN = "Trang gửi lên thiếu dấu của bản ghi đã xem. Hãy mở lại bản ghi rồi làm lại."


@dataclass(frozen=True)
class Box:
    """A box of a form with its unit of measure."""

    field: BoundField
    word: str

    @property
    def is_used(self) -> bool:
        """Tell whether it holds anything but what it is shown with, or something wrong."""
        typed, default = self.field.value(), self.field.field.initial
        return bool(self.field.errors) or str(typed or "") != str(default or "")


@dataclass(frozen=True)
class FormSection:
    """One part of a form: the boxes that all answer, and those that are folded away.

    The days of the record stand in the first one.
    """

    part: Part
    usual: Sequence[Box]
    folded: Sequence[Box]
    has_days: bool

    @property
    def is_numbers(self) -> bool:
        """Tell whether short boxes may stand side by side."""
        return all(isinstance(box.field.field, NumberBox) for box in self.usual)

    @property
    def is_open(self) -> bool:
        """Tell whether the folded boxes must be seen."""
        return any(box.is_used for box in self.folded)


class RecordForm(TiedForm):
    """What is asked of a record: a box for each of its columns, in parts.

    It reads and never saves: `entry` hands over what was asked to be written down. What the table
    refuses is asked by the operation, which puts each refusal beside its box.
    """

    last_day = DayBox(label="Ngày")
    first_day = DayBox(
        label="Từ ngày",
        required=False,
        help_text="Khi kéo dài nhiều ngày: ghi ngày đầu ở đây, ô “Ngày” là ngày cuối.",
    )

    class Meta:
        fields = "__all__"
        formfield_callback = box_of
        widgets: dict[str, Any] = {"note": forms.Textarea(attrs={"rows": 3})}

    oddities: Sequence[Oddity] = ()
    """What was found odd about the answers: asked about, with all that was typed still there."""

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Take the unit that records and the day on which it is asked."""
        super().__init__(*args, **more)
        self.unit, self.today = unit, today
        self.initial.setdefault("last_day", today)
        for name, box in self.fields.items():
            if isinstance(getattr(box, "queryset", None), KeptRowQuerySet):
                self._offer_list(name, today)

    def _offer_list(self, name: str, today: date) -> None:
        """Offer of a kept list what is in use today, and what a record to be corrected names."""
        box, held = cast("Any", self.fields[name]), self.initial.get(name)
        named = [getattr(each, "pk", each) for each in (held if isinstance(held, list) else [held])]
        known = [each for each in named if isinstance(each, int)]
        box.queryset = box.queryset.offered(today, known=known)

    def _post_clean(self) -> None:
        """Leave the row alone: it is the operation that checks and writes."""

    def order_fields(self, field_order: Any) -> None:
        """Put the columns of the kind first, in their order, and the days behind the first part."""
        parts = [[each.name for each in columns] for columns in parts_of(self._meta.model).values()]
        first, *others = parts
        own = [name for part in others for name in part]
        super().order_fields([*first, "last_day", "first_day", *own, *(field_order or ())])

    @staticmethod
    def content(record: Any) -> dict[str, Any]:
        """Return what a record says, to be shown in the boxes when it is corrected."""
        return _one_day(forms.model_to_dict(record)) | tied_content(record)

    def entry(self, *, key: str) -> Any:
        """Return what was asked to be written down: a row that is not saved."""
        return self._meta.model(key=key, **self.columns())

    def columns(self) -> dict[str, Any]:
        """Return the answers by column, with the first day filled in where there is one day."""
        known = {each.name for each in columns_of(self._meta.model)}
        said = {name: value for name, value in self.cleaned_data.items() if name in known}
        return {**said, "first_day": self.begins(), "unit": self.unit, "ties": self.ties()}

    def begins(self) -> date:
        """Return the first day: the only one, unless a stretch was asked for."""
        found: date = self.cleaned_data["first_day"] or self.cleaned_data["last_day"]
        return found

    @property
    def sections(self) -> list[FormSection]:
        """Return the parts with their boxes, in the order in which the columns are said."""
        parts = parts_of(self._meta.model)
        return [
            FormSection(
                part=part,
                usual=self._boxes(columns, asked="usual"),
                folded=self._boxes(columns, asked="more"),
                has_days=place == 0,
            )
            for place, (part, columns) in enumerate(parts.items())
        ]

    def _boxes(self, columns: Sequence[RecordColumn[Any, Any]], *, asked: str) -> list[Box]:
        return [Box(self[each.name], each.word) for each in columns if each.asked == asked]

    def is_used(self, *names: str) -> bool:
        """Tell whether some boxes that are folded away hold anything, so that they must be seen."""
        return any(self[name].errors or self[name].value() for name in names)

    @property
    def uses_stretch(self) -> bool:
        """Tell whether the box for many days is in use."""
        return self.is_used("first_day")

    @property
    def uses_source(self) -> bool:
        """Tell whether the boxes for source and note are in use."""
        return self.is_used(*SOURCE)


def form_of(model: type[Record]) -> type[RecordForm]:
    """Return the form of a kind that asks its columns and nothing more."""
    return cast("type[RecordForm]", forms.modelform_factory(model, form=RecordForm))


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
        """Make a new key, used unless one was sent or is given as what the page holds."""
        super().__init__(*args, **more)
        self.initial.setdefault("key", uuid4())

    def renew(self) -> None:
        """Put a new key into the page: what is sent next is a record of its own."""
        self.data = {"key": str(uuid4())}


class Reasoned(forms.Form):
    """Why a record is corrected or withdrawn, and which version of it was seen."""

    reason = PhraseBox(
        label="Lý do",
        longest=300,
        missing="Hãy ghi lý do.",
        help_text="Ví dụ: đếm lại danh sách ký tên. Lý do được lưu cùng bản ghi.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.CharField(
        widget=forms.HiddenInput,
        max_length=64,
        error_messages={"required": UNSEEN, "max_length": UNSEEN},
    )


def put_problems(refusal: ValidationError, *, on: forms.BaseForm, beside: forms.BaseForm) -> None:
    """Show each problem of a refusal beside its box; what has no box stands on top."""
    if not isinstance(refusal, Refused):
        put(refusal, on=on)
        return
    for problem in refusal.problems:
        form = beside if problem.field in beside.fields else on
        form.add_error(_box(problem.field, form), problem.message)


def _box(field: str, form: forms.BaseForm) -> str | None:
    if field == "first_day" and not form["first_day"].value():
        return "last_day"
    return field if field in form.fields else None


def complaints(*asked: forms.BaseForm) -> list[str | SafeString]:
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
