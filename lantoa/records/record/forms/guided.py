"""Forms of records that say which documents and themes they were about."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from lantoa.guidance.queries import current, teachable_documents, teachable_themes, way_to
from lantoa.records.record.forms.asking import RecordForm
from lantoa.units.models import Unit


class GuidedForm(RecordForm):
    """A form with the boxes `documents` and `themes`."""

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Offer what the unit, and the units above it, had set by today."""
        super().__init__(*args, unit=unit, today=today, **more)
        way = way_to(unit.pk, on=today)
        self._offer("documents", teachable_documents(today, way=way))
        self._offer("themes", teachable_themes(today, way=way))

    def _offer(self, name: str, taught: "QuerySet[Any]") -> None:
        """Offer some rows, and those that the record names already, in the version of today."""
        held = [each.pk for each in current(self.initial.get(name) or [])]
        self.initial[name] = held
        offered = taught.model.objects.filter(Q(pk__in=taught.values("pk")) | Q(pk__in=held))
        self.fields[name].queryset = offered if held else taught  # type: ignore[attr-defined]
