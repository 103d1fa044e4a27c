"""What works say on paper: what was made, with which money, for whom."""

from collections.abc import Iterator

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_dong, write_number
from lantoa.paper import ORDER, Cell, Column, Holds, Paragraphs, Table, numbered_rows, whole
from lantoa.records.record.columns import names as names_of
from lantoa.records.record.paper import Paper, PaperNumber, Told, counted, listing
from lantoa.records.works.measures import HEAD
from lantoa.records.works.models import WATCHED as WATCHED_PART
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
    ("works.area", "m² diện tích"),
    ("works.workdays", "ngày công"),
    ("works.volunteers", "lượt người tham gia"),
)
MADE = (
    ("works.new", "việc làm mới"),
    ("works.repaired", "việc sửa chữa, nâng cấp"),
    ("works.houses_new", "căn nhà làm mới"),
    ("works.houses_repaired", "căn nhà sửa chữa"),
)
WATCHED = (
    ("works.discussed", "công trình có họp dân bàn"),
    ("works.supervised", "công trình có giám sát cộng đồng"),
    ("works.pending", "công trình giám sát còn vướng"),
    ("works.settled", "công trình đã công khai quyết toán"),
)
SOURCES = (
    ("works.state_money", "ngân sách nhà nước"),
    ("works.members_money", "cán bộ, đảng viên đóng góp"),
    ("works.people_money", "Nhân dân đóng góp"),
    ("works.sponsors_money", "mạnh thường quân, doanh nghiệp"),
    ("works.family_money", "gia đình tự bỏ ra"),
    ("works.fund_money", "trích từ quỹ"),
    ("works.loan_money", "vốn vay"),
    ("works.unsplit_money", "chưa tách nguồn"),
)
BESIDE_COST = (
    ("works.goods_value", "trị giá hiện vật góp"),
    ("works.promised_money", "mới hứa góp"),
)
SERVED = (
    ("works.poor_households", "hộ nghèo"),
    ("works.near_poor_households", "hộ cận nghèo"),
    ("works.policy_households", "gia đình chính sách"),
    ("works.landslide_households", "hộ bị sạt lở"),
    ("works.homeless_households", "hộ khó khăn về nhà ở"),
    ("works.member_households", "hộ đảng viên khó khăn"),
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
    products = ", ".join(filter(None, [listing(told, PRODUCTS), *further(told)]))
    made = f"Đã ghi {number} công trình, phần việc" + (f", gồm {products}." if products else ".")
    return (made, *more(told), *cost(told, rows), *served(told), *told_singly(told, rows))


def further(told: Told) -> Iterator[str]:
    """Yield how much was made of each sort that the administrator keeps."""
    for measure in told.measures("works"):
        if measure.code.startswith(HEAD) and (figure := told.say(measure.code)) is not None:
            yield f"{measure.label} {figure} {measure.unit}"


def more(told: Told) -> Iterator[str]:
    """Yield what was new, and what the people discussed and watched; a figure of 0 is not told."""
    for head, words in (("Trong đó (ở việc có ghi)", MADE), ("Dân bàn, dân giám sát", WATCHED)):
        if said := listing(told, [each for each in words if told.total(each[0])]):
            yield f"{head}: {said}."


def cost(told: Told, rows: list[Work]) -> Iterator[str]:
    """Yield the money, from whom it came, what is told once for several works, and goods apart."""
    if (money := told.say("works.money")) is not None:
        known = [f"{words} {told.say(code)}" for code, words in SOURCES if told.say(code)]
        sources = f", trong đó: {'; '.join(known)}" if known else ""
        yield f"Tổng kinh phí {money}{sources}."
    if joint := sum(1 for work in rows if work.cost_at):
        yield f"{write_number(joint)} việc có kinh phí tính chung ở việc khác, chỉ tính một lần."
    if beside := listing(told, BESIDE_COST):
        yield f"Ngoài kinh phí trên: {beside}."


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
    if work.cost_at:
        money = ", kinh phí tính chung ở việc khác"
    return f"- {work.title}{about(work)} ({unit}){quantity}{money}."


def about(work: Work) -> str:
    """Say of which phase of a larger work it is, on which occasion, in which programme."""
    larger = " ".join(filter(None, [work.phase, work.larger and f"của {work.larger}"]))
    programme = work.programme and f"chương trình {work.programme}"
    said = [each for each in (larger, work.occasion, programme) if each]
    return f", {'; '.join(said)}" if said else ""


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


def watched(told: Told, rows: list[Work]) -> Table | None:
    """Return the works of which the people discussed or watched anything; None without any."""
    seen = [work for work in rows if is_watched(work)]
    if not seen:
        return None
    return Table(
        name="Dân bàn, giám sát",
        title="DÂN BÀN, GIÁM SÁT CỘNG ĐỒNG, CÔNG KHAI QUYẾT TOÁN",
        measured_in="Đơn vị tính: hộ",
        columns=(
            ORDER,
            Column("Tên công trình, phần việc (đơn vị)", Holds.TEXT),
            Column("Họp dân", Holds.TEXT),
            Column("Hộ dự"),
            Column("Hộ đồng ý"),
            Column("Giám sát", Holds.TEXT),
            Column("Kết quả", Holds.TEXT),
            Column("Công khai quyết toán", Holds.TEXT),
        ),
        rows=numbered_rows(watched_cells(work, unit) for work, unit in named(told, seen)),
    )


def is_watched(work: Work) -> bool:
    """Tell whether the people discussed or watched it, or its settlement was made public."""
    return any(getattr(work, each) not in ("", None) for each in names_of(Work, WATCHED_PART))


def watched_cells(work: Work, unit: str) -> tuple[Cell, ...]:
    """Return what the people discussed and watched of one work as the cells of a row."""
    days = (work.discussed_on, work.supervised_on, work.settled_on)
    discussed, supervised, settled = (write_day(day) if day else "" for day in days)
    result = str(work.get_supervised_display()) if work.supervised else ""
    counts = whole(work.households_present), whole(work.households_agreeing)
    return (f"{work.title} ({unit})", discussed, *counts, supervised, result, settled)


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
        present, agreeing = work.households_present, work.households_agreeing
        met = ((present, f"{work.title}: hộ dự họp"), (agreeing, f"{work.title}: hộ đồng ý"))
        yield from counted(met)


PAPER = Paper(
    rows=rows,
    units=units,
    speaks=speaks,
    parts={"done": done},
    tables={"listed": listed, "watched": watched},
    numbers=numbers,
)
