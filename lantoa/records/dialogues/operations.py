"""Recording, correcting and withdrawing dialogues; taking in the limits of their days."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from lantoa.matters.operations import adopt_limits
from lantoa.records.dialogues.models import Dialogue
from lantoa.records.record.columns import parts_of
from lantoa.records.record.entry import Problem
from lantoa.records.record.operations import Done, Likeness

KNOWN = Path(__file__).parent / "known" / "limits.json"


def belonging_problems(entries: Sequence[Dialogue]) -> Iterable[Problem]:
    """Yield what was said of one sort of thing and belongs to another."""
    parts = [(each, columns) for each, columns in parts_of(Dialogue).items() if each.only]
    for place, entry in enumerate(entries):
        for part, columns in parts:
            if entry.sort in part.only.split():
                continue
            for column in columns:
                if getattr(entry, column.name) not in {None, ""}:
                    label = Dialogue.Sort(entry.sort).label
                    words = f"“{label}” không có mục này. Hãy để trống, hoặc chọn loại khác."
                    yield Problem(place, column.name, words)


def opinion_problems(entries: Sequence[Dialogue]) -> Iterable[Problem]:
    """Yield more answers than opinions."""
    for place, entry in enumerate(entries):
        known = [n for n in (entry.answered_there, entry.answer_later) if n is not None]
        if entry.opinions is not None and sum(known) > entry.opinions:
            yield Problem(
                place,
                "opinions",
                f"Trả lời tại chỗ và trả lời sau là {sum(known)}, nhiều hơn {entry.opinions} "
                "ý kiến. Sửa một trong các số.",
            )


def opinion_gaps(entries: Sequence[Dialogue]) -> Iterable[Problem]:
    """Ask about opinions of which nobody said what becomes of them."""
    for place, entry in enumerate(entries):
        there, later, said = entry.answered_there, entry.answer_later, entry.opinions
        if there is None or later is None or said is None or there + later >= said:
            continue
        left = said - there - later
        yield Problem(place, "opinions", f"Còn {left} ý kiến chưa rõ trả lời tại chỗ hay sau.")


def adopt_known() -> None:
    """Take in the limits of days that the project knows of dialogues."""
    adopt_limits(json.loads(KNOWN.read_text(encoding="utf-8")))


DONE = Done(
    model=Dialogue,
    deed="dialogues",
    checks=[belonging_problems, opinion_problems],
    gaps=[opinion_gaps],
    alike=Likeness(besides=("title", "post")),
    adopt=adopt_known,
)
