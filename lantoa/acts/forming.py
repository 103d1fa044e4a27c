"""The units that a decision opens: gathered from its steps, named, coded and placed."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from lantoa.acts.picture import BEFORE, OPEN, Life, Place
from lantoa.acts.sketch import Forming, Sketch
from lantoa.acts.steps import Sort, Step
from lantoa.figures.words import composed
from lantoa.units.models import BEGINNING, END, Code, Kind

AREA_KINDS = {Kind.NATION, Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE}
GIVEN = {
    "name": "tên mới",
    "code": "mã mới",
    "kind": "loại",
    "parent": "nơi trực thuộc mới",
    "system": "loại mã",
}
NO_HOME = UUID(int=0)


def form(sketch: Sketch, *, last_numbers: Mapping[str, int]) -> None:
    """Open the units of a decision in the picture after it."""
    _gather(sketch)
    taken = dict(last_numbers)
    for forming in sketch.forming.values():
        _complete(sketch, forming, taken)
        sketch.after.add(_unborn(sketch, forming))
    for forming in sketch.forming.values():
        _place(sketch, forming)


def prefixes(sketch: Sketch) -> set[str]:
    """Return the beginnings of the codes that are to be made for units given none."""
    uncoded = [step for step in sketch.steps if step.forms and not step.code]
    return {_prefix(step.parent, sketch) for step in uncoded} - {""}


def _gather(sketch: Sketch) -> None:
    opened: set[str] = set()
    for place, step in enumerate(sketch.steps):
        if step.sort is Sort.OPEN and not step.key:
            sketch.fault(place, "name", "chưa ghi tên mới.")
        key = step.forms
        if not key:
            continue
        forming = sketch.forming.setdefault(key, Forming(-len(sketch.forming) - 1, place, key))
        if step.sort is Sort.OPEN and key in opened:
            words = (
                f"{key} đã được thành lập ở bước khác; nếu trùng tên, ghi mã mới cho từng đơn vị."
            )
            sketch.fault(place, "code", words)
            continue
        opened |= {key} if step.sort is Sort.OPEN else set()
        _add(sketch, forming, step, place)


def _add(sketch: Sketch, forming: Forming, step: Step, place: int) -> None:
    for column, words in GIVEN.items():
        given, held = getattr(step, column), getattr(forming, column)
        if given in {None, ""}:
            continue
        if held in {None, ""}:
            setattr(forming, column, given)
        elif held != given:
            sketch.fault(place, column, f"{words} của {forming.key} khác với bước trước.")
    if step.unit is not None and step.unit in sketch.before:
        origins = forming.wholes if step.sort is Sort.MERGE else forming.parts
        origins.append(step.unit)


def _complete(sketch: Sketch, forming: Forming, taken: dict[str, int]) -> None:
    """Fill in what follows from the units it is formed of: kind, code and sort of code."""
    origins = [sketch.before[each] for each in forming.origins]
    kinds = {each.kind_on(sketch.on) for each in origins}
    if forming.kind is None and len(kinds) == 1:
        forming.kind = kinds.pop()
    if forming.kind is None:
        sketch.fault(forming.step, "kind", f"chưa ghi loại của {forming.key}.")
    if not forming.name.strip():
        sketch.fault(forming.step, "name", f"chưa ghi tên mới của đơn vị {forming.key}.")
    if not forming.system:
        area = forming.kind in AREA_KINDS
        own = Code.System.AREA if area and forming.code else Code.System.OWN
        forming.system = origins[0].code_on(sketch.on)[0] if origins else own
    if not forming.code:
        _number(sketch, forming, taken)


def _number(sketch: Sketch, forming: Forming, taken: dict[str, int]) -> None:
    prefix = _prefix(forming.parent, sketch)
    if not prefix:
        sketch.fault(forming.step, "code", f"chưa ghi mã mới của {forming.key}.")
        return
    taken[prefix] = taken.get(prefix, 0) + 1
    forming.code = f"{prefix}{taken[prefix]:03d}"


def _prefix(parent: int | str | None, sketch: Sketch) -> str:
    """Return how codes under a unit begin; empty where that is not known."""
    if isinstance(parent, int) and parent in sketch.before:
        code = sketch.before[parent].code_on(sketch.on)[1]
    else:
        code = next((each.code for each in sketch.steps if each.forms == parent), "")
    return f"{code}." if code else ""


def _unborn(sketch: Sketch, forming: Forming) -> Life:
    """Return the unit with its name and code, yet without a place."""
    return Life(
        pk=forming.pk,
        uuid=None,
        home=NO_HOME,
        first_kind=forming.kind or Kind.CELL,
        names=[(sketch.on, composed(forming.name))],
        codes=[(sketch.on, (str(forming.system), forming.code))],
    )


def _place(sketch: Sketch, forming: Forming) -> None:
    parent = sketch.resolve(forming.parent, step=forming.step, column="parent")
    life = sketch.after.changing(forming.pk)
    origin = _before_birth(sketch, forming) if forming.origins else parent
    life.places = [Place(BEGINNING, sketch.on, origin, BEFORE)]
    sketch.after.begin(forming.pk, Place(sketch.on, END, parent, OPEN))
    if sketch.faults or not sketch.named():
        return
    above = sketch.before.lives.get(parent or 0) or sketch.named()[0]
    life.home, life.is_simulated = above.home, above.is_simulated


def _before_birth(sketch: Sketch, forming: Forming) -> int | None:
    """Return where it hangs before its birth: under the lowest unit that held its origins."""
    origins = forming.origins
    if len(origins) == 1:
        return origins[0]
    day = sketch.on - timedelta(days=1)
    paths = [sketch.before.path_above(each, day=day) for each in origins]
    common = [unit for unit in paths[0] if all(unit in path for path in paths)]
    if not common:
        words = "các đơn vị hợp thành không có chung đơn vị cấp trên."
        sketch.fault(forming.step, "unit", words)
        return None
    return common[0]
