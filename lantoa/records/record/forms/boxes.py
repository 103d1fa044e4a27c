"""Which box asks for a column: read from what the column says, once."""

from typing import Any

from django import forms
from django.db.models import Field

from lantoa.persons.forms import NameBox
from lantoa.records.record.columns import (
    NO_SUCH_CHOICE,
    TOO_LONG,
    WRONG_ADDRESS,
    Address,
    Choice,
    DayColumn,
    Dong,
    OneOf,
    Phrase,
    RecordColumn,
    Several,
    WholeColumn,
    Whom,
)
from lantoa.records.record.forms.days import DayBox
from lantoa.records.record.forms.numbers import DongAmount, WholeNumber
from lantoa.records.record.forms.words import Options, PhraseBox


class AddressBox(forms.URLField):
    """The address of a page: what is wrong with it is said once, by the column."""

    default_validators = []


class ListBox(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of a list that an administrator keeps."""


def box_of(column: "Field[Any, Any]", **more: Any) -> forms.Field | None:
    """Return the box that asks for a column, or None for what no form asks.

    `more` may hold a widget or a class of box (`form_class`) that a form prefers.
    """
    if not isinstance(column, RecordColumn) or column.asked == "import":
        return None
    box = more.pop("form_class", None) or next(
        (box for sort, box in BOXES.items() if isinstance(column, sort)), None
    )
    told = {"label": column.verbose_name, "help_text": column.help_text, **more}
    if box is None:
        return None
    made: forms.Field = ASKING.get(box, _typed)(box, column, told)
    return made


def _typed(box: Any, column: RecordColumn[Any, Any], told: dict[str, Any]) -> Any:
    """Return a box whose text is read; the column says what is too much."""
    made = box(
        required=not column.blank,
        initial=column.default if column.has_default() else None,
        validators=column.default_validators,
        **told,
    )
    if column.missing:
        made.error_messages["required"] = column.missing
    return made


def _options(box: Any, column: RecordColumn[Any, Any], told: dict[str, Any]) -> Any:
    return box(
        choices=column.choices,
        missing="" if column.blank else column.missing,
        unknown=column.unknown,
        initial=column.default if column.has_default() else None,
        **told,
    )


def _words(box: Any, column: RecordColumn[Any, Any], told: dict[str, Any]) -> Any:
    return box(longest=column.max_length, missing=column.missing, **told)


def _address(box: Any, column: RecordColumn[Any, Any], told: dict[str, Any]) -> Any:
    attrs = {"inputmode": "url", "autocomplete": "off"}
    return box(
        required=not column.blank,
        max_length=column.max_length,
        assume_scheme="https",
        validators=column.default_validators,
        error_messages={"invalid": WRONG_ADDRESS, "max_length": TOO_LONG},
        **{"widget": forms.TextInput(attrs=attrs)} | told,
    )


def _one_of(box: Any, column: Any, told: dict[str, Any]) -> Any:
    errors = {"invalid_choice": NO_SUCH_CHOICE}
    if column.missing:
        errors["required"] = column.missing
    return box(
        column.related_model._default_manager.all(),
        required=not column.blank,
        empty_label=column.unknown or "Chọn…",
        error_messages=errors,
        **told,
    )


def _several(box: Any, column: Any, told: dict[str, Any]) -> Any:
    offered = column.related_model._default_manager.all()
    return box(offered, required=False, **{"widget": forms.CheckboxSelectMultiple} | told)


def _named(box: Any, column: Any, told: dict[str, Any]) -> Any:
    return box(required=False, used_for=column.used_for, **told)


BOXES: dict[Any, Any] = {
    Several: forms.ModelMultipleChoiceField,
    Choice: Options,
    Whom: NameBox,
    Address: AddressBox,
    Phrase: PhraseBox,
    OneOf: ListBox,
    DayColumn: DayBox,
    Dong: DongAmount,
    WholeColumn: WholeNumber,
}
"""Which box a sort of column has; a sort that is not here is asked by no form."""
ASKING: dict[Any, Any] = {
    forms.ModelMultipleChoiceField: _several,
    ListBox: _one_of,
    Options: _options,
    NameBox: _named,
    AddressBox: _address,
    PhraseBox: _words,
}
"""What these boxes are told; all others read text."""
