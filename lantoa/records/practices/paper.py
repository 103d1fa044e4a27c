"""What practices say on paper: how many there are, how far they got, what services did."""

from collections.abc import Iterator

from lantoa.figures.period import write_day
from lantoa.paper import ORDER, Cell, Column, Holds, Paragraphs, Table, numbered_rows, whole
from lantoa.records.practices.models import Practice
from lantoa.records.practices.queries import rows as practices_of
from lantoa.records.record.paper import Paper, PaperNumber, Told, counted, listing

MOST = 8
"""Practices that the text tells one by one; the table has them all."""
CARRIED = (
    ("practices.collective", "của tập thể"),
    ("practices.individual", "của cá nhân"),
    ("practices.outside", "của tổ chức ngoài hệ thống"),
    ("practices.people", "của người dân cùng làm"),
)
REACHED = (
    ("practices.registered", "đăng ký trong kỳ"),
    ("practices.effective", "được đánh giá có hiệu quả"),
    ("practices.recognised", "được công nhận"),
    ("practices.copies", "làm theo nơi khác"),
)


def rows(told: Told) -> list[Practice]:
    """Return the practices begun in the period, latest first."""
    return practices_of(units=told.units, asked=told.asked)


def units(rows: list[Practice]) -> Iterator[int]:
    """Yield whose they are."""
    return (each.unit_id for each in rows)


def speaks(told: Told, rows: list[Practice]) -> bool:
    """Tell whether any was begun in the period."""
    return bool(rows)


def there(told: Told, rows: list[Practice]) -> Paragraphs:
    """Say how many there are, by whom and in which fields, how far they got, and what was done."""
    total, new = told.say("practices.total"), told.say("practices.new")
    if total is None:
        return ("Mô hình, cách làm hay: chưa có số.",)
    begun = f", trong đó {new} mô hình mới trong kỳ" if new is not None else ""
    return (f"Đến cuối kỳ có {total} mô hình, cách làm hay{begun}.", *_more(told, rows))


def _more(told: Told, rows: list[Practice]) -> Iterator[str]:
    if carried := listing(told, CARRIED):
        yield f"Theo người làm (ở mô hình có ghi): {carried}."
    if reached := listing(told, REACHED):
        yield f"Trong đó (ở mô hình có ghi): {reached}."
    if fields := _listed(told, "practices.field_"):
        yield f"Theo lĩnh vực: {fields}."
    if done := _listed(told, "practices.did_"):
        yield f"Hoạt động thường xuyên trong kỳ: {done}."
    yield from (f"- {each} ({unit})." for each, unit in named(told, rows[:MOST]))
    if len(rows) > MOST:
        yield "Các mô hình khác: xem phụ lục."


def _listed(told: Told, head: str) -> str:
    """Join the known figures of the rows of a list: "Suất ăn 1.200 suất; …"."""
    said = []
    for measure in told.measures("practices"):
        if measure.code.startswith(head) and (figure := told.say(measure.code)) is not None:
            label = measure.label.removeprefix("Lĩnh vực: ")
            said.append(f"{label} {figure} {measure.unit}")
    return "; ".join(said)


def named(told: Told, rows: list[Practice]) -> Iterator[tuple[Practice, str]]:
    """Yield practices with the name of whose they are."""
    names = told.names({each.unit_id for each in rows})
    return ((each, names[each.unit_id].full_name) for each in rows)


def listed(told: Told, rows: list[Practice]) -> Table:
    """Return the practices begun in the period, latest first."""
    return Table(
        name="Mô hình",
        title="MÔ HÌNH, CÁCH LÀM HAY MỚI TRONG KỲ",
        measured_in="Đơn vị tính kinh phí: đồng",
        columns=(
            ORDER,
            Column("Tên mô hình (đơn vị)", Holds.TEXT),
            Column("Ai thực hiện", Holds.TEXT),
            Column("Đến ngày", Holds.TEXT),
            Column("Số mô hình"),
            Column("Kinh phí"),
        ),
        rows=numbered_rows(_cells(each, unit) for each, unit in named(told, rows)),
    )


def _cells(practice: Practice, unit: str) -> tuple[Cell, ...]:
    carrier = practice.get_carrier_display() if practice.carrier else ""
    title, last = f"{practice} ({unit})", write_day(practice.last_day)
    return (title, carrier, last, whole(practice.times), whole(practice.cost))


def numbers(rows: list[Practice]) -> Iterator[PaperNumber]:
    """Yield how many each stands for, and its money."""
    for each in rows:
        yield from counted([(each.times, f"{each}: mô hình"), (each.cost, f"{each}: kinh phí")])


PAPER = Paper(
    rows=rows,
    units=units,
    speaks=speaks,
    parts={"there": there},
    tables={"listed": listed},
    numbers=numbers,
)
