"""What indicators say on paper."""

from lantoa.figures.measure import Measure
from lantoa.figures.writing import write_number, write_percentage, write_scaled
from lantoa.paper import Paragraphs
from lantoa.records.record.paper import Paper, Told


def stated(told: Told, rows: None) -> Paragraphs:
    """Say the indicators of the area, a line each, with their wholes where they have one."""
    said = []
    for measure in told.measures("indicators"):
        figure = told.total(measure.code)
        if measure.is_listed and figure is not None:
            said.append(line(told, measure, figure))
    return tuple(said)


def line(told: Told, measure: Measure, figure: int) -> str:
    """Say one indicator: "- Trường đạt chuẩn quốc gia: 54/67 trường, đạt 80,60%."."""
    whole = told.total(f"{measure.code}.whole")
    of = f"/{write_number(whole)}" if whole is not None else ""
    share = f", đạt {write_percentage(*told.share(measure.code))}" if measure.share_of else ""
    unit = "%" if measure.unit == "%" else f" {measure.unit}"
    return f"- {measure.label}: {write_scaled(figure, scale=measure.scale)}{of}{unit}{share}."


PAPER = Paper[None](parts={"stated": stated})
