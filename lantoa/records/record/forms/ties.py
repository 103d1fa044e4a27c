"""The boxes that ask with whom a record was done, and to which movements it belongs."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lantoa.figures.words import composed
from lantoa.formats.texts import phrase
from lantoa.records.record.columns import MOST_TIES, NO_SUCH_CHOICE, TOO_MANY, clean_outside
from lantoa.records.record.columns.tied import ITSELF
from lantoa.records.record.models import PopularMovement, Ties
from lantoa.units.models import Unit
from lantoa.units.queries import Portrait, portraits, units_in
from lantoa.units.queries.called import called, written

TIED = ("tied_units", "tied_outside", "tied_movements")
ROWS = {"rows": 3}
UNKNOWN = "Không có đơn vị “{}”. Hãy ghi đúng tên như trên sơ đồ, hoặc mã."
SEVERAL = "Có {} đơn vị tên “{}”: {}. Hãy ghi một dòng trong số đó."
SHOWN = 6
"""How many units are named where a line may mean several."""


class LinesBox(forms.CharField):
    """Several lines of words, each one thing; empty lines are none."""

    widget = forms.Textarea

    def __init__(self, *, line: Callable[[str], str] = phrase, **more: Any) -> None:
        """Take what a line is kept as, which refuses what cannot be kept."""
        self.line = line
        super().__init__(required=False, strip=False, widget=forms.Textarea(ROWS), **more)

    def to_python(self, value: Any) -> Any:
        """Return the lines, each once; raises ValidationError for one that cannot be kept."""
        lines = [composed(each) for each in str(value or "").splitlines()]
        told = list(dict.fromkeys(self.line(each) for each in lines if each))
        if len(told) > MOST_TIES:
            raise ValidationError(TOO_MANY)
        return told


class TiedForm(forms.ModelForm):  # type: ignore[type-arg]
    """The part of a form that every kind has: partner units, outside partners, movements."""

    unit: Unit
    today: date

    tied_units = LinesBox(
        label="Đơn vị trong hệ thống cùng làm",
        help_text="Mỗi dòng một đơn vị: tên như trên sơ đồ, hoặc mã. Việc chỉ tính cho đơn vị ghi.",
    )
    tied_outside = LinesBox(
        line=clean_outside,
        label="Tổ chức ngoài hệ thống cùng làm",
        help_text="Mỗi dòng một tên tổ chức: chùa, công ty, hội. Không ghi tên người.",
    )
    tied_movements = forms.ModelMultipleChoiceField(
        PopularMovement.objects.all(),
        label="Tính vào phong trào",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn thì tính là học tập và làm theo Bác.",
        error_messages={"invalid_choice": NO_SUCH_CHOICE, "invalid_pk_value": NO_SUCH_CHOICE},
    )

    def clean_tied_units(self) -> list[Unit]:
        """Return the units that the lines name; raises ValidationError for what names none."""
        lines: Sequence[str] = self.cleaned_data["tied_units"]
        if not lines:
            return []
        meant = called(lines, home=self.unit.home, on=self.today)
        found = [_one(line, each) for line, each in zip(lines, meant, strict=True)]
        if self.unit.pk in found:
            raise ValidationError(ITSELF)
        return units_in(found)

    def ties(self) -> Ties | None:
        """Return what was asked: with whom, and of which movements."""
        told = self.cleaned_data
        return Ties.of(
            partners=told["tied_units"],
            outside=told["tied_outside"],
            movements=list(told["tied_movements"]),
        )

    @property
    def uses_ties(self) -> bool:
        """Tell whether these boxes hold anything, so that they must be seen."""
        return any(self[name].errors or self[name].value() for name in TIED)


def _one(line: str, meant: Sequence[Portrait]) -> int:
    if len(meant) == 1:
        return meant[0].pk
    names = "; ".join(written(each) for each in meant[:SHOWN])
    if not meant:
        raise ValidationError(UNKNOWN.format(line))
    raise ValidationError(SEVERAL.format(len(meant), line, names))


def tied_content(record: Any) -> dict[str, Any]:
    """Return what the boxes hold when a record is corrected: units as they were called then."""
    if record.ties is None:
        return {}
    ties: Ties = record.ties
    units = [each.pk for each in ties.partners]
    shown = portraits(units, on=record.last_day) if units else {}
    return {
        "tied_units": "\n".join(written(each) for each in shown.values()),
        "tied_outside": "\n".join(ties.outside),
        "tied_movements": ties.movements,
    }
