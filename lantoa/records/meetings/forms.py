"""What is asked of a meeting."""

from datetime import date
from typing import Any

from django import forms

from lantoa.figures.writing import write_number
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.forms import GuidedForm, RecordForm
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import kinds_on
from lantoa.units.queries.members import members_reached


class MeetingForm(GuidedForm):
    """A meeting, or several that a unit knows only in sum; what is not known stays empty."""

    class Meta(RecordForm.Meta):
        model = Meeting
        widgets = RecordForm.Meta.widgets | {"topic": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Tell the number of members the unit has."""
        super().__init__(*args, unit=unit, today=today, **more)
        members = members_reached([(unit.pk, today)])[unit.pk, today]
        if members is not None:
            self._hint(members, today)

    def _hint(self, members: int, today: date) -> None:
        """Say how many members there are; a cell invites them all, unless somebody says so."""
        hint = f"Đơn vị có {write_number(members)} đảng viên. Không rõ thì để trống."
        self.fields["members_invited"].help_text = hint
        if kinds_on([self.unit.pk], on=today)[self.unit.pk] == Kind.CELL:
            self.initial.setdefault("members_invited", members)
