"""What a page says where its figures cross a reorganisation of the unit, with links."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from lantoa.acts.crossing import OF_DISTRICT, Crossing, Happening, Stretches, together
from lantoa.figures.period import Period
from lantoa.reorganisation.queries.addresses import asking, comparison

MOST = 3
"""Decisions named at once; a page is no archive."""
MOST_DIVIDED = 1
"""Divided units named at once: each takes five lines of a phone, before the first figure."""
MOST_FOLDED = 100
"""Divided units in a fold, where there are more."""


@dataclass(frozen=True)
class Sentence:
    """One sentence, with what it begins with; the address, where there is one, leads further."""

    text: str
    url: str = ""
    label: str = ""


@dataclass(frozen=True)
class Notice:
    """Decisions that figures cross, footnotes of divided units, and lines of former districts."""

    acts: list[Sentence]
    divided: list[Sentence]
    districts: list[Sentence]
    more: int
    more_acts: list[Sentence]
    more_divided: int = 0
    is_folded: bool = False
    compare: str = ""

    @property
    def count_divided(self) -> int:
        """Return how many divided units there are, those not listed included."""
        return len(self.divided) + self.more_divided

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.acts or self.divided or self.districts)


def notice(
    unit: UUID, *, stretches: Stretches, found: Crossing, may_see: Callable[[int], bool]
) -> Notice:
    """Return what a page says of what was found; `may_see` tells where links may lead."""
    return Notice(
        acts=_acts(found.happenings[:MOST]),
        more=max(len(found.happenings) - MOST, 0),
        more_acts=_acts(found.happenings[MOST:]),
        divided=[Sentence(each.sentence) for each in found.divisions[:MOST_FOLDED]],
        is_folded=len(found.divisions) > MOST_DIVIDED,
        districts=list(_districts(found, stretches.asked.period, may_see)),
        more_divided=max(len(found.divisions) - MOST_FOLDED, 0),
        compare=_comparison(unit, stretches) if found.happenings else "",
    )


def _acts(happenings: Sequence[Happening]) -> list[Sentence]:
    return [Sentence(each.name, label=each.where.value) for each in together(happenings)]


def _districts(
    found: Crossing, period: Period, may_see: Callable[[int], bool]
) -> Iterator[Sentence]:
    for each in found.districts:
        url = f"{reverse('desk:unit', args=[each.uuid])}?{asking(period)}"
        yield Sentence(each.full_name, url if may_see(each.pk) else "", OF_DISTRICT)


def _comparison(unit: UUID, stretches: Stretches) -> str:
    """Return the address that compares the charts before and after, for the same period."""
    days = stretches.days
    return comparison(unit, stretches.asked.period, charts=(min(days), max(days)))
