"""Everything that the articles tell, deed by deed: what holds it, and on which page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.urls import reverse

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.facts import Activity
from lantoa.demonstration.operations.funds import CARRIER as FUND
from lantoa.demonstration.operations.funds import entered_funds
from lantoa.demonstration.operations.guiding import guidance_of
from lantoa.demonstration.operations.held import Records, held_records
from lantoa.demonstration.operations.numbers import unit_of
from lantoa.demonstration.operations.placed import PlacedFigure, State, placed_figures
from lantoa.records.record.kinds import kinds
from lantoa.units.models import Unit
from lantoa.units.queries import find_unit

GUIDANCE = "guidance"
RECORDED, NOT_RECORDED = "recorded", "not recorded"
SLUGS = {"document": "van-ban", "theme": "chuyen-de", "drive": "phong-trao", "target": "chi-tieu"}
ANY = UUID(int=0)
Placed = dict[str, PlacedFigure]
"""Published figures with their places, by their number."""


@dataclass(frozen=True)
class DeedHolder:
    """What holds a deed: its kind, key, address and source, as its page shows them."""

    kind: str
    key: str
    url: str
    source: str


@dataclass(frozen=True)
class ToldDeed:
    """A deed that an article tells, where it stands, and everything that holds it."""

    activity: Activity
    state: str
    holders: tuple[DeedHolder, ...]


def told_deeds() -> list[ToldDeed]:
    """Return every deed with what holds it, in the order of the articles."""
    records = held_records()
    placed = {str(each.figure.number): each for each in placed_figures()}
    return [_told(each, records, placed) for each in facts.activities()]


def _told(activity: Activity, records: Records, placed: Placed) -> ToldDeed:
    if activity.reason:
        return ToldDeed(activity, NOT_RECORDED, ())
    holders = (
        *_of_records(activity, records),
        *_of_funds(activity, placed),
        *_of_guidance(activity),
    )
    quoted = [placed[each.key].state for each in holders if each.kind == "quotations"]
    if not holders:
        state: str = State.MISSING
    else:
        state = quoted[0] if len(quoted) == len(holders) else RECORDED
    return ToldDeed(activity, state, holders)


def _of_records(activity: Activity, records: Records) -> Iterator[DeedHolder]:
    for key in keys_of(activity):
        if held := records.get(key):
            yield DeedHolder(held.kind.code, key, held.url, held.row.source)


def _of_funds(activity: Activity, placed: Placed) -> Iterator[DeedHolder]:
    for key in activity.records:
        if key in placed and placed[key].figure.carrier == FUND:
            for fund in entered_funds(placed[key].figure):
                source = facts.articles()[placed[key].figure.article].citation
                yield DeedHolder(FUND, key, reverse("desk:fund", args=[fund.uuid]), source)


def _of_guidance(activity: Activity) -> Iterator[DeedHolder]:
    for key, words in facts.deeds(GUIDANCE).items():
        if activity.id not in words["deeds"]:
            continue
        if (row := guidance_of(words)) is not None:
            unit = unit_of(words["unit"]) if "unit" in words else _root()
            url = _guidance_page(words, unit.uuid, row.uuid)
            yield DeedHolder(GUIDANCE, key, url, getattr(row, "source", ""))


def _root() -> Unit:
    return find_unit(facts.units()["root"]["code"])


def _guidance_page(words: dict[str, Any], unit: UUID, row: UUID) -> str:
    if words.get("is") == "task":
        return reverse("desk:task", args=[unit, row])
    slug = SLUGS[words.get("is", "document")]
    return reverse("office:guidance-row", args=[unit, slug, row])


def keys_of(activity: Activity) -> list[str]:
    """Return the keys of the records that hold a deed, each once."""
    named = [key for deeds in _entries().values() for key in deeds.get(activity.id, ())]
    return list(dict.fromkeys([*activity.records, *named]))


@cache
def _entries() -> dict[str, dict[str, list[str]]]:
    """Return, by kind and deed, the keys of the entries that name the deed."""
    found: dict[str, dict[str, list[str]]] = {}
    for kind in kinds():
        for key, words in facts.deeds(kind.code).items():
            for deed in words["deeds"]:
                found.setdefault(kind.code, {}).setdefault(deed, []).append(key)
    return found


def pages_of(activity: Activity) -> list[str]:
    """Return the addresses of the pages that show a deed, with “…” for what differs."""
    if activity.reason:
        return []
    if activity.kind == GUIDANCE:
        entries = facts.deeds(GUIDANCE).values()
        named = [each for each in entries if activity.id in each["deeds"]]
        urls = [_guidance_page(each, ANY, ANY) for each in named]
    else:
        urls = [_record_page(kind) for kind in _kinds_of(activity)]
    return list(dict.fromkeys(re.sub(str(ANY), "…", url) for url in urls))


def _record_page(kind: str) -> str:
    if kind == FUND:
        return reverse("desk:fund", args=[ANY])
    return reverse(f"{kind}:show", args=[ANY])


def _kinds_of(activity: Activity) -> list[str]:
    """Return the kinds that hold a deed, or that will."""
    named = [kind for kind, deeds in _entries().items() if activity.id in deeds]
    figures = {each.record or str(each.number): each.carrier for each in facts.figures()}
    figures |= {str(each.number): each.carrier for each in facts.figures()}
    carried = [CARRIED.get(figures[key], figures[key]) for key in activity.records]
    found = [*carried, *named] or [activity.kind]
    return [each for each in found if each in {FUND, *(kind.code for kind in kinds())}]


CARRIED = {
    "chart": "quotations",
    "indicator": "indicators",
    "meeting": "meetings",
    "quotation": "quotations",
    "work": "works",
}
"""The kind behind each carrier that is not named for one."""
