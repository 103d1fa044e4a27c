"""What works say on paper: what was made, with which money, for whom."""

from collections.abc import Iterator

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_dong, write_number
from lantoa.paper import ORDER, Cell, Column, Holds, Paragraphs, Table, numbered_rows, whole
from lantoa.records.record.paper import Paper, PaperNumber, Told, counted, listing
from lantoa.records.works.models import Work
from lantoa.records.works.queries import rows as works_of

MOST = 8
"""Works that the text tells one by one; the table has them all."""
PRODUCTS = (
    ("works.houses", "căn nhà"),
    ("works.lots", "nền nhà"),
    ("works.roads", "mét đường"),
    ("works.bridges", "cây cầu"),
    ("works.canals", "mét kênh, mương"),
    ("works.lights", "bóng đèn chiếu sáng"),
    ("works.gifts", "suất quà, hỗ trợ"),
    ("works.workdays", "ngày công"),
)
SOURCES = (
    ("works.state_money", "ngân sách nhà nước"),
    ("works.members_money", "cán bộ, đảng viên đóng góp"),
    ("works.people_money", "Nhân dân đóng góp"),
    ("works.sponsors_money", "mạnh thường quân, doanh nghiệp"),
    ("works.unsplit_money", "chưa tách nguồn"),
)
SERVED = (
    ("works.poor_households", "hộ nghèo"),
    ("works.near_poor_households", "hộ cận nghèo"),
    ("works.policy_households", "gia đình chính sách"),
    ("works.other_households", "hộ khác, chưa phân loại"),
    ("works.pupils", "học sinh"),
    ("works.people", "người"),
    ("works.organisations", "cơ quan, đơn vị"),
)


def rows(told: Told) -> list[Work]:
    """Return the works of the period, latest first."""
    return works_of(units=told.units, asked=told.asked)


def units(rows: list[Work]) -> Iterator[int]:
    """Yield who did them."""
    return (work.unit_id for work in rows)


def speaks(told: Told, rows: list[Work]) -> bool:
    """Tell whether there are any."""
    return bool(rows)


def done(told: Told, rows: list[Work]) -> Paragraphs:
    """Say what was made, with which money, for whom."""
    number = told.say("works.done")
    if not rows or number is None:
        return ("Công trình, phần việc trong kỳ: chưa có số.",)
    products = listing(told, PRODUCTS)
    made = f"Đã ghi {number} công trình, phần việc" + (f", gồm {products}." if products else ".")
    return (made, *cost(told), *served(told), *told_singly(told, rows))


def cost(told: Told) -> Iterator[str]:
    """Yield the money, and from whom it came."""
    if (money := told.say("works.money")) is not None:
        known = [f"{words} {told.say(code)}" for code, words in SOURCES if told.say(code)]
        sources = f", trong đó: {'; '.join(known)}" if known else ""
        yield f"Tổng kinh phí {money}{sources}."


def served(told: Told) -> Iterator[str]:
    """Yield for whom it was."""
    if words := listing(told, SERVED):
        yield f"Đối tượng được hưởng: {words}."


def told_singly(told: Told, rows: list[Work]) -> Iterator[str]:
    """Yield the latest works, a line each."""
    yield from (line(work, unit) for work, unit in named(told, rows[:MOST]))
    if len(rows) > MOST:
        yield "Các việc khác: xem phụ lục."


def named(told: Told, rows: list[Work]) -> Iterator[tuple[Work, str]]:
    """Yield works with the name of who did them."""
    names = told.names({work.unit_id for work in rows})
    return ((work, names[work.unit_id].full_name) for work in rows)


def line(work: Work, unit: str) -> str:
    """Say one work in one line."""
    quantity = ""
    if work.quantity is not None:
        quantity = f", {write_number(work.quantity)} {work.measured_in}"
    money = f", kinh phí {write_dong(work.money)}" if work.money is not None else ""
    return f"- {work.title} ({unit}){quantity}{money}."


def listed(told: Told, rows: list[Work]) -> Table:
    """Return the works of the period, latest first."""
    return Table(
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
        rows=numbered_rows(cells(work, unit) for work, unit in named(told, rows)),
    )


def cells(work: Work, unit: str) -> tuple[Cell, ...]:
    """Return one work as the cells of a row."""
    measured_in = work.measured_in if work.quantity is not None else ""
    title, last_day = f"{work.title} ({unit})", write_day(work.last_day)
    return (title, last_day, whole(work.quantity), measured_in, whole(work.money))


def numbers(rows: list[Work]) -> Iterator[PaperNumber]:
    """Yield how much each work was, and its money."""
    for work in rows:
        yield from counted([(work.quantity, f"{work.title}: {work.measured_in}")])
        yield from counted([(work.money, f"{work.title}: kinh phí")])


PAPER = Paper(
    rows=rows,
    units=units,
    speaks=speaks,
    parts={"done": done},
    tables={"listed": listed},
    numbers=numbers,
)
