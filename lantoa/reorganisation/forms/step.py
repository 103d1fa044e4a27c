"""One thing that a decision does, asked for on the screen."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst

from lantoa.acts.naming import Ambiguous, Bearers, bearers_of
from lantoa.acts.steps import USED, Reference, Sort, Step
from lantoa.formats.lines import LineBox
from lantoa.reorganisation.queries.seat import outside, reach
from lantoa.units.models import Kind, Unit

NEEDED: dict[Sort, tuple[str, ...]] = {
    Sort.OPEN: ("name", "kind", "parent"),
    Sort.CLOSE: ("unit",),
    Sort.RENAME: ("unit", "name"),
    Sort.RECODE: ("unit", "code"),
    Sort.MOVE: ("unit", "parent"),
    Sort.MERGE: ("unit",),
    Sort.SPLIT: ("unit", "receives"),
    Sort.CHANGE_KIND: ("unit", "kind"),
}
"""What each sort of step cannot do without."""
CODES = ("unit", "parent", "into", "successor")
CHANGED = ("unit", "receives")
"""Who bears these codes the decision changes; the others receive."""
MISSING = {
    "unit": "Ghi mã của đơn vị.",
    "code": "Ghi mã mới.",
    "name": "Ghi tên mới.",
    "kind": "Chọn loại.",
    "parent": "Ghi mã nơi trực thuộc mới.",
    "receives": "Ghi mã các đơn vị trực thuộc mà phần này nhận.",
}

SURPLUS = "Việc {work} không dùng ô này. Để trống, hoặc ghi thành một việc riêng."


def code_box(label: str, help_text: str = "") -> LineBox:
    """Return a box for the code of a unit."""
    return LineBox(label=label, max_length=200, required=False, help_text=help_text)


class StepForm(forms.Form):
    """One step: units are named by their codes."""

    sort = forms.ChoiceField(
        label="Việc",
        choices=[(each.value, capfirst(each.label)) for each in Sort],
        error_messages={"required": "Chọn việc."},
    )
    unit = code_box("Mã đơn vị", "Đơn vị thay đổi, kết thúc, được hợp nhất hoặc được chia.")
    name = code_box("Tên mới")
    code = LineBox(
        label="Mã mới",
        max_length=40,
        required=False,
        help_text="Hợp nhất nhiều đơn vị: mỗi đơn vị một việc, cùng một mã mới.",
    )
    kind = forms.ChoiceField(
        label="Loại mới",
        choices=[("", "như đơn vị cũ"), *((each.value, each.label) for each in Kind)],
        required=False,
    )
    parent = code_box("Mã nơi trực thuộc mới")
    into = code_box("Mã đơn vị nhận", "Nhập vào một đơn vị đã có, thay vì lập đơn vị mới.")
    successor = code_box(
        "Mã đơn vị kế thừa chính", "Số liệu riêng của đơn vị kết thúc tính vào đơn vị này."
    )
    receives = code_box("Mã các đơn vị trực thuộc được nhận", "Khi chia; cách nhau bằng dấu phẩy.")
    note = LineBox(label="Ghi chú", max_length=500, required=False)

    def __init__(
        self, *args: Any, unit: Unit, today: date, opens: Collection[str] = (), **more: Any
    ) -> None:
        """Take under which unit codes are read, on which day, and what the decision opens."""
        self.place, self.today, self.opens = unit, today, set(opens)
        super().__init__(*args, **more)

    def boxes(self) -> Iterator[dict[str, Any]]:
        """Yield the boxes of units and names, each with the sorts of step that it is meant for."""
        for name, sorts in USED.items():
            needing = [sort for sort in sorts if name in NEEDED[sort]]
            yield {
                "field": self[name],
                "used": " ".join(sorts),
                "needed": " ".join(needing),
                "when": _when(name, sorts),
            }

    def clean(self) -> dict[str, Any]:
        """Refuse a step that lacks something, or says what its sort does not use."""
        given = self.cleaned_data
        sort = given.get("sort", "")
        for name in NEEDED.get(sort, ()):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, MISSING[name])
        for name, sorts in USED.items():
            if sort and sort not in sorts and given.get(name):
                self.add_error(name, SURPLUS.format(work=Sort(sort).label))
        return given

    def step(self, *, on: date) -> Step | None:
        """Return the step of a decision in force from a day.

        None where a code names no unit that may be reorganised here: the form then says so.
        """
        given = self.cleaned_data
        codes = {given[name] for name in CODES} | set(_listed(given["receives"])) - {""}
        within = reach(self.place.pk, on=on, today=self.today)
        known = bearers_of(codes, on=on, within=within)
        found: dict[str, Any] = {name: self._reference(name, known) for name in CODES}
        step = Step(
            sort=Sort(given["sort"]),
            code=given["code"],
            name=given["name"],
            kind=Kind(given["kind"]) if given["kind"] else None,
            receives=tuple(self._received(known)),
            note=given["note"],
            **found,
        )
        for fault in outside([step], unit=self.place.pk, on=on, today=self.today):
            self.add_error(fault.field, fault.words)
        return None if self.errors else step

    def _reference(self, name: str, known: Bearers) -> Reference | None:
        """Return the unit that a code names, or the code of one that the decision opens."""
        code, opened = self.cleaned_data[name], self.opens | {self.cleaned_data["code"]}
        if not code or (name != "unit" and code in opened):
            return code or None
        return self._unit(name, code, known)

    def _received(self, known: Bearers) -> Iterator[int]:
        for code in _listed(self.cleaned_data["receives"]):
            found = self._unit("receives", code, known)
            if found is not None:
                yield found

    def _unit(self, name: str, code: str, known: Bearers) -> int | None:
        try:
            return known.unit(code) if name in CHANGED else known.receiver(code)
        except Ambiguous as refusal:
            self.add_error(name, refusal.message[:1].upper() + refusal.message[1:])
            return None


def _when(name: str, sorts: tuple[Sort, ...]) -> str:
    """Say when a box is filled in, for whoever sees them all."""
    if name == "unit":
        return "Mọi việc, trừ thành lập"
    return capfirst(", ".join(str(sort.label) for sort in sorts))


def _listed(text: str) -> list[str]:
    return [code for each in text.split(",") if (code := each.strip())]
