"""What is asked before a decision is approved or reversed."""

from django import forms

from lantoa.formats.lines import LineBox


class ApproveForm(forms.Form):
    """Which simulation is approved: it comes with the page that showed it."""

    fingerprint = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ReverseForm(forms.Form):
    """Why a decision is undone."""

    reason = LineBox(
        label="Lý do thu hồi",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Ghi lý do thu hồi."},
    )
