"""What tasks ask for: what is to be done, by whom, how far it came, and a reminder."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.forms import BoundField

from lantoa.formats.boxes import DayBox, WholeNumber
from lantoa.guidance.models import FrameworkDocument, Task, TaskAnswer, Theme
from lantoa.guidance.operations import TaskShare
from lantoa.guidance.queries import rows_seen
from lantoa.records.record.forms import PhraseBox
from lantoa.tally.catalogue import families
from lantoa.units.models import Kind
from lantoa.units.queries import Portrait
from lantoa.units.queries.places import units_in

TARGET_HELP = "Chỉ khi việc tính bằng số liệu. Để trống thì đơn vị tự báo khi xong."
ONE_AT_LEAST = [MinValueValidator(1, "Chỉ tiêu từ 1 trở lên; không đặt thì để trống.")]


def measures_offered() -> list[Any]:
    """Return the measures that may tell how far a task has come, by kind of record."""
    offered = [
        (
            family.label,
            [(each.code, f"{each.label} ({each.unit})") for each in family.measures if each.adds],
        )
        for family in families().values()
        if family.kind is not None
    ]
    return [("", "Không; đơn vị tự báo"), *offered]


class TaskForm(forms.Form):
    """A task of a plan."""

    words = PhraseBox(
        label="Việc phải làm",
        longest=300,
        missing="Hãy ghi việc phải làm.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    first_day = DayBox(label="Tính từ ngày")
    due = DayBox(label="Hạn xong", required=False, help_text="Không ấn định thì để trống.")
    theme = forms.ChoiceField(label="Theo chuyên đề", required=False)
    measure = forms.ChoiceField(
        label="Tính bằng số liệu",
        required=False,
        help_text="Số của đơn vị và các đơn vị trực thuộc, từ ngày bắt đầu đến hạn.",
    )

    def __init__(self, *args: Any, way: Collection[int], **more: Any) -> None:
        """Offer the themes that hold for the unit, and every measure that adds."""
        super().__init__(*args, **more)
        self.themes = {str(each.uuid): each for each in rows_seen(Theme, way)}
        chosen = [(key, f"{each.short}: {each.title}"[:120]) for key, each in self.themes.items()]
        self.fields["theme"].choices = [("", "Không"), *chosen]  # type: ignore[attr-defined]
        self.fields["measure"].choices = measures_offered()  # type: ignore[attr-defined]

    def entry(self, *, plan: FrameworkDocument) -> Task:
        """Return what was asked to be written down."""
        said = self.cleaned_data | {"theme": self.themes.get(self.cleaned_data["theme"])}
        return Task(plan=plan, **said)


class ChoosingForm(forms.Form):
    """Which units are shown to be ticked: of one kind, in one part of the subtree."""

    kind = forms.ChoiceField(label="Loại đơn vị", required=False)
    part = forms.ChoiceField(label="Thuộc", required=False)

    def __init__(self, *args: Any, kinds: Collection[Kind], parts: Sequence[Portrait]) -> None:
        """Offer the kinds that there are below, and the parts of the subtree."""
        super().__init__(*args)
        named = [(each.value, each.label) for each in Kind if each in kinds]
        self.fields["kind"].choices = [("", "Mọi loại"), *named]  # type: ignore[attr-defined]
        below = [(str(each.pk), each.name) for each in parts]
        self.fields["part"].choices = [("", "Mọi nơi"), *below]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Ticked:
    """One unit that may be ticked, with the box for a target of its own."""

    unit: Portrait
    tick: BoundField
    target: BoundField


class HandingForm(forms.Form):
    """Which units get a task, and how much each is to reach."""

    target = WholeNumber(
        label="Chỉ tiêu mỗi đơn vị",
        required=False,
        help_text=TARGET_HELP,
        validators=ONE_AT_LEAST,
    )

    def __init__(self, *args: Any, offered: Sequence[Portrait], **more: Any) -> None:
        """Offer some units, each with a tick and a box for a target of its own."""
        super().__init__(*args, **more)
        self.offered = offered
        for each in offered:
            self.fields[f"unit-{each.pk}"] = forms.BooleanField(
                label=each.name, required=False, initial=True
            )
            self.fields[f"target-{each.pk}"] = WholeNumber(
                label=f"Chỉ tiêu riêng của {each.name}", required=False, validators=ONE_AT_LEAST
            )

    def rows(self) -> Iterator[Ticked]:
        """Yield each unit with its boxes."""
        for each in self.offered:
            yield Ticked(each, self[f"unit-{each.pk}"], self[f"target-{each.pk}"])

    def shares(self) -> list[TaskShare]:
        """Return what each ticked unit is handed."""
        said = self.cleaned_data
        ticked = [each.pk for each in self.offered if said[f"unit-{each.pk}"]]
        return [
            TaskShare(unit, said[f"target-{unit.pk}"] or said["target"])
            for unit in units_in(ticked)
        ]


class SaidForm(forms.Form):
    """That a task is done: on which day, and in a few words."""

    day = DayBox(label="Xong ngày")
    words = PhraseBox(
        label="Kết quả", longest=300, missing="Hãy ghi một câu về kết quả.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def entry(self) -> TaskAnswer:
        """Return what was said."""
        return TaskAnswer(sort=TaskAnswer.Sort.DONE, **self.cleaned_data)


def said_at_once(sort: str, *, on: date) -> TaskAnswer | None:
    """Return what one tap says; None for what needs words, or is nothing."""
    taps = (TaskAnswer.Sort.RECEIVED.value, TaskAnswer.Sort.BEGUN.value)
    return TaskAnswer(sort=sort, day=on) if sort in taps else None


class ReminderForm(forms.Form):
    """The words of one reminder to all who are late."""

    words = PhraseBox(
        label="Lời nhắc",
        longest=600,
        missing="Hãy ghi lời nhắc.",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Hiện trên trang của từng đơn vị chậm; chép được để gửi qua kênh khác.",
    )
