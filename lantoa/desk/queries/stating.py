"""Figures that never stand without who stated them, and what they are to come to."""

from lantoa.figures.writing import few
from lantoa.tally.queries import Answer, Line

OF_ONE = "của một đơn vị"


def total_text(told: Answer, line: Line) -> str:
    """Write a total: what one unit alone stated is never written as that of those above it."""
    if told.stating.is_anothers(line.measure.code):
        return OF_ONE
    if line.total is None and line.measure.code in told.stating.by_code:
        return "không cộng"
    return line.written(line.total)


def goal_rows(told: Answer) -> list[dict[str, str]]:
    """Return what figures are to come to in the year, each with its light."""
    return [
        {
            "label": each.line.measure.label,
            "figure": each.figure,
            "target": each.target,
            "year": str(each.goal.year),
            "words": each.light.words,
            "state": each.light.state,
            "source": each.goal.source,
            "stated": "; ".join(few(told.stated(each.goal.measure))),
        }
        for each in told.stating.goals
    ]
