"""What the desk's pages ask: a period, a chart, what was known when; funds and their money."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.db.models import QuerySet

from lantoa.desk.queries.asking import PageQuestion, opening_day, was_known
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.formats.boxes import DayBox, DongAmount
from lantoa.formats.period import PeriodForm
from lantoa.money.models import MoneyAccount
from lantoa.records.record.forms import PhraseBox


def asked_in(address: Mapping[str, str], *, unit: int, today: date) -> PageQuestion:
    """Return what an address asks of a unit; without a period, the year of its opening day.

    An address that cannot be read is answered with that year, and says so: what is wrong with it
    and what was typed stand in the answer.
    """
    names_period = "from" in address or "to" in address
    opens_on = today if names_period else opening_day(unit, today=today)
    usual = Period.year(opens_on.year)
    form = PeriodForm.of(address, usual=usual)
    if form.is_valid() and not was_known(form.question(unit)):
        form.add_error("as_known", "Đến lúc này chưa ghi đơn vị này. Hãy chọn lúc muộn hơn.")
    if form.is_valid():
        return PageQuestion(form.question(unit))
    return PageQuestion(Question(unit, usual), form.complaints, form.typed)


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
