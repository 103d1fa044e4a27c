"""The tables at the end of a report."""

from lantoa.acts.crossing import line_name
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.prescribed.queries import Head, Table
from lantoa.reports.document import Annex, Cell, Column, Holds, Row, RowKind, share, whole
from lantoa.reports.queries import crossing
from lantoa.reports.queries.facts import Facts
from lantoa.units.queries import Portrait

ORDER = Column("TT", Holds.ORDER)
SOURCE = "bản ghi của các đơn vị trên hệ thống Lan Tỏa"


def annexes_of(facts: Facts) -> tuple[Annex, ...]:
    """Return the annexes of a report: each only where it has something to say."""
    found: list[Annex] = []
    if facts.counted.total("meetings.held") is not None or facts.taught:
        found += [by_content(facts), by_unit(facts, facts.form.by_unit)]
    if facts.works:
        found += [by_unit(facts, facts.form.money), works(facts)]
    if facts.compared:
        found.append(quoted(facts))
    return (*found, *crossing.annexes(facts))


def by_content(facts: Facts) -> Annex:
    """Return what was taught, a row a document or theme."""
    rows = [
        Row(
            (
                str(place),
                row.title,
                whole(row.events),
                whole(row.members),
                whole(row.others),
                whole(row.invited),
                share(row.present_of_invited, row.invited),
            )
        )
        for place, row in enumerate(facts.taught, start=1)
    ]
    return Annex(
        name="Nội dung học tập",
        title="KẾT QUẢ HỌC TẬP, QUÁN TRIỆT THEO NỘI DUNG",
        measured_in="Đơn vị tính: buổi, lượt",
        columns=(
            ORDER,
            Column("Nội dung", Holds.TEXT),
            Column("Số buổi"),
            Column("Lượt đảng viên dự"),
            Column("Lượt người khác, chưa tách"),
            Column("Lượt triệu tập (nơi có số)"),
            Column("Tỷ lệ dự"),
        ),
        rows=tuple(rows),
        footnotes=("Một buổi học nhiều nội dung có ở nhiều dòng; không cộng các dòng với nhau.",),
        remarks=crossing.remarks(facts),
        source=SOURCE,
    )


def by_unit(facts: Facts, table: Table) -> Annex:
    """Return a row for the unit itself and for each unit below, and their sum."""
    rows = [_unit_row(facts, table, "1", "Riêng đơn vị", None)]
    units = sorted(
        facts.below.values(), key=lambda unit: (unit.closed_on is not None, alphabetical(unit.name))
    )
    said = [unit for unit in units if _says(facts, table, unit)]
    rows += [
        _unit_row(facts, table, str(place), line_name(unit), unit)
        for place, unit in enumerate(said, start=2)
    ]
    rows.append(_total_row(facts, table))
    return Annex(
        name=table.name,
        title=table.title,
        measured_in=table.measured_in,
        columns=(ORDER, Column("Đơn vị", Holds.TEXT), *(_column(head) for head in table.columns)),
        rows=tuple(rows),
        footnotes=_coverage(facts, table),
        remarks=crossing.remarks_by_unit(facts),
        source=SOURCE,
    )


def _column(head: Head) -> Column:
    return Column(head.head, parts=tuple(_column(part) for part in head.parts))


def _says(facts: Facts, table: Table, unit: Portrait) -> bool:
    codes = [leaf.measure or leaf.share for leaf in table.leaves]
    return any(facts.counted.lines[code].below.get(unit.pk) is not None for code in codes)


def _unit_row(facts: Facts, table: Table, order: str, name: str, unit: Portrait | None) -> Row:
    return Row((order, name, *(_cell(facts, leaf, unit) for leaf in table.leaves)))


def _cell(facts: Facts, leaf: Head, unit: Portrait | None) -> Cell:
    line = facts.counted.lines[leaf.measure or leaf.share]
    figure = line.below.get(unit.pk) if unit else line.own
    if leaf.measure:
        return whole(figure)
    over = facts.counted.lines[line.measure.share_of or ""]
    return share(figure, over.below.get(unit.pk) if unit else over.own)


def _total_row(facts: Facts, table: Table) -> Row:
    cells = [
        whole(facts.counted.total(leaf.measure))
        if leaf.measure
        else share(*facts.counted.share(leaf.share))
        for leaf in table.leaves
    ]
    return Row(("", "Cộng", *cells), RowKind.TOTAL)


def _coverage(facts: Facts, table: Table) -> tuple[str, ...]:
    kind = (table.leaves[0].measure or table.leaves[0].share).partition(".")[0]
    stated = max(facts.counted.lines[leaf.measure or leaf.share].units for leaf in table.leaves)
    notes = [f"Từ {write_number(stated)} đơn vị có số."]
    if coverage := facts.counted.coverage.get(kind):
        nothing = len(coverage.nothing_happened)
        told = f" {write_number(nothing)} báo không phát sinh," if nothing else ""
        notes.append(
            f"Trong {write_number(coverage.owed)} đơn vị phải ghi: "
            f"{write_number(coverage.said)} đã ghi,{told} "
            f"{write_number(len(coverage.silent))} chưa ghi."
        )
    if apart := facts.counted.apart.get(kind):
        notes.append(f"Không cộng {write_number(len(apart))} bản ghi không chia được theo kỳ này.")
    return tuple(notes)


def works(facts: Facts) -> Annex:
    """Return the works of the period, latest first."""
    rows = [
        Row(
            (
                str(place),
                f"{work.title} ({unit})",
                write_day(work.last_day),
                whole(work.quantity),
                work.measured_in if work.quantity is not None else "",
                whole(work.money),
            )
        )
        for place, (work, unit) in enumerate(facts.works, start=1)
    ]
    return Annex(
        name="Công trình",
        title="CÔNG TRÌNH, PHẦN VIỆC",
        measured_in="Đơn vị tính kinh phí: đồng",
        columns=(
            ORDER,
            Column("Tên công trình, phần việc (đơn vị)", Holds.TEXT),
            Column("Đến ngày", Holds.TEXT),
            Column("Số lượng"),
            Column("Đơn vị tính", Holds.TEXT),
            Column("Kinh phí"),
        ),
        rows=tuple(rows),
        remarks=crossing.remarks(facts),
        source=SOURCE,
    )


def quoted(facts: Facts) -> Annex:
    """Return published figures beside the computed ones, with their difference and source."""
    rows = [
        Row(
            (
                str(place),
                f"{sentence(each.quotation.what)} ({each.period})",
                each.written_published,
                each.written_computed if each.computed is not None else "không tính lại được",
                each.written_difference if each.agrees is False else "",
            )
        )
        for place, each in enumerate(facts.compared, start=1)
    ]
    return Annex(
        name="Đối chiếu",
        title="SỐ LIỆU ĐÃ CÔNG BỐ, ĐỐI CHIẾU VỚI SỐ TÍNH ĐƯỢC",
        columns=(
            ORDER,
            Column("Nội dung", Holds.TEXT),
            Column("Đã công bố"),
            Column("Tính từ bản ghi"),
            Column("Lệch"),
        ),
        rows=tuple(rows),
        footnotes=("Số đã công bố chỉ để đối chiếu, không cộng vào số nào của báo cáo.",),
        remarks=crossing.remarks_of_quoted(facts),
        source="; ".join(dict.fromkeys(each.quotation.source for each in facts.compared)),
    )


def sentence(words: str) -> str:
    """Return words with a capital at the beginning."""
    return words[:1].upper() + words[1:]
