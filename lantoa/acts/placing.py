"""What each step does to places: units move, end, merge and divide, and others follow them."""

from itertools import chain

from lantoa.acts.picture import CLOSED, OPEN
from lantoa.acts.sketch import Sketch, Taking
from lantoa.acts.steps import Sort, Step
from lantoa.figures.period import write_day


def place(sketch: Sketch) -> None:
    """Place every unit that the steps name, then those that follow a unit that merges."""
    numbered = list(enumerate(sketch.steps))
    for number, step in numbered:
        _settle_open(sketch, step, number)
    for number, step in numbered:
        _settle_closed(sketch, step, number)
    _split_all(sketch)
    for number, step in numbered:
        if step.sort is Sort.MERGE and sketch.causes.get(step.unit or 0) == number:
            _follow(sketch, step, number)


def _settle_open(sketch: Sketch, step: Step, number: int) -> None:
    if step.sort is Sort.MOVE:
        _move(sketch, step, number)
    for received in step.receives:
        _receive(sketch, step, received, number)


def _settle_closed(sketch: Sketch, step: Step, number: int) -> None:
    if step.sort is Sort.CLOSE:
        _close(sketch, step, number)
    if step.sort is Sort.MERGE:
        _merge(sketch, step, number)


def target(sketch: Sketch, step: Step, number: int) -> int | None:
    """Return the unit that takes over in a merge or a part of a split."""
    reference = step.forms or step.into
    return sketch.resolve(reference, step=number, column="code")


def _move(sketch: Sketch, step: Step, number: int) -> None:
    parent = sketch.resolve(step.parent, step=number, column="parent")
    if parent is None:
        return
    if step.unit is not None and step.unit in sketch.before and parent in sketch.before:
        held = sketch.before[step.unit].place_on(sketch.on)
        if held.state == OPEN and held.parent == parent and held.since != sketch.on:
            words = f"{sketch.name(step.unit)} đã trực thuộc {sketch.name(parent)}."
            sketch.fault(number, "parent", words)
            return
    sketch.settle(step.unit, parent, OPEN, step=number)


def _receive(sketch: Sketch, step: Step, received: int, number: int) -> None:
    parent = target(sketch, step, number)
    if parent is None or sketch.resolve(received, step=number, column="receives") is None:
        return
    if sketch.before[received].place_on(sketch.on).parent != step.unit:
        words = f"{sketch.name(received)} không trực thuộc đơn vị được chia."
        sketch.fault(number, "receives", words)
        return
    sketch.settle(received, parent, OPEN, step=number)


def _close(sketch: Sketch, step: Step, number: int) -> None:
    """End a unit; its past goes where the step says, by default to the unit above it."""
    if not sketch.at_work(step.unit, step=number) or step.unit is None:
        return
    into = step.successor or sketch.before[step.unit].place_on(sketch.on).parent
    if into is None:
        sketch.fault(number, "successor", "chưa nêu đơn vị kế thừa.")
        return
    successor = sketch.resolve(into, step=number, column="successor")
    if successor == step.unit:
        sketch.fault(number, "successor", f"{sketch.name(step.unit)} không thể kế thừa chính nó.")
    elif successor is not None:
        sketch.settle(step.unit, successor, CLOSED, step=number)


def _merge(sketch: Sketch, step: Step, number: int) -> None:
    successor = target(sketch, step, number)
    if successor is None:
        return
    if step.unit is None:
        sketch.fault(number, "unit", "chưa nêu đơn vị được hợp nhất.")
        return
    if successor == step.unit:
        sketch.fault(number, "into", f"{sketch.name(step.unit)} không thể nhập vào chính nó.")
        return
    sketch.settle(step.unit, successor, CLOSED, step=number)
    if sketch.causes.get(step.unit) == number:
        sketch.takings.append(Taking(step.unit, successor, is_whole=True, is_principal=True))


def _follow(sketch: Sketch, step: Step, number: int) -> None:
    """Move what hangs under a merged unit along with it, unless a step of its own places it."""
    successor = sketch.after[step.unit or 0].place_on(sketch.on).parent
    for child, held in list(sketch.before.hung_under(step.unit or 0, since=sketch.on)):
        if held.since > sketch.on:
            words = (
                f"{sketch.before.name(child, held.since)} được xếp vào "
                f"{sketch.name(step.unit or 0)} từ ngày {write_day(held.since)}."
            )
            sketch.fault(number, "unit", words)
        elif child not in sketch.causes and successor is not None:
            sketch.settle(child, successor, OPEN, step=number)
            sketch.follows.add(child)


def _split_all(sketch: Sketch) -> None:
    parts: dict[int, list[int]] = {}
    for number, step in enumerate(sketch.steps):
        if step.sort is Sort.SPLIT:
            if step.unit is None:
                sketch.fault(number, "unit", "chưa nêu đơn vị được chia.")
            else:
                parts.setdefault(step.unit, []).append(number)
    for unit, numbers in parts.items():
        _split(sketch, unit, numbers)
    for number in chain.from_iterable(parts.values()):
        _refuse_absent(sketch, number)


def _refuse_absent(sketch: Sketch, number: int) -> None:
    """Refuse a part that goes to a unit which is not at work on the day."""
    part = sketch.steps[number].into
    if isinstance(part, int) and part in sketch.after and not sketch.after[part].is_open(sketch.on):
        day = write_day(sketch.on)
        words = f"{sketch.name(part)} không hoạt động từ ngày {day}, không nhận được phần nào."
        sketch.fault(number, "into", words)


def _split(sketch: Sketch, unit: int, numbers: list[int]) -> None:
    first = numbers[0]
    targets = [target(sketch, sketch.steps[each], each) for each in numbers]
    principal = _principal(sketch, numbers)
    if principal is None or None in targets:
        return
    if principal not in targets or len(set(targets)) < len(targets):
        words = "đơn vị kế thừa chính phải là một trong các phần, mỗi phần ghi một lần."
        sketch.fault(first, "successor", words)
        return
    sketch.settle(unit, principal, CLOSED, step=first)
    for each in targets:
        if each is not None and sketch.causes.get(unit) == first:
            sketch.takings.append(
                Taking(unit, each, is_whole=False, is_principal=each == principal)
            )


def _principal(sketch: Sketch, numbers: list[int]) -> int | None:
    """Return the principal part: the same in every step that names one."""
    named = [each for each in numbers if sketch.steps[each].successor is not None]
    found = {
        sketch.resolve(sketch.steps[each].successor, step=each, column="successor")
        for each in named
    }
    if not named:
        sketch.fault(numbers[0], "successor", "chưa nêu đơn vị kế thừa chính của đơn vị được chia.")
    elif len(found) > 1:
        sketch.fault(
            named[-1], "successor", "mỗi đơn vị được chia chỉ có một đơn vị kế thừa chính."
        )
    return found.pop() if len(found) == 1 else None
