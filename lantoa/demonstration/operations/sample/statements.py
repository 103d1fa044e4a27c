"""What the simulated commune states of its area, year by year."""

from datetime import date
from typing import NamedTuple

from lantoa.demonstration.operations.moments import moment
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.people.models import User
from lantoa.records.indicators import operations as indicators
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.record.operations.listing import add_row


class Stated(NamedTuple):
    """One invented number: its sort, its day, and the number with the decimals of its sort."""

    sort: str
    day: date
    value: int
    whole: int | None = None


STATED = (
    Stated("poor-household-rate", date(2024, 12, 31), 214),
    Stated("poor-household-rate", date(2025, 12, 31), 171),
    Stated("national-standard-schools", date(2024, 12, 31), 6, 9),
    Stated("national-standard-schools", date(2025, 12, 31), 7, 9),
    Stated("left-poverty", date(2025, 12, 31), 14),
    Stated("left-near-poverty", date(2025, 12, 31), 22),
)


AGENCIES = {"national-standard-schools": "Phòng Văn hóa - Xã hội xã Mẫu"}
RESOLUTION = "Nghị quyết Đại hội Đảng bộ xã Mẫu nhiệm kỳ 2025-2030 (dữ liệu mẫu)"
RESOLVED = date(2025, 8, 1)
PATHS = {
    "poor-household-rate": (170, 150, 130, 110, 90, 70),
    "national-standard-schools": (7, 8, 8, 9, 9, 9),
    "left-poverty": (15, 15, 15, 12, 12, 10),
}
"""By the code of a sort: what it is to come to in each year from 2025 to 2030."""
FORMULAS = (
    {
        "label": "Buổi học tập trên một chi bộ",
        "measured_in": "buổi",
        "scale": 1,
        "formula": "[meetings.held] ÷ [units.base_cells]",
    },
    {
        "label": "Tỷ lệ đảng viên dự trên số triệu tập, ở các buổi có cả hai số",
        "measured_in": "%",
        "scale": 2,
        "formula": "100 × [meetings.present_of_invited] ÷ [meetings.invited_known]",
    },
)


def set_out(commune: Commune, *, by: User) -> None:
    """Set what the congress resolved for each year, and what is worked out of other figures."""
    at, sorts = moment(RESOLVED), {sort.code: sort for sort in Sort._default_manager.all()}
    for code, path in PATHS.items():
        for year, value in enumerate(path, start=2025):
            indicators.set_target(
                by=by,
                at=at,
                unit=commune.root,
                sort=sorts[code],
                year=year,
                value=value,
                source=RESOLUTION,
                valid_from=RESOLVED,
            )
    held = set(Sort._default_manager.values_list("label", flat=True))
    for words in FORMULAS:
        if words["label"] not in held:
            said = {"nature": "loose", "valid_from": RESOLVED, "source": RESOLUTION, **words}
            add_row(Sort, by=by, at=at, root=commune.root, said=said)


def state_indicators(commune: Commune, *, by: User) -> None:
    """State the numbers of each year early in the next."""
    sorts = {sort.code: sort for sort in Sort._default_manager.all()}
    for stated in STATED:
        entry = Indicator(
            unit=commune.bodies["UBND"],
            key=f"mau.{stated.sort}.{stated.day.year}",
            first_day=stated.day,
            last_day=stated.day,
            sort=sorts[stated.sort],
            value=stated.value,
            whole=stated.whole,
            agency=AGENCIES.get(stated.sort, ""),
        )
        indicators.record(by=by, at=moment(date(stated.day.year + 1, 1, 9)), entry=entry)
