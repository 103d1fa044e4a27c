"""Working out a decision: from its steps and a picture to the rows that it will write."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lantoa.acts.checks import wrongs
from lantoa.acts.forming import form, prefixes
from lantoa.acts.loading import last_numbers, picture_of
from lantoa.acts.marking import mark
from lantoa.acts.picture import Picture, Place
from lantoa.acts.placing import place
from lantoa.acts.sketch import Forming, Sketch, Taking
from lantoa.acts.steps import Fault, Step, Unplannable
from lantoa.acts.surplus import refuse_surplus
from lantoa.units.models import Kind


@dataclass(frozen=True)
class Plan:
    """What a decision will write, or what is wrong with it.

    Units that it opens have negative ids. `causes` gives, for each unit whose place changes, the
    step that changes it; `follows` are those that no step names, but that go with a merged unit.
    """

    on: date
    steps: tuple[Step, ...]
    faults: tuple[Fault, ...]
    before: Picture
    after: Picture
    forming: tuple[Forming, ...]
    names: Mapping[int, str]
    codes: Mapping[int, tuple[str, str]]
    kinds: Mapping[int, Kind]
    takings: tuple[Taking, ...]
    causes: Mapping[int, int]
    follows: frozenset[int]
    fingerprint: str

    def places(self) -> list[tuple[int, Place]]:
        """Return the places that begin, those before a birth included."""
        born = [(each.pk, row) for each in self.forming for row in self.after[each.pk].places]
        return born + [(unit, self.after[unit].place_on(self.on)) for unit in self.causes]

    def cuts(self) -> list[int]:
        """Return the rows of the places that end on the day."""
        held = (self.before[unit].place_on(self.on) for unit in self.causes)
        return [each.pk for each in held if each.pk is not None]

    def refuse(self) -> None:
        """Raise Unplannable where anything is wrong."""
        if self.faults:
            raise Unplannable(self.faults)


def plan(steps: Sequence[Step], *, on: date) -> Plan:
    """Read what a decision must know, and work it out; ten SELECTs however large it is."""
    before = picture_of(steps, on=on)
    numbers = last_numbers(prefixes(Sketch(on, steps, before, before)))
    return worked_out(steps, on=on, before=before, last_numbers=numbers)


def worked_out(
    steps: Sequence[Step], *, on: date, before: Picture, last_numbers: Mapping[str, int]
) -> Plan:
    """Work a decision out on a picture, without asking the database anything."""
    sketch = Sketch(on, steps, before, before.copy())
    _refuse_strangers(sketch)
    refuse_surplus(sketch)
    form(sketch, last_numbers=last_numbers)
    place(sketch)
    mark(sketch)
    if not sketch.faults:
        _check(sketch)
    return Plan(
        on=on,
        steps=tuple(steps),
        faults=tuple(sorted(dict.fromkeys(sketch.faults), key=lambda each: each.step)),
        before=before,
        after=sketch.after,
        forming=tuple(sketch.forming.values()),
        names=sketch.names,
        codes=sketch.codes,
        kinds=sketch.kinds,
        takings=tuple(sketch.takings),
        causes=sketch.causes,
        follows=frozenset(sketch.follows),
        fingerprint=_fingerprint(sketch, last_numbers),
    )


def _refuse_strangers(sketch: Sketch) -> None:
    """Refuse an empty decision, one about no unit there is, and one about two organisations."""
    if not sketch.steps:
        sketch.fault(0, "", "quyết định chưa có bước nào.")
    elif not any(step.units() for step in sketch.steps):
        sketch.fault(0, "parent", "quyết định chưa nêu đơn vị nào đang có.")
    homes = {life.home for life in sketch.named()}
    if len(homes) > 1:
        sketch.fault(
            0, "unit", "các đơn vị thuộc nhiều tổ chức khác nhau, không cùng một cấp trên."
        )


def _check(sketch: Sketch) -> None:
    steps = dict(sketch.causes) | {each.pk: each.step for each in sketch.forming.values()}
    marked = {step.unit: number for number, step in enumerate(sketch.steps) if step.unit}
    found = wrongs(
        sketch.after, since=sketch.on, placed=list(steps), codes=set(sketch.codes.values())
    )
    for unit, column, words in found:
        number = marked.get(unit, 0) if column == "code" else 0
        sketch.fault(steps.get(unit, number), column, words)


def _fingerprint(sketch: Sketch, numbers: Mapping[str, int]) -> str:
    """Return the SHA-256 of the steps and of all that was read to work them out."""
    found = hashlib.sha256(repr((sketch.on, list(sketch.steps), sorted(numbers.items()))).encode())
    for unit, life in sorted(sketch.before.lives.items()):
        found.update(repr((unit, life.places, life.names, life.codes, life.kinds)).encode())
    return found.hexdigest()
