"""What is asked of a meeting."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from lantoa.figures.writing import write_number
from lantoa.guidance.queries import current, teachable_documents, teachable_themes, way_to
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.forms import RecordForm
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import kinds_on
from lantoa.units.queries.members import members_reached


class MeetingForm(RecordForm):
    """A meeting, or several that a unit knows only in sum; what is not known stays empty."""

    class Meta(RecordForm.Meta):
        model = Meeting
        widgets = RecordForm.Meta.widgets | {"topic": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Offer what could be taught by today, and the number of members the unit has."""
        super().__init__(*args, unit=unit, today=today, **more)
        way = way_to(unit.pk, on=today)
        self._offer("documents", teachable_documents(today, way=way))
        self._offer("themes", teachable_themes(today, way=way))
        members = members_reached([(unit.pk, today)])[unit.pk, today]
        if members is not None:
            self._hint(members, today)

    def _offer(self, name: str, taught: "QuerySet[Any]") -> None:
        """Offer some rows, and those that the meeting names already, in the version of today."""
        held = [each.pk for each in current(self.initial.get(name) or [])]
        self.initial[name] = held
        offered = taught.model.objects.filter(Q(pk__in=taught.values("pk")) | Q(pk__in=held))
        self.fields[name].queryset = offered if held else taught  # type: ignore[attr-defined]

    def _hint(self, members: int, today: date) -> None:
        """Say how many members there are; a cell invites them all, unless somebody says so."""
        hint = f"Đơn vị có {write_number(members)} đảng viên. Không rõ thì để trống."
        self.fields["members_invited"].help_text = hint
        if kinds_on([self.unit.pk], on=today)[self.unit.pk] == Kind.CELL:
            self.initial.setdefault("members_invited", members)
