"""What is asked of funds: a new one, a move, a reversal, a payment proposed, the rule of two."""

from typing import Any, cast
from uuid import uuid4

from django import forms
from django.db.models import QuerySet

from lantoa.formats.boxes import DayBox, DongAmount
from lantoa.money.models import MoneyAccount
from lantoa.records.record.forms import PhraseBox


class FundForm(forms.Form):
    """A fund of a unit, as it is opened."""

    name = PhraseBox(label="Tên quỹ", longest=120, missing="Hãy ghi tên quỹ.")
    sort = forms.ChoiceField(
        label="Loại quỹ",
        choices=MoneyAccount.Sort.choices,
        error_messages={"required": "Hãy chọn loại quỹ."},
    )
    opened_on = DayBox(label="Lập từ ngày")
    basis = PhraseBox(label="Căn cứ", longest=200)


class MoveForm(forms.Form):
    """Money that goes from one fund to another: on the day its unit ends, all that it holds."""

    to = forms.ModelChoiceField(
        MoneyAccount.objects.none(),
        label="Chuyển đến quỹ",
        empty_label="Chọn quỹ…",
        error_messages={"required": "Hãy chọn quỹ nhận.", "invalid_choice": "Hãy chọn lại quỹ."},
    )
    amount = DongAmount(label="Số tiền")
    day = DayBox(label="Ngày chuyển")
    words = PhraseBox(label="Nội dung chuyển", longest=300, missing="Hãy ghi nội dung.")
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, funds: QuerySet[MoneyAccount], **more: Any) -> None:
        """Take the funds that may take the money."""
        super().__init__(*args, **more)
        cast("Any", self.fields["to"]).queryset = funds


class ReversalForm(forms.Form):
    """Why a transfer is reversed, and on which day."""

    reason = PhraseBox(label="Lý do đảo", longest=300, missing="Hãy ghi lý do đảo.")
    day = DayBox(label="Ngày đảo")


class ProposeForm(forms.Form):
    """A payment that somebody else must agree to."""

    amount = DongAmount(label="Số tiền đề nghị chi")
    words = PhraseBox(label="Chi cho việc gì", longest=300, missing="Hãy ghi chi cho việc gì.")
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class RuleForm(forms.Form):
    """Whether a payment of a unit needs two people, from which day, by which paper."""

    needs_two = forms.TypedChoiceField(
        label="Chi quỹ cần",
        choices=[("two", "hai người: một đề nghị, một duyệt"), ("one", "một người")],
        coerce=lambda said: said == "two",
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn một hay hai người."},
    )
    since = DayBox(label="Từ ngày")
    basis = PhraseBox(label="Căn cứ", longest=200, missing="Ghi căn cứ: quy chế nào, ngày nào.")
