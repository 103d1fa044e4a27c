"""Every number that the system can account for of a unit and a period."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantoa.figures.measure import Measure
from lantoa.figures.writing import percentage
from lantoa.reader.queries.known import written
from lantoa.records.record.paper import Papers
from lantoa.tally.queries import Answer, Line, Telling


@dataclass(frozen=True)
class KnownNumber:
    """A number that the system knows: what it is, of which measure, and whether a percentage."""

    value: Decimal
    label: str
    measure: str = ""
    is_share: bool = False

    @property
    def written(self) -> str:
        """Write the number."""
        return f"{written(self.value)}{'%' if self.is_share else ''}"


def accountable(told: Answer) -> list[KnownNumber]:
    """Return every number of a unit and a period that stands behind a report of ours."""
    papers = Papers(Telling(told))
    figures = [*_of_sheet(told), *_of_coverage(told), *_of_stating(told)]
    return [*figures, *_of_kinds(papers), *_quoted(told)]


def _of_sheet(told: Answer) -> Iterator[KnownNumber]:
    """Yield own, total and the figures of the units below, of every measure."""
    lines = told.sheet.lines
    below = {each for line in lines.values() for each in line.below}
    names = {pk: shown.name for pk, shown in told.names(below).items()}
    for line in lines.values():
        label, measure = line.measure.label, line.measure
        yield from _number(line.total, f"{label}, kể cả trực thuộc", measure)
        yield from _number(line.own, f"{label}, riêng đơn vị", measure)
        for unit, figure in line.below.items():
            yield from _number(figure, f"{label}, {names.get(unit, '')}", measure)
        if measure.share_of:
            yield from _shares(lines[measure.share_of], line, names)


def _number(figure: int | None, label: str, measure: Measure) -> Iterator[KnownNumber]:
    if figure is None:
        return
    value, is_share = Decimal(figure).scaleb(-measure.scale), measure.unit == "%"
    yield KnownNumber(value, label, measure.code, is_share=is_share)


def _shares(whole: Line, line: Line, names: dict[int, str]) -> Iterator[KnownNumber]:
    """Yield the percentages of a measure that is a share of another."""
    pairs = [("kể cả trực thuộc", line.total, whole.total), ("riêng đơn vị", line.own, whole.own)]
    pairs += [
        (names.get(unit, ""), part, whole.below.get(unit)) for unit, part in line.below.items()
    ]
    for words, part, base in pairs:
        yield from _share(part, base, f"Tỷ lệ: {line.measure.label}, {words}", line.measure.code)


def _share(
    part: int | None, whole: int | None, label: str, measure: str = ""
) -> Iterator[KnownNumber]:
    hundredths = percentage(part, whole)
    if hundredths is not None:
        yield KnownNumber(Decimal(hundredths).scaleb(-2), label, measure, is_share=True)


def _of_coverage(told: Answer) -> Iterator[KnownNumber]:
    for units in {line.units for line in told.sheet.lines.values()}:
        yield KnownNumber(Decimal(units), "Số đơn vị có số")
    for coverage in told.sheet.coverage.values():
        yield KnownNumber(Decimal(coverage.owed), "Số đơn vị phải ghi")
        yield KnownNumber(Decimal(coverage.said), "Số đơn vị phải ghi, đã ghi")
        nothing = len(coverage.nothing_happened)
        yield KnownNumber(Decimal(nothing), "Số đơn vị phải ghi, báo không phát sinh")
        yield KnownNumber(Decimal(len(coverage.silent)), "Số đơn vị phải ghi, chưa ghi")
        cut = len(coverage.cut)
        yield KnownNumber(Decimal(cut), "Số đơn vị phải ghi, chỉ có việc kéo dài ra ngoài kỳ")
    for records in told.sheet.apart.values():
        yield KnownNumber(Decimal(len(records)), "Số bản ghi không chia được theo kỳ")


def _of_stating(told: Answer) -> Iterator[KnownNumber]:
    """Yield what each unit stated of its area, and what figures are to come to in the year."""
    for code, found in told.stating.by_code.items():
        measure = told.sheet.lines[code].measure
        words = f"{measure.label}, từng số đã nêu"
        for each in found:
            yield from _number(each.figure, words, measure)
            if each.whole is not None:
                yield KnownNumber(Decimal(each.whole), f"{words}: trên tổng số", code)
            if measure.share_of:
                yield from _share(each.figure, each.whole, f"Tỷ lệ: {words}", code)
    for goal in told.stating.goals:
        measure = goal.line.measure
        yield from _number(goal.goal.value, f"{measure.label}, chỉ tiêu trong năm", measure)
        yield KnownNumber(Decimal(goal.goal.year), f"{measure.label}, năm của chỉ tiêu")


def _of_kinds(papers: Papers) -> Iterator[KnownNumber]:
    """Yield the numbers that kinds of record tell on paper besides their figures."""
    for each in papers.numbers():
        yield KnownNumber(each.value, each.label, is_share=each.is_share)


def _quoted(told: Answer) -> Iterator[KnownNumber]:
    """Yield what publications state, and by how much it differs from ours."""
    for each in told.comparisons:
        quotation = each.quotation
        share, words = quotation.is_share, f"{quotation.what} (đã công bố)"
        if quotation.value is not None:
            stated = Decimal(quotation.value).scaleb(-quotation.scale)
            yield KnownNumber(stated, words, quotation.measure, is_share=share)
        if quotation.whole is not None:
            yield KnownNumber(Decimal(quotation.whole), words)
        if each.difference:
            gap = Decimal(abs(each.difference)).scaleb(-each.scale)
            yield KnownNumber(gap, f"{words}: lệch", is_share=share)
