"""What a report says of reorganisations that its figures cross: in the text, at each table."""

from collections.abc import Iterator, Sequence

from lantoa.acts.crossing import Division, Happening, line_name, together
from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.paper import Column, Holds, Row, Table
from lantoa.reports.queries.facts import Facts
from lantoa.units.queries import Portrait

MOST = 3
"""Sentences of one sort in the text or at a table; an annex of its own has them all."""
NAME = "Sắp xếp tổ chức"


def paragraphs(facts: Facts) -> tuple[str, ...]:
    """Say in the text which decisions the figures cross, and on which chart they are counted."""
    crossed = facts.crossed
    if not crossed:
        return ()
    chart = f"Mọi số liệu tính trên một sơ đồ tổ chức, của ngày {write_day(facts.chart)}."
    said = [" ".join([*happened(crossed.happenings), chart])]
    said += [" ".join(divided(crossed.divisions)), " ".join(of_districts(crossed.districts))]
    return tuple(each for each in said if each)


def remarks(facts: Facts) -> tuple[str, ...]:
    """Say at a table which decisions its figures cross."""
    return tuple(happened(facts.crossed.happenings))


def remarks_by_unit(facts: Facts) -> tuple[str, ...]:
    """Say at a table with a row a unit also where the figures of units that ended stand."""
    crossed = facts.crossed
    districts = of_districts(crossed.districts)
    return (*remarks(facts), *divided(crossed.divisions), *districts)


def remarks_of_quoted(facts: Facts) -> tuple[str, ...]:
    """Say at the published figures which decisions a figure of theirs crosses."""
    stretches = {each.period for each in facts.compared}
    crossed = [
        each
        for each in facts.crossed.happenings
        if any(stretch.first < each.day <= stretch.last for stretch in stretches)
    ]
    told = [
        f"Có kỳ trong bảng đi qua một lần sắp xếp: {each.name}."
        for each in together(crossed[:MOST])
    ]
    return (*told, *_left(crossed))


def happened(told: Sequence[Happening]) -> Iterator[str]:
    """Yield the first decisions, those of one day in one sentence, and how many the annex has."""
    yield from (each.sentence for each in together(told[:MOST]))
    yield from _left(told)


def divided(told: Sequence[Division]) -> Iterator[str]:
    """Yield where the own figures of the first divided units count, and how many the annex has."""
    yield from (each.sentence for each in told[:MOST])
    yield from _left(told)


def _left(told: Sequence[object]) -> Iterator[str]:
    if len(told) > MOST:
        yield f"Còn {write_number(len(told) - MOST)} mục khác: xem phụ lục {NAME}."


def of_districts(districts: Sequence[Portrait]) -> Iterator[str]:
    """Yield, for each former district above the unit, that its own figures are not shared out."""
    apart = "cho xã, phường; đứng một dòng riêng"
    yield from (f"{line_name(each)} {apart}." for each in districts)


def annexes(facts: Facts) -> list[Table]:
    """Return the annex of every decision and divided unit, where the text does not name them."""
    crossed = facts.crossed
    if max(len(crossed.happenings), len(crossed.divisions)) <= MOST:
        return []
    told = [*(each.sentence for each in crossed.happenings)]
    told += [each.sentence for each in crossed.divisions]
    rows = [Row((str(place), words)) for place, words in enumerate(told, start=1)]
    columns = (Column("TT", Holds.ORDER), Column("Quyết định, đơn vị được chia", Holds.TEXT))
    return [Table(NAME, "SẮP XẾP TỔ CHỨC MÀ SỐ LIỆU ĐI QUA", columns, tuple(rows))]
