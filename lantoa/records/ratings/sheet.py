"""The spreadsheet of ratings: the columns of its table, points as people write them."""

from lantoa.records.ratings.models import Rating
from lantoa.records.ratings.scoring import write_points
from lantoa.records.record.sheet import KindSheet


def _points(tenths: int | None) -> str | None:
    return None if tenths is None else write_points(tenths)


def _marks(row: Rating) -> str | None:
    return "; ".join(f"{what}: {points}" for what, points in row.told_marks()) or None


SHEET = KindSheet(
    model=Rating,
    said={
        "points": lambda row: _points(row.points),
        "points_of": lambda row: _points(row.points_of),
        "marks": _marks,
    },
)
