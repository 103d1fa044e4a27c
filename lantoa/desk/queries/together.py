"""What a unit took part in that others recorded: it stands in no figure of its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lantoa.desk.queries.asking import PageQuestion
from lantoa.figures.period import Period
from lantoa.records.record.kinds import kind_of, kinds
from lantoa.records.record.queries.cutting import Cut
from lantoa.records.record.queries.tied import took_part
from lantoa.units.queries import Album

MOST = 50
"""How many records a page lists; the latest come first."""


@dataclass(frozen=True)
class TookPart:
    """A record of another unit: its name and days, who recorded it, its page for whoever may."""

    title: str
    period: str
    unit: str
    url: str


def joined_by(asked: PageQuestion) -> list[Cut]:
    """Return the records of a period in which a unit is named as partner; one SELECT."""
    question = asked.question
    return took_part(question.unit, kinds(), question.period, question.as_known)[:MOST]


def shown_together(joined: Sequence[Cut], album: Album, *, seen: Collection[int]) -> list[TookPart]:
    """Return them as a page shows them: units as they were then, links where they may be seen."""
    return [
        TookPart(
            each.title,
            str(Period(each.first_day, each.last_day)),
            album.on(each.last_day, [each.unit])[each.unit].full_name,
            kind_of(each.kind).at("show", each) if each.unit in seen else "",
        )
        for each in joined
    ]
