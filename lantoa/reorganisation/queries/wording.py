"""Decisions and their steps in words."""

from collections.abc import Sequence
from datetime import date

from lantoa.acts.models import Act
from lantoa.acts.steps import Reference, Sort, Step
from lantoa.units.models import Unit
from lantoa.units.queries import portraits

Known = dict[Reference, tuple[str, str]]
"""Name and code of a unit, by its id or by its key in the decision."""


def worded(steps: Sequence[Step], *, on: date, opens: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return each step as a sentence; units bear their names of the day before it holds.

    `opens` are the units that the whole decision opens.
    """
    named = set().union(*(step.units() for step in steps)) if steps else set()
    day = date.fromordinal(on.toordinal() - 1)
    shown: Known = {unit: (each.name, each.code) for unit, each in portraits(named, on=day).items()}
    shown |= {key: (name, code) for key, name, code in opens if name}
    return [_sentence(step, shown) for step in steps]


def opened_in(steps: Sequence[Step]) -> list[tuple[str, str, str]]:
    """Return key, name and code of each unit that some steps open."""
    return [(step.forms, step.name, step.code) for step in steps if step.forms]


def _sentence(step: Step, shown: Known) -> str:
    unit = _name(step.unit, shown)
    parent = _name(step.parent, shown)
    words = {
        Sort.OPEN: f"thành lập {step.name}{_bracket(step.code)} thuộc {parent}",
        Sort.CLOSE: f"kết thúc {unit}{_counts(step.successor, shown)}",
        Sort.RENAME: f"đổi tên {unit} thành {step.name}",
        Sort.RECODE: f"đổi mã {unit} thành {step.code}",
        Sort.MOVE: f"chuyển {unit} về {parent}",
        Sort.MERGE: f"hợp nhất {unit} vào {_target(step, shown)}",
        Sort.SPLIT: f"chia {unit}, một phần cho {_target(step, shown)}{_receives(step, shown)}",
        Sort.CHANGE_KIND: f"đổi loại {unit} thành {step.kind.label if step.kind else ''}",
    }
    return words[step.sort][:1].upper() + words[step.sort][1:]


def _name(reference: Reference | None, shown: Known) -> str:
    if reference is None:
        return "nơi chưa ghi"
    name, code = shown.get(reference, (str(reference), ""))
    return f"{name}{_bracket(code)}"


def _bracket(code: str) -> str:
    return f" ({code})" if code else ""


def _target(step: Step, shown: Known) -> str:
    return _name(step.forms or step.into, shown)


def _counts(successor: Reference | None, shown: Known) -> str:
    return f", số liệu cũ tính vào {_name(successor, shown)}" if successor else ""


def _receives(step: Step, shown: Known) -> str:
    names = [_name(each, shown) for each in step.receives[:5]]
    more = f" và {len(step.receives) - 5} đơn vị khác" if len(step.receives) > 5 else ""
    return f", nhận {', '.join(names)}{more}" if names else ""


def formed_by(act: Act) -> dict[int, Unit]:
    """Return the unit that each step of an approved decision opened, by the order of the step."""
    rows = act.steps.exclude(formed=None).select_related("formed")
    return {row.order: row.formed for row in rows if row.formed}
