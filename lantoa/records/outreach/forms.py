"""What is asked of outreach."""

from datetime import date
from typing import Any

from lantoa.guidance.queries import teachable_documents, teachable_themes
from lantoa.records.outreach.models import Outreach
from lantoa.records.record.forms import RecordForm
from lantoa.units.models import Unit


class OutreachForm(RecordForm):
    """What was told, how often, and about which document or theme."""

    class Meta(RecordForm.Meta):
        model = Outreach

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Offer the documents and themes there are by today."""
        super().__init__(*args, unit=unit, today=today, **more)
        self.fields["documents"].queryset = teachable_documents(today)  # type: ignore[attr-defined]
        self.fields["themes"].queryset = teachable_themes(today)  # type: ignore[attr-defined]
