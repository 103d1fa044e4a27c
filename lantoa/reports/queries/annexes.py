"""The tables at the end of a report: those that the form asks, each where it has something to say.

A table a kind draws is the kind's; here stand those of one row a unit, and published figures.
"""

from collections.abc import Iterator
from dataclasses import replace

from lantoa.acts.crossing import line_name
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.writing import write_number
from lantoa.paper import (
    ORDER,
    Cell,
    Column,
    Holds,
    Row,
    RowKind,
    Table,
    numbered_rows,
    share,
    whole,
)
from lantoa.prescribed.queries import AskedTable, FormColumn, KindTable, UnitTable
from lantoa.reports.queries import crossing
from lantoa.reports.queries.facts import Facts
from lantoa.units.queries import Portrait

SOURCE = "bản ghi của các đơn vị trên hệ thống Lan Tỏa"


def annexes_of(facts: Facts) -> tuple[Table, ...]:
    """Return the annexes of a report, in the order of its form; reorganisations come last."""
    asked = (table for each in facts.form.tables for table in _tables(facts, each))
    return (*asked, *crossing.annexes(facts))


def _tables(facts: Facts, asked: AskedTable) -> Iterator[Table]:
    """Yield the table that a form asks for, where there is anything to show."""
    if isinstance(asked, KindTable):
        if table := facts.papers.table(asked.kind, asked.table):
            yield replace(table, remarks=crossing.remarks(facts), source=SOURCE)
    elif isinstance(asked, UnitTable):
        if facts.papers.speaks(asked.kind):
            yield by_unit(facts, asked)
    elif facts.compared:
        yield published(facts)


def by_unit(facts: Facts, table: UnitTable) -> Table:
    """Return a row for the unit itself and for each unit below, and their sum."""
    units = sorted(
        facts.below.values(), key=lambda unit: (unit.closed_on is not None, alphabetical(unit.name))
    )
    said = [unit for unit in units if _says(facts, table, unit)]
    rows = [("Riêng đơn vị", *_cells(facts, table, None))]
    rows += [(line_name(unit), *_cells(facts, table, unit)) for unit in said]
    return Table(
        name=table.name,
        title=table.title,
        measured_in=table.measured_in,
        columns=(ORDER, Column("Đơn vị", Holds.TEXT), *(_column(head) for head in table.columns)),
        rows=(*numbered_rows(rows), _total_row(facts, table)),
        footnotes=_coverage(facts, table),
        remarks=crossing.remarks_by_unit(facts),
        source=SOURCE,
    )


def _column(head: FormColumn) -> Column:
    return Column(head.head, parts=tuple(_column(part) for part in head.parts))


def _says(facts: Facts, table: UnitTable, unit: Portrait) -> bool:
    lines = (facts.counted.lines[leaf.code] for leaf in table.leaves)
    return any(line.below.get(unit.pk) is not None for line in lines)


def _cells(facts: Facts, table: UnitTable, unit: Portrait | None) -> Iterator[Cell]:
    return (_cell(facts, leaf, unit) for leaf in table.leaves)


def _cell(facts: Facts, leaf: FormColumn, unit: Portrait | None) -> Cell:
    line = facts.counted.lines[leaf.code]
    figure = line.below.get(unit.pk) if unit else line.own
    if leaf.measure:
        return whole(figure)
    over = facts.counted.lines[line.measure.share_of or ""]
    return share(figure, over.below.get(unit.pk) if unit else over.own)


def _total_row(facts: Facts, table: UnitTable) -> Row:
    cells = [
        whole(facts.counted.total(leaf.measure))
        if leaf.measure
        else share(*facts.counted.share(leaf.share))
        for leaf in table.leaves
    ]
    return Row(("", "Cộng", *cells), RowKind.TOTAL)


def _coverage(facts: Facts, table: UnitTable) -> tuple[str, ...]:
    stated = max(facts.counted.lines[leaf.code].units for leaf in table.leaves)
    notes = [f"Từ {write_number(stated)} đơn vị có số."]
    if coverage := facts.counted.coverage.get(table.kind):
        nothing = len(coverage.nothing_happened)
        told = f" {write_number(nothing)} báo không phát sinh," if nothing else ""
        cut = write_number(len(coverage.cut))
        only = f" ({cut} đơn vị chỉ có việc kéo dài ra ngoài kỳ)" if coverage.cut else ""
        notes.append(
            f"Trong {write_number(coverage.owed)} đơn vị phải ghi: "
            f"{write_number(coverage.said)} đã ghi{only},{told} "
            f"{write_number(len(coverage.silent))} chưa ghi."
        )
    if apart := facts.counted.apart.get(table.kind):
        notes.append(f"Không cộng {write_number(len(apart))} bản ghi không chia được theo kỳ này.")
    return tuple(notes)


def published(facts: Facts) -> Table:
    """Return published figures beside the computed ones, with their difference and source."""
    rows = (
        (
            f"{each.what} ({each.period})",
            each.written_published,
            each.written_computed if each.computed is not None else "không tính lại được",
            each.written_difference if each.agrees is False else "",
        )
        for each in facts.compared
    )
    return Table(
        name="Đối chiếu",
        title="SỐ LIỆU ĐÃ CÔNG BỐ, ĐỐI CHIẾU VỚI SỐ TÍNH ĐƯỢC",
        columns=(
            ORDER,
            Column("Nội dung", Holds.TEXT),
            Column("Đã công bố"),
            Column("Tính từ bản ghi"),
            Column("Lệch"),
        ),
        rows=numbered_rows(rows),
        footnotes=("Số đã công bố chỉ để đối chiếu, không cộng vào số nào của báo cáo.",),
        remarks=crossing.remarks_of_quoted(facts),
        source="; ".join(dict.fromkeys(each.quotation.source for each in facts.compared)),
    )
