"""What is asked of giving: boxes of one sort only, with the funds, works and appeals there are."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms

from lantoa.formats.boxes import DayBox
from lantoa.money.models import MoneyAccount, Transfer
from lantoa.money.queries import funds_open
from lantoa.records.giving.models import NOT_A_LEDGER, WHAT, Giving
from lantoa.records.giving.operations.checking import columns_for
from lantoa.records.giving.queries import appeal_title, appeals_of
from lantoa.records.record.columns import RecordColumn, names
from lantoa.records.record.forms import PhraseBox, RecordForm
from lantoa.records.record.funding import funded_by_key, funded_offered
from lantoa.units.models import Unit

GONE = "Lựa chọn này không còn. Hãy chọn lại."
APART = {"fund", "work", "appeal"}
"""Boxes that are lists of what the unit has."""


class FundChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The funds of the unit that are in use."""


class GivingForm(RecordForm):
    """An appeal, a receipt or aid: which one is said by the address, by default a receipt."""

    fund = FundChoice(
        MoneyAccount.objects.none(),
        label="Quỹ",
        required=False,
        empty_label="Không vào quỹ nào, hoặc chỉ biết tổng số",
        help_text="Chọn quỹ thì tiền vào sổ theo dõi của quỹ. Chỉ biết tổng số thì không chọn.",
        error_messages={"invalid_choice": GONE},
    )
    work = forms.ChoiceField(
        label="Cho công trình",
        required=False,
        help_text="Tiền ghi ở đây thành kinh phí của công trình, không gõ lại lần nữa.",
        error_messages={"invalid_choice": GONE},
    )
    appeal = forms.ChoiceField(
        label="Thuộc đợt vận động", required=False, error_messages={"invalid_choice": GONE}
    )

    class Meta(RecordForm.Meta):
        model = Giving

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Ask only what belongs to the sort."""
        super().__init__(*args, unit=unit, today=today, **more)
        self.sort_now = _sort(self.data.get("sort") or self.initial.get("sort"))
        self.initial["sort"] = self.sort_now
        self.fields["sort"].widget = forms.HiddenInput()
        self._offer(unit, today)
        wanted = columns_for(self.sort_now) | {*names(Giving, WHAT)} - {"appeal"}
        own = {*names(Giving, WHAT), *_all_columns(), "fund"}
        for name in own - wanted:
            self.fields.pop(name, None)

    def _offer(self, unit: Unit, today: date) -> None:
        funds = funds_open([unit.pk], on=today)
        held = self.initial.get("fund")
        if held:
            funds = funds | MoneyAccount.objects.filter(pk=held).select_related("unit")
        cast("Any", self.fields["fund"]).queryset = funds
        self._choices("work", funded_offered(unit), "Không cho riêng công trình nào")
        self._choices("appeal", appeals_of(unit), "Không thuộc đợt nào")

    def _choices(self, name: str, offered: Sequence[tuple[str, str]], none: str) -> None:
        held = str(self.initial.get(name) or "")
        known = dict(offered)
        if held and held not in known:
            known[held] = _called(name, held)
        cast("Any", self.fields[name]).choices = [("", none), *known.items()]

    @property
    def offers_others(self) -> bool:
        """Tell whether another sort may still be chosen: nothing was typed, and it is new."""
        return not self.is_bound and "key" not in self.initial and "title" not in self.initial

    @property
    def heading(self) -> str:
        """Return what is asked for, in a word."""
        return Giving.Sort(self.sort_now).label

    @property
    def others(self) -> list[tuple[str, str]]:
        """Return the other sorts: code and label."""
        return [(each.value, each.label) for each in Giving.Sort if each != self.sort_now]

    @property
    def not_a_ledger(self) -> str:
        """Return what must be known of all money here."""
        return NOT_A_LEDGER

    @property
    def sections(self) -> list[Any]:
        """Return the parts that have boxes."""
        return [each for each in super().sections if each.usual or each.folded or each.has_days]

    def _boxes(self, columns: Sequence[RecordColumn[Any, Any]], *, asked: str) -> list[Any]:
        return super()._boxes([each for each in columns if each.name in self.fields], asked=asked)

    def columns(self) -> dict[str, Any]:
        """Return the answers by column, the fund too."""
        return {**super().columns(), "fund": self.cleaned_data.get("fund")}


def _all_columns() -> set[str]:
    return {each for sort in Giving.Sort for each in columns_for(sort)}


def _sort(said: Any) -> str:
    return str(said) if said in Giving.Sort.values else Giving.Sort.RECEIPT.value


def _called(name: str, key: str) -> str:
    if name == "appeal":
        return appeal_title(key) or key
    found = funded_by_key([key]).get(key)
    return str(found[1]) if found else key


class GroupForm(forms.Form):
    """A group of givers: its name, as which source works tell its money, from which day."""

    label = PhraseBox(label="Tên nhóm", longest=120, missing="Hãy ghi tên nhóm.")
    source = forms.ChoiceField(
        label="Trong kinh phí công trình tính là",
        choices=Transfer.Source.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn nguồn."},
    )
    since = DayBox(label="Dùng từ ngày")


class SlipReason(forms.Form):
    """Why a slip is cancelled."""

    reason = PhraseBox(label="Lý do hủy giấy", longest=300, missing="Hãy ghi lý do hủy giấy.")
