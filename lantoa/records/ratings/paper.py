"""What ratings say on paper: each class by level, with quotas worked out; titles; a table."""

from collections.abc import Iterator
from typing import NamedTuple

from lantoa.figures.writing import write_number, write_percentage, write_scaled
from lantoa.paper import ORDER, Cell, Column, Holds, Paragraphs, Table, numbered_rows, share, whole
from lantoa.records.ratings.measures import LEVELS, TITLES
from lantoa.records.ratings.models import RatedClass, RatingQuota
from lantoa.records.ratings.queries import allowances, quotas_on
from lantoa.records.record.paper import Paper, PaperNumber, Told, counted, listing, shared

STRETCHES = (("", "Cả năm"), ("quarter_", "Quý"))
RATED = ("excellent", "well", "fulfilled", "failed")
FORMER = ("clean_cells", "clean_bases")


class Rows(NamedTuple):
    """The quotas in use on the last day, and of each class its label, its best and all rated."""

    quotas: list[RatingQuota]
    classes: list[tuple[str, int | None, int]]


def rows_of(told: Told) -> Rows:
    """Return the quotas in use, and how many of each class are excellent, of how many rated."""
    classes = [
        (f"{stretch}, {whom.label}", _counts(told, before, whom)["excellent"], total)
        for before, stretch in STRETCHES
        for whom in RatedClass
        if (total := _rated(told, before, whom)) is not None
    ]
    return Rows(quotas_on(told.asked.period.last), classes)


def speaks(told: Told, rows: Rows) -> bool:
    """Tell whether any class was rated."""
    return any(
        _rated(told, before, whom) is not None for before, _ in STRETCHES for whom in RatedClass
    )


def _counts(told: Told, before: str, whom: RatedClass) -> dict[str, int | None]:
    return {level: told.total(f"ratings.{before}{whom.value}_{level}") for level in LEVELS}


def _rated(told: Told, before: str, whom: RatedClass) -> int | None:
    """Return how many of a class were rated, as far as it is known."""
    counts = _counts(told, before, whom)
    known = [count for level in RATED if (count := counts[level]) is not None]
    return sum(known) if known else None


def rated(told: Told, rows: Rows) -> Paragraphs:
    """Say how each class was rated over the year, then by quarters, and what quotas allow."""
    said = [
        *_by_class(told, "", "Xếp loại cuối năm"),
        *_allowed(told, rows),
        *_reviewed(told),
        *_by_class(told, "quarter_", "Xếp loại hằng quý (cộng các quý)"),
    ]
    return tuple(said) or ("Đánh giá, xếp loại trong kỳ: chưa có số.",)


def _by_class(told: Told, before: str, head: str) -> Iterator[str]:
    for whom in RatedClass:
        pairs = [
            (f"ratings.{before}{whom.value}_{level}", words) for level, words in LEVELS.items()
        ]
        if figures := listing(told, pairs):
            yield f"{head}, {whom.label.lower()}: {figures}."


def _allowed(told: Told, rows: Rows) -> Iterator[str]:
    for whom in RatedClass:
        counts = _counts(told, "", whom)
        if counts["excellent"] is not None:
            for each in allowances(rows.quotas, whom=whom.value, counts=counts):
                yield f"{each.quota}. Tính trên tổng số của kỳ: {each.arithmetic}."


def _reviewed(told: Told) -> Iterator[str]:
    pairs = [(f"ratings.{whom.value}_reviewed", whom.label.lower()) for whom in RatedClass]
    if figures := listing(told, pairs):
        yield f"Đã kiểm điểm, tự soi, tự sửa: {figures}."
    if told.total("ratings.learning"):
        yield (
            "Kết quả học tập và làm theo Bác là một tiêu chuẩn trong "
            f"{told.say('ratings.learning')} lần xếp loại."
        )


def titles(told: Told, rows: Rows) -> Paragraphs:
    """Say who bears which title, and how meetings were scored on their sheets."""
    said = []
    for head, codes in (
        ("Được công nhận", [code for code in TITLES if code not in FORMER]),
        ("Giữ danh hiệu cũ", FORMER),
    ):
        if figures := listing(told, [(f"ratings.{code}", TITLES[code][0]) for code in codes]):
            said.append(f"{head}: {figures}.")
    times, (points, of) = told.total("ratings.scores"), told.share("ratings.points")
    if times and of:
        said.append(
            f"Chấm điểm theo bảng {write_number(times)} lần, đạt {write_scaled(points, scale=1)}/"
            f"{write_scaled(of, scale=1)} điểm ({write_percentage(points, of)})."
        )
    return tuple(said)


def levels(told: Told, rows: Rows) -> Table:
    """Return each class by level, years and quarters apart."""
    return Table(
        name="Xếp loại",
        title="KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG",
        measured_in="Đơn vị tính: tổ chức, tập thể, người; quý cộng lại thành lượt",
        columns=(
            ORDER,
            Column("Kỳ", Holds.TEXT),
            Column("Đối tượng", Holds.TEXT),
            Column("Được xếp loại"),
            Column(
                "Trong đó",
                parts=(
                    Column("Hoàn thành xuất sắc"),
                    Column("Hoàn thành tốt"),
                    Column("Hoàn thành"),
                    Column("Không hoàn thành"),
                ),
            ),
            Column("Chưa xếp loại"),
            Column("Tỷ lệ xuất sắc"),
        ),
        rows=numbered_rows(_lines(told)),
    )


def _lines(told: Told) -> Iterator[tuple[Cell, ...]]:
    for before, stretch in STRETCHES:
        for whom in RatedClass:
            counts, total = _counts(told, before, whom), _rated(told, before, whom)
            if total is not None or counts["unrated"] is not None:
                cells = [whole(counts[level]) for level in LEVELS]
                best = share(counts["excellent"], total)
                yield (stretch, whom.label, whole(total), *cells, best)


def numbers(rows: Rows) -> Iterator[PaperNumber]:
    """Yield how many of each class were rated, and the share of the excellent."""
    for label, best, total in rows.classes:
        yield from counted([(total, f"{label}: được xếp loại")])
        yield from shared(best, total, f"{label}: tỷ lệ xuất sắc")


PAPER = Paper(
    rows=rows_of,
    speaks=speaks,
    parts={"rated": rated, "titles": titles},
    tables={"levels": levels},
    numbers=numbers,
)
