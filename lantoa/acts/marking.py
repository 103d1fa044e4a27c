"""What each step does to names, codes and kinds."""

from lantoa.acts.picture import CLOSED
from lantoa.acts.sketch import PER_DAY, Sketch
from lantoa.acts.steps import Sort, Step
from lantoa.figures.period import write_day
from lantoa.figures.words import composed


def mark(sketch: Sketch) -> None:
    """Name, code and class the units that the steps say, and those that the decision opens."""
    for forming in sketch.forming.values():
        sketch.names[forming.pk] = composed(forming.name)
        sketch.codes[forming.pk] = (forming.system, forming.code)
    for number, step in enumerate(sketch.steps):
        if step.sort in MARKS and _may(sketch, step, number):
            MARKS[step.sort](sketch, step, number)


def _may(sketch: Sketch, step: Step, number: int) -> bool:
    unit = step.unit
    if unit is None or not sketch.at_work(unit, step=number):
        if unit is None:
            sketch.fault(number, "unit", "chưa nêu đơn vị.")
        return False
    if sketch.after[unit].place_on(sketch.on).state == CLOSED:
        words = (
            f"{sketch.name(unit)} kết thúc ở bước {sketch.causes[unit] + 1}, không đổi được nữa."
        )
        sketch.fault(number, "unit", words)
        return False
    return True


def _rename(sketch: Sketch, step: Step, number: int) -> None:
    unit, name = step.unit or 0, composed(step.name)
    life = sketch.before[unit]
    if not name:
        sketch.fault(number, "name", "chưa ghi tên mới.")
    elif life.name_on(sketch.on) == name:
        sketch.fault(number, "name", f"đơn vị đã mang tên {name}.")
    elif unit in sketch.names or any(since == sketch.on for since, _ in life.names):
        sketch.fault(number, "name", _twice(sketch, unit, "tên"))
    else:
        sketch.names[unit] = name
        sketch.after.changing(unit).mark("names", sketch.on, name)


def _recode(sketch: Sketch, step: Step, number: int) -> None:
    unit = step.unit or 0
    life = sketch.before[unit]
    system, held = life.code_on(sketch.on)
    code = (step.system or system, step.code)
    if not step.code:
        sketch.fault(number, "code", "chưa ghi mã mới.")
    elif (system, held) == code:
        sketch.fault(number, "code", f"đơn vị đã mang mã {step.code}.")
    elif unit in sketch.codes or any(since == sketch.on for since, _ in life.codes):
        sketch.fault(number, "code", _twice(sketch, unit, "mã"))
    else:
        sketch.codes[unit] = code
        sketch.after.changing(unit).mark("codes", sketch.on, code)


def _change_kind(sketch: Sketch, step: Step, number: int) -> None:
    unit, kind = step.unit or 0, step.kind
    life = sketch.before[unit]
    if kind is None:
        sketch.fault(number, "kind", "chưa ghi loại mới.")
    elif life.kind_on(sketch.on) == kind:
        sketch.fault(number, "kind", f"đơn vị đã là {kind.label}.")
    elif unit in sketch.kinds or any(since == sketch.on for since, _ in life.kinds):
        sketch.fault(number, "kind", _twice(sketch, unit, "loại"))
    elif life.founded() == sketch.on:
        sketch.fault(number, "kind", "đơn vị mới thành lập trong ngày này.")
    else:
        sketch.kinds[unit] = kind
        sketch.after.changing(unit).mark("kinds", sketch.on, kind.value)


def _twice(sketch: Sketch, unit: int, what: str) -> str:
    return f"{sketch.name(unit)} đã đổi {what} trong ngày {write_day(sketch.on)}; {PER_DAY}."


MARKS = {Sort.RENAME: _rename, Sort.RECODE: _recode, Sort.CHANGE_KIND: _change_kind}
