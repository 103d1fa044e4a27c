"""Random giving and practices, each with what it adds."""

from datetime import date
from random import Random
from typing import Any

from lantoa.people.models import User
from lantoa.records.giving.models import Giving
from lantoa.records.giving.operations import DONE as GIVING
from lantoa.records.practices.models import Output, Practice, ServiceMeasure
from lantoa.records.practices.operations import DONE as PRACTICES
from lantoa.records.practices.operations import OUTPUTS
from lantoa.records.record.models import DatedStep
from lantoa.records.record.operations import STEPS
from lantoa.units.models import Unit
from tests import build
from tests.acts.drawing import Added, coded, placed, some

SERVED = ("poor_households", "near_poor_households", "policy_households", "other_households",
          "pupils", "people")  # fmt: skip
GOODS = {"card": "cards", "gift": "gifts", "scholarship": "scholarships", "rice": "rices",
         "meal": "meals"}  # fmt: skip

COUNTED_STEPS = ("registered", "stopped")


def giving(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record an appeal, a receipt or aid; return what it adds."""
    sort = draw.choice(Giving.Sort.values)
    said: dict[str, Any] = {}
    if sort != "appeal":
        said |= {"money": some(draw, 10**9), "goods": draw.choice(["", *Giving.Goods.values]),
                 "quantity": some(draw), "goods_value": some(draw, 10**8)}  # fmt: skip
    said |= {"workdays": some(draw)} if sort == "receipt" else {}
    said |= {each: some(draw) for each in SERVED} if sort == "aid" else {}
    entry = Giving(**placed(at, on), sort=sort, title="Ủng hộ", groups=(), **said)
    GIVING.record_unasked(by=by, at=build.NOW, entries=[entry])
    return coded("giving", _given(sort, said))


def _given(sort: str, said: dict[str, Any]) -> dict[str, int | None]:
    if sort == "appeal":
        return {"appeals": 1}
    if sort == "receipt":
        return {each: said[each] for each in ("money", "goods_value", "workdays")}
    added = {each: said[each] for each in SERVED} | {"spent": said["money"]}
    return added | ({GOODS[said["goods"]]: said["quantity"]} if said["goods"] in GOODS else {})


def practice(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record a practice, or a service and what it did; return what they add."""
    sort, times = draw.choice(Practice.Sort.values), draw.randint(1, 9)
    told = {"cost": some(draw, 10**9), "people": some(draw), "households": some(draw)}
    entry = Practice(**placed(at, on), sort=sort, title="Nắm gạo tình thương", times=times, **told)
    row = PRACTICES.record_unasked(by=by, at=build.NOW, entries=[entry])[0]
    added = {"new": times, "cost": told["cost"], "served_people": told["people"],
             "served_households": told["households"]}  # fmt: skip
    added |= _steps_of(draw, row, by=by)
    did = _done_by(draw, row, by=by) if sort == "service" else {}
    return coded("practices", added | did)


def _steps_of(draw: Random, row: Practice, *, by: User) -> dict[str, int]:
    """Take steps on the day of a practice, some of which are counted where they are taken."""
    taken = [each for each in Practice.Stage.values if draw.random() < 0.2]
    for step in taken:
        entry = DatedStep(
            **placed(row.unit, row.last_day), record_kind="practices", record=row.uuid, step=step
        )
        STEPS.record_unasked(by=by, at=build.NOW, entries=[entry])
    return {each: row.times for each in taken if each in COUNTED_STEPS}


def _done_by(draw: Random, row: Practice, *, by: User) -> dict[str, int]:
    measure = draw.choice(list(ServiceMeasure.objects.order_by("pk")))
    output = Output(
        **placed(row.unit, row.last_day), practice=row.uuid, measure=measure,
        quantity=draw.randint(0, 9),
    )  # fmt: skip
    OUTPUTS.record_unasked(by=by, at=build.NOW, entries=[output])
    return {f"did_{measure.code}": output.quantity}
