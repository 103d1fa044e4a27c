"""A report and `lantoa figures` of the same unit, period and chart say the same, in few statements.

Every unit of the demonstration is asked: one that others hang under on two charts, a unit without
any on one of them in turn; the periods take turns.
"""

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO, StringIO
from itertools import cycle
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from docx import Document as WordDocument

from lantoa.figures.period import LATEST, Period
from lantoa.figures.question import Question
from lantoa.figures.writing import UNKNOWN
from lantoa.formats.moments import read_moment
from lantoa.paper import Table, share, whole, written
from lantoa.prescribed.queries import FormColumn, UnitTable, form_on
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.kinds import kinds
from lantoa.reports.document import Document
from lantoa.reports.queries import Request, report
from lantoa.tally.catalogue import every_measure
from lantoa.units.models import Unit
from lantoa.units.queries import find_unit, portraits

pytestmark = pytest.mark.usefixtures("demonstration")
TERM = Period(date(2016, 1, 1), date(2025, 12, 31))
HALF = Period(date(2026, 1, 1), date(2026, 6, 30))
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
ON_BOTH_CHARTS = [[(TERM, BEFORE), (HALF, AFTER)], [(HALF, BEFORE), (TERM, AFTER)]]
OVER_THE_TERM = [(TERM, BEFORE), (TERM, AFTER)]
"""What is asked of units of which articles state figures, all within the term."""
OF_FOUR_KINDS, A_KIND = 32, 2
"""Statements at most with four kinds of record; how many each further kind may add."""
MOST_STATEMENTS = OF_FOUR_KINDS + A_KIND * (sum(each.counted.is_counted for each in kinds()) - 4)


@dataclass(frozen=True)
class Printed:
    """A report, the statements that it asked, and what the command prints of the same."""

    name: str
    document: Document
    statements: list[str]
    figures: dict[str, Any]

    def table(self, name: str) -> Table | None:
        """Return an annex by its name, where it has anything to show."""
        return next((each for each in self.document.annexes if each.name == name), None)


def printed(unit: str, asked: Question) -> Printed:
    statements: list[str] = []

    def noted(execute, sql, values, *more):
        statements.append(f"{sql} {values}")
        return execute(sql, values, *more)

    with connection.execute_wrapper(noted):
        document = report(Request(asked, day=date(2026, 11, 2)))
    return Printed(f"{unit} {asked}", document, statements, figures(unit, asked))


def figures(unit: str, asked: Question) -> dict[str, Any]:
    out = StringIO()
    call_command(
        "figures", unit=unit, first=str(asked.period.first), last=str(asked.period.last),
        chart=str(asked.chart) if asked.chart else None,
        as_known=asked.as_known.isoformat() if asked.as_known else None, json=True, stdout=out,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


@pytest.fixture(scope="module")
def papers(lines, django_db_blocker) -> list[Printed]:
    """A report of every unit."""
    with django_db_blocker.unblock():
        homes = dict(Unit.objects.values_list("pk", "home"))
        shown = portraits(list(homes), on=LATEST)
        tops = {homes[each.pk]: each.code for each in shown.values() if each.parent is None}
        above = {each.parent for each in shown.values()}
        quoted = set(Quotation.objects.values_list("unit_id", flat=True))
        both, one = cycle(ON_BOTH_CHARTS), cycle([[each] for two in ON_BOTH_CHARTS for each in two])
        return [
            printed(f"{tops[homes[pk]]}:{each.code}@{each.founded}", Question(pk, *asked))
            for pk, each in shown.items()
            for asked in (OVER_THE_TERM if pk in quoted else next(both if pk in above else one))
        ]


def differences(paper: Printed) -> list[str]:
    """Return what a report says otherwise than the command."""
    tables = [each for each in form_on(LATEST).tables if isinstance(each, UnitTable)]
    found = [
        f"{paper.name}: {leaf.code} {said} {counted}"
        for asked in tables
        if (table := paper.table(asked.name))
        for place, leaf in enumerate(asked.leaves, start=2)
        if (said := said_of(table, place)) != (counted := counted_of(paper.figures, leaf))
    ]
    if compared_on_paper(paper) != compared_by_command(paper):
        found.append(f"{paper.name}: published figures")
    return found


def said_of(table: Table, place: int) -> list[str]:
    """Return a column: own figure, those of the units below that are known in order, and total."""
    own, *below, total = [written(row.cells[place]) for row in table.rows]
    return [own, *sorted(each for each in below if each != UNKNOWN), total]


def counted_of(figures: dict[str, Any], leaf: FormColumn) -> list[str]:
    """Return the same of what the command prints, a share from its two figures."""
    own, below, total = _figures(figures["measures"][leaf.code])
    if not leaf.share:
        cells = [whole(own), *map(whole, below.values()), whole(total)]
    else:
        over = every_measure()[leaf.share].share_of or ""
        wholes = _figures(figures["measures"][over])
        shares = [share(part, wholes[1].get(unit)) for unit, part in below.items()]
        cells = [share(own, wholes[0]), *shares, share(total, wholes[2])]
    first, *rest, last = map(written, cells)
    return [first, *sorted(each for each in rest if each != UNKNOWN), last]


def _figures(line: dict[str, Any]) -> tuple[Any, dict[tuple[str, str], int], Any]:
    below = {(each["code"], each["name"]): each["total"] for each in line["below"]}
    return line["own"], below, line["total"]


def compared_on_paper(paper: Printed) -> list[tuple[str, ...]]:
    table = paper.table("Đối chiếu")
    rows = table.rows if table else ()
    return [tuple(written(cell) for cell in row.cells[2:]) for row in rows]


def compared_by_command(paper: Printed) -> list[tuple[str, ...]]:
    return [
        (
            each["published_written"],
            each["computed_written"] or "không tính lại được",
            each["difference_written"] if each["agrees"] is False else "",
        )
        for each in [*paper.figures["quoted"], *paper.figures["quoted_of_area"]]
    ]


def test_every_figure_of_a_report_is_what_the_command_prints(papers):
    with_tables = [each for each in papers if each.table("Theo đơn vị") or each.table("Kinh phí")]

    assert [found for paper in papers for found in differences(paper)] == []
    assert len(with_tables) > 100
    assert sum(bool(compared_on_paper(paper)) for paper in papers) >= 4


def test_no_report_asks_more_than_a_few_statements_or_one_of_them_twice(papers):
    many = {each.name: len(each.statements) for each in papers}
    twice = [
        (paper.name, statement)
        for paper in papers
        for statement, times in Counter(paper.statements).items()
        if times > 1
    ]

    assert {name: number for name, number in many.items() if number > MOST_STATEMENTS} == {}
    assert twice == []


def test_a_chart_of_another_day_reaches_the_published_figures_too():
    paper = printed("886", Question(find_unit("886").pk, TERM, AFTER))

    assert differences(paper) == []
    assert compared_on_paper(paper)
    assert paper.figures["chart"] == "2025-07-01"


@pytest.mark.parametrize("unit", ["MAU", "MAU.001"])
def test_a_report_as_it_was_known_has_the_figures_that_the_command_prints_of_then(unit):
    asked = Question(find_unit(unit).pk, Period.year(2025), AFTER)
    then = printed(unit, replace(asked, as_known=read_moment("10/7/2025")))

    now = printed(unit, asked)

    assert differences(then) == differences(now) == []
    assert then.document.annexes != now.document.annexes
    assert "như đã biết lúc 00:00 ngày 10/7/2025" in then.document.provenance


def test_the_command_writes_a_report_as_it_was_known_on_a_chart(tmp_path):
    out = tmp_path / "an-phu.docx"

    call_command(
        "report", unit="886", first="1/1/2016", last="31/12/2025", chart="1/7/2025",
        as_known="2/11/2026 09:30", out=out, stdout=StringIO(),
    )  # fmt: skip

    text = "\n".join(each.text for each in WordDocument(BytesIO(out.read_bytes())).paragraphs)
    assert "sơ đồ tổ chức ngày 1/7/2025, như đã biết lúc 09:30 ngày 2/11/2026." in text


def test_a_report_as_it_was_known_before_its_unit_was_written_down_is_refused(tmp_path):
    with pytest.raises(CommandError, match="Đến 00:00 ngày 30/6/2026 chưa ghi đơn vị này"):
        call_command(
            "report", unit="886", first="1/1/2016", last="31/12/2025", as_known="30/6/2026",
            out=tmp_path / "an-phu.docx",
        )  # fmt: skip
