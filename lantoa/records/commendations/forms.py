"""What is asked of a quota of awards."""

from django import forms

from lantoa.formats.boxes import WholeNumber
from lantoa.records.commendations.models import AwardForm
from lantoa.records.record.forms.listing import RowForm


class QuotaForm(RowForm):
    """How many a unit may propose in a year, for which form of award, by which paper."""

    form = forms.ModelChoiceField(
        AwardForm.objects.all(),
        label="Hình thức khen",
        empty_label="Chọn…",
        error_messages={"required": "Hãy chọn hình thức khen."},
    )
    collectives = WholeNumber(label="Tập thể, tối đa mỗi năm", required=False)
    individuals = WholeNumber(label="Cá nhân, tối đa mỗi năm", required=False)
