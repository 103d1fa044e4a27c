"""Asking about dialogues: those of a period, and whether their days were kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from lantoa.figures.question import Question
from lantoa.matters.queries import MatterCounts, counts_of_origins, limits_on
from lantoa.records.dialogues.models import CONFERENCES, Dialogue
from lantoa.records.record import queries as shared


def rows(*, units: Collection[int], asked: Question) -> list[Dialogue]:
    """Return the dialogues of some units in a period, latest first."""
    return shared.rows(Dialogue, units, asked)


def followed(rows: Collection[Dialogue], *, on: date) -> MatterCounts:
    """Return how many matters came out of some dialogues, and how they stand; one SELECT."""
    return counts_of_origins({row.origin for row in rows}, today=on)


@dataclass(frozen=True)
class LimitKept:
    """One limit of a dialogue: in words, and as the state of a badge."""

    words: str
    state: str
    told: str


def limits_kept(row: Dialogue) -> list[LimitKept]:
    """Return whether the limits that held on the day of a dialogue were kept; one SELECT."""
    if row.sort not in CONFERENCES:
        return []
    held = limits_on(f"dialogues.{row.sort}.")
    found = []
    for name, days in (("notice", row.notice_days), ("result", row.result_days)):
        limit = held.get(f"dialogues.{row.sort}.{name}")
        bound = limit.days_on(row.last_day) if limit else None
        if limit is not None and bound is not None:
            kept = None if days is None else days >= bound if name == "notice" else days <= bound
            found.append(_said(f"{limit.label} {bound} ngày", kept, days))
    return found


def _said(words: str, kept: bool | None, days: int | None) -> LimitKept:
    if kept is None:
        return LimitKept(words, "quiet", "chưa ghi")
    told = f"{'đúng hạn' if kept else 'không đúng hạn'}: {days} ngày"
    return LimitKept(words, "done" if kept else "refused", told)
