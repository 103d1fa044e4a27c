"""What is asked of outreach."""

from lantoa.records.outreach.models import Outreach
from lantoa.records.record.forms import GuidedForm, RecordForm


class OutreachForm(GuidedForm):
    """What was told, how often, and about which document or theme."""

    class Meta(RecordForm.Meta):
        model = Outreach
