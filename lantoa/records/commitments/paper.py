"""What commitments say on paper: pledges and standards, examples set, tasks with their results."""

from collections.abc import Iterator

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.paper import ORDER, Cell, Column, Holds, Paragraphs, Table, numbered_rows
from lantoa.records.commitments.measures import TAKEN
from lantoa.records.commitments.models import Commitment
from lantoa.records.record.paper import Paper, PaperNumber, Told, counted, listing
from lantoa.records.record.queries import rows as rows_of

MOST = 6
PLEDGED = (
    ("to_sign", "bản phải ký"),
    ("signed", "bản đã ký"),
    ("leaders_signed", "bản của lãnh đạo, quản lý"),
    ("fulfilled", "bản thực hiện đạt"),
)
KEPT = (
    ("standards", "chi bộ, đơn vị có chuẩn mực đạo đức"),
    ("units_posted", "chi bộ, đơn vị niêm yết chuẩn mực"),
    ("checks", "lần kiểm tra việc giữ chuẩn mực"),
    ("pacts", "đơn vị ký giao ước “bốn tốt”"),
)
Rows = list[Commitment]


def rows(told: Told) -> Rows:
    """Return the commitments of the period, latest first."""
    return rows_of(Commitment, told.units, told.asked)


def units(rows: Rows) -> Iterator[int]:
    """Yield who took them on."""
    return (row.unit_id for row in rows)


def speaks(told: Told, rows: Rows) -> bool:
    """Tell whether there are any."""
    return bool(rows)


def _codes(pairs: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(f"commitments.{code}", word) for code, word in pairs]


def pledged(told: Told, rows: Rows) -> Paragraphs:
    """Say how many pledges there are, and of how many units there are standards and pacts."""
    said = []
    if pledges := listing(told, _codes(PLEDGED)):
        said.append(f"Bản cam kết tu dưỡng, rèn luyện: {pledges}.")
    if kept := listing(told, _codes(KEPT)):
        said.append(f"Chuẩn mực, giao ước: {kept}.")
    return tuple(said) or ("Bản cam kết, chuẩn mực đạo đức trong kỳ: chưa có số.",)


def examples(told: Told, rows: Rows) -> Paragraphs:
    """Say what heads and collectives took on as an example, and what came of it."""
    return tuple(_of_sort(told, rows, Commitment.Sort.EXAMPLE))


def tasks(told: Told, rows: Rows) -> Paragraphs:
    """Say which tasks, breakthroughs and pressing matters were taken on, and what came of them."""
    sorts = [sort for sort in TAKEN if sort != Commitment.Sort.EXAMPLE]
    return tuple(line for sort in sorts for line in _of_sort(told, rows, sort))


def _of_sort(told: Told, rows: Rows, sort: Commitment.Sort) -> Iterator[str]:
    own = [row for row in rows if row.sort == sort]
    if not own:
        return
    number = write_number(told.total(f"commitments.{sort.value}"))
    yield f"{TAKEN[sort]}: {number}; {_ends(told, sort)}."
    names = told.names({row.unit_id for row in own[:MOST]})
    yield from (f"- {row.title} ({names[row.unit_id].full_name}){_end(row)}." for row in own[:MOST])
    if len(own) > MOST:
        yield "Các việc khác: xem phụ lục."


def _ends(told: Told, sort: Commitment.Sort) -> str:
    """Say how many came to which end; of an end that nobody told, nothing."""
    ends = [
        (each.label.lower(), told.say(f"commitments.{sort.value}_{each.value}"))
        for each in Commitment.Outcome
    ]
    known = [f"{end} {number}" for end, number in ends if number is not None]
    return ", ".join(known) or "chưa rõ kết quả"


def _end(row: Commitment) -> str:
    words = [row.get_outcome_display().lower(), row.result]
    told = ", ".join(each for each in words if each)
    return f": {told}" if told else ""


def listed(told: Told, rows: Rows) -> Table:
    """Return what units took on, with what came of it."""
    own = [row for row in rows if row.sort in TAKEN]
    names = told.names({row.unit_id for row in own})
    return Table(
        name="Cam kết",
        title="VIỆC ĐƠN VỊ, NGƯỜI ĐỨNG ĐẦU NHẬN LÀM VÀ KẾT QUẢ",
        columns=(
            ORDER,
            Column("Nội dung (đơn vị)", Holds.TEXT),
            Column("Loại", Holds.TEXT),
            Column("Ai nhận", Holds.TEXT),
            Column("Hẹn xong", Holds.TEXT),
            Column("Cuối năm", Holds.TEXT),
        ),
        rows=numbered_rows(_cells(row, names[row.unit_id].full_name) for row in own),
    )


def _cells(row: Commitment, unit: str) -> tuple[Cell, ...]:
    who = row.post or row.get_who_display()
    due = write_day(row.due_on) if row.due_on else ""
    sort, outcome = row.get_sort_display(), row.get_outcome_display() or "chưa rõ"
    return (f"{row.title} ({unit})", sort, who, due, outcome)


def numbers(rows: Rows) -> Iterator[PaperNumber]:
    """Yield the numbers of each commitment."""
    for row in rows:
        known = (row.to_sign, row.signed, row.fulfilled, row.units_involved, row.units_posted)
        yield from counted([(number, row.title) for number in known])


PAPER = Paper(
    rows=rows,
    units=units,
    speaks=speaks,
    parts={"pledged": pledged, "examples": examples, "tasks": tasks},
    tables={"listed": listed},
    numbers=numbers,
)
