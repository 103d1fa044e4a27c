"""The box that asks for a name: with where it may stand, since when, and how the person agreed."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from lantoa.figures.period import write_day
from lantoa.formats.boxes import DayBox
from lantoa.formats.lines import LineBox
from lantoa.persons.models import LONGEST_NAME, Consent, ConsentGiven, PersonName

LABELS = ("Họ tên", "Người này đồng ý cho nêu tên", "Ngày đồng ý", "Đồng ý bằng cách nào")
INCOMPLETE = (
    "Nêu tên thì phải có đồng ý: ghi đủ nơi được nêu tên, ngày và cách đồng ý. "
    "Chưa có đồng ý thì để trống họ tên."
)
NAMELESS = "Đã ghi việc đồng ý mà chưa ghi họ tên."


def _said(value: Any) -> PersonName | None:
    """Return the name that a box is shown with: a row, or the key of one."""
    if isinstance(value, int):
        return PersonName.objects.filter(pk=value).first()
    return value if isinstance(value, PersonName) else None


class NameWidget(forms.MultiWidget):
    """Four boxes for one name; a name that is hidden is not shown here either."""

    template_name = "persons/name_box.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """Make the boxes."""
        blank = [("", "Chọn…")]
        super().__init__(
            {
                "ten": forms.TextInput({"maxlength": LONGEST_NAME, "autocomplete": "off"}),
                "noi": forms.Select(choices=[*blank, *Consent.choices]),
                "ngay": forms.TextInput(DayBox().widget_attrs(forms.TextInput())),
                "cach": forms.Select(choices=[*blank, *ConsentGiven.choices]),
            },
            attrs,
        )

    def decompress(self, value: Any) -> list[Any]:
        """Return what the boxes hold."""
        said = _said(value)
        if said is None or said.hidden:
            return ["", "", "", ""]
        return [said.name, said.scope, write_day(said.consent_on), said.given]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Put a label on each box."""
        context = super().get_context(name, value, attrs)
        boxes = zip(LABELS, context["widget"]["subwidgets"], strict=True)
        return context | {"boxes": list(boxes)}


class NameBox(forms.MultiValueField):
    """A name with its consent, or none: a row that is not kept yet."""

    widget = NameWidget

    def __init__(self, *, used_for: str, **more: Any) -> None:
        """Take for what the name is held."""
        self.used_for = used_for
        boxes = (
            LineBox(required=False, max_length=LONGEST_NAME),
            forms.ChoiceField(choices=Consent.choices, required=False),
            DayBox(required=False),
            forms.ChoiceField(choices=ConsentGiven.choices, required=False),
        )
        super().__init__(boxes, require_all_fields=False, **more)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return what was typed; nothing where all boxes are empty."""
        return data if any(data or ()) else None

    def compress(self, data_list: list[Any]) -> PersonName | None:
        """Return the name that was asked to be kept; raises ValidationError without consent."""
        name, scope, on, given = data_list or ["", "", None, ""]
        if not name:
            if scope or on or given:
                raise ValidationError(NAMELESS)
            return None
        if not (scope and on and given):
            raise ValidationError(INCOMPLETE)
        said = {"scope": scope, "consent_on": cast(date, on), "given": given}
        return PersonName(name=name, used_for=self.used_for, **said)
