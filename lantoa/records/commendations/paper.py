"""What commendations say on paper: awards by level, praise, prizes, proposals; a table by form."""

from collections.abc import Iterator

from lantoa.figures.writing import write_number
from lantoa.paper import ORDER, Cell, Column, Holds, Paragraphs, Table, numbered_rows, whole
from lantoa.records.commendations.models import Honour, Level
from lantoa.records.record.paper import Paper, PaperNumber, Told, counted, listing
from lantoa.records.record.queries import rows as rows_of

HEADS = ("collectives", "individuals")
PARTS = (
    ("Được khen thưởng", [("collectives", "tập thể"), ("individuals", "cá nhân"),
                          ("unseparated", "tập thể, cá nhân chưa tách")]),
    ("Được biểu dương", [("praised_collectives", "tập thể"), ("praised_individuals", "cá nhân"),
                         ("praised_unseparated", "tập thể, cá nhân chưa tách"),
                         ("mixed", "gương vừa biểu dương, vừa khen thưởng, chưa tách")]),
    ("Đạt giải hội thi, cuộc thi", [("prized_collectives", "tập thể"),
                                    ("prized_individuals", "cá nhân")]),
    ("Đang đề xuất khen", [("proposed_collectives", "tập thể"),
                           ("proposed_individuals", "cá nhân")]),
)  # fmt: skip
UNTOLD = "chưa rõ cấp"
Rung = tuple[str, str, str]


def rows(told: Told) -> list[Honour]:
    """Return the commendations of the period, latest first."""
    return rows_of(Honour, told.units, told.asked)


def speaks(told: Told, rows: list[Honour]) -> bool:
    """Tell whether there are any."""
    return bool(rows)


def commended(told: Told, rows: list[Honour]) -> Paragraphs:
    """Say who was awarded, praised, won and is proposed; and what of it has no number."""
    said = [
        f"{what}: {figures}."
        for what, codes in PARTS
        if (figures := listing(told, [(f"commendations.{code}", word) for code, word in codes]))
    ]
    unnumbered = told.say("commendations.unnumbered")
    if unnumbered and told.total("commendations.unnumbered"):
        said.append(
            f"Trong số được khen thưởng, {unnumbered} tập thể, cá nhân chưa rõ số quyết định."
        )
    untold = sum(1 for row in rows if _is_uncounted(row))
    if untold:
        said.append(f"Còn {write_number(untold)} lượt khen đã ghi mà chưa có số.")
    return tuple(said) or ("Biểu dương, khen thưởng trong kỳ: chưa có số.",)


def _is_uncounted(row: Honour) -> bool:
    return {row.collectives, row.individuals, row.unseparated} == {None}


def ladder(told: Told, rows: list[Honour]) -> Table:
    """Return how many were given or are proposed, by sort, form and level."""
    return Table(
        name="Khen thưởng",
        title="BIỂU DƯƠNG, KHEN THƯỞNG THEO HÌNH THỨC VÀ CẤP KHEN",
        measured_in="Đơn vị tính: tập thể, cá nhân",
        columns=(
            ORDER,
            Column("Loại, hình thức", Holds.TEXT),
            Column("Cấp khen", Holds.TEXT),
            Column("Bước", Holds.TEXT),
            Column("Tập thể"),
            Column("Cá nhân"),
            Column("Chưa tách"),
        ),
        rows=numbered_rows(_rungs(rows)),
    )


def _rungs(rows: list[Honour]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each form, level and stage; what nobody counted stays unknown."""
    sums: dict[Rung, list[int | None]] = {}
    for row in rows:
        held = sums.setdefault(_rung(row), [None, None, None])
        for place, count in enumerate((row.collectives, row.individuals, row.unseparated)):
            if count is not None:
                held[place] = (held[place] or 0) + count
    order = [*Level.labels, UNTOLD]
    for rung in sorted(sums, key=lambda rung: (order.index(rung[1]), rung)):
        yield (*rung, *(whole(count) for count in sums[rung]))


def _rung(row: Honour) -> Rung:
    sort = row.get_sort_display()
    what = f"{sort}: {row.form}" if row.form else sort
    stage = "đã khen" if row.is_decided else "đang đề xuất"
    if row.lacks_number:
        stage = "đã khen, chưa rõ số quyết định"
    return what, row.get_level_display() or UNTOLD, stage


def numbers(rows: list[Honour]) -> Iterator[PaperNumber]:
    """Yield the numbers of each commendation."""
    for row in rows:
        yield from counted(
            [
                (row.collectives, f"{row.title}: tập thể"),
                (row.individuals, f"{row.title}: cá nhân"),
                (row.unseparated, f"{row.title}: chưa tách"),
            ]
        )


PAPER = Paper(
    rows=rows,
    speaks=speaks,
    parts={"commended": commended},
    tables={"ladder": ladder},
    numbers=numbers,
)
