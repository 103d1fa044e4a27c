"""What a step says beyond what it does: refused, since it would be lost without a word."""

from collections.abc import Iterator

from lantoa.acts.sketch import Sketch
from lantoa.acts.steps import USED, Sort, Step

OF_NEW = ("name", "code", "kind", "parent")
"""What is said of a unit that a step opens."""
SEPARATELY = "bỏ trống, hoặc ghi thành một việc riêng"


def refuse_surplus(sketch: Sketch) -> None:
    """Refuse what a step says that nobody would do."""
    for number, step in enumerate(sketch.steps):
        for column, words in _surplus(step):
            sketch.fault(number, column, words)


def _surplus(step: Step) -> Iterator[tuple[str, str]]:
    for column, sorts in USED.items():
        if step.sort not in sorts and _is_said(step, column) and not _is_target(step, column):
            yield column, f"việc {step.sort.label} không dùng ô này; {SEPARATELY}."
    if isinstance(step.into, int):
        for column in OF_NEW:
            if step.sort in USED[column] and _is_said(step, column):
                yield column, f"đơn vị nhận đã có từ trước, việc này không đổi nó; {SEPARATELY}."


def _is_said(step: Step, column: str) -> bool:
    return getattr(step, column) not in {None, "", ()}


def _is_target(step: Step, column: str) -> bool:
    """Tell whether a merge names as its successor the unit that takes over anyway."""
    merges = step.sort is Sort.MERGE and column == "successor"
    return merges and step.successor in {step.into, step.forms}
