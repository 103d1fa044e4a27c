"""Every measure there is, by family, in the order in which people look for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lantoa.figures.measure import Measure, Nature
from lantoa.records.indicators import measures as indicators
from lantoa.records.meetings import measures as meetings
from lantoa.records.works import measures as works

ORGANISATIONS = Measure("units.organisations", "Chi, đảng bộ trực thuộc", "tổ chức", Nature.CHART)
COMMUNES = Measure("units.communes", "Đảng bộ xã, phường, thị trấn", "đảng bộ", Nature.CHART)
BASES = Measure("units.bases", "Đảng bộ cơ sở khác", "đảng bộ", Nature.CHART)
DIVISIONS = Measure("units.divisions", "Đảng bộ bộ phận", "đảng bộ", Nature.CHART)
CELLS = Measure("units.cells", "Chi bộ", "chi bộ", Nature.CHART)
BASE_CELLS = Measure("units.base_cells", "Chi bộ trực thuộc đảng ủy cơ sở", "chi bộ", Nature.CHART)
MEMBERS = Measure("units.members", "Số đảng viên", "đảng viên", Nature.STOCK)
ON_CHART = (ORGANISATIONS, COMMUNES, BASES, DIVISIONS, CELLS, BASE_CELLS)


@dataclass(frozen=True)
class Family:
    """Measures of one kind of record: what they are called together, and how they are counted."""

    code: str
    label: str
    silence: str
    measures: tuple[Measure, ...]
    own: Callable[..., Mapping[int, Sequence[int | None]]]
    together: Callable[..., Sequence[int | None]]
    apart: Callable[..., Sequence[object]]


FAMILIES = (
    Family(
        "meetings",
        "Học tập, quán triệt, sinh hoạt",
        "chưa ghi buổi nào",
        tuple(meetings.MEASURES),
        meetings.own,
        meetings.together,
        meetings.apart,
    ),
    Family(
        "works",
        "Công trình, phần việc",
        "chưa ghi việc nào",
        tuple(works.MEASURES),
        works.own,
        works.together,
        works.apart,
    ),
)


def families() -> dict[str, tuple[str, tuple[Measure, ...]]]:
    """Return label and measures of each family, indicators included; one SELECT."""
    listed = {
        "units": ("Tổ chức", (*ON_CHART, MEMBERS)),
        **{family.code: (family.label, family.measures) for family in FAMILIES},
    }
    return listed | {"indicators": ("Chỉ tiêu của địa bàn", tuple(indicators.known_measures()))}


def every_measure() -> dict[str, Measure]:
    """Return every measure by code; one SELECT."""
    return {measure.code: measure for _, listed in families().values() for measure in listed}
