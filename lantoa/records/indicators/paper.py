"""What indicators say on paper."""

from lantoa.figures.formula import FORMULAS
from lantoa.figures.measure import Measure
from lantoa.figures.writing import few, write_number, write_percentage, write_scaled
from lantoa.paper import Paragraphs
from lantoa.records.record.paper import Paper, Told


def stated(told: Told, rows: None) -> Paragraphs:
    """Say the indicators of the area, a line each, with their wholes where they have one."""
    said = []
    for measure in (*told.measures("indicators"), *told.measures(FORMULAS)):
        figure, by = told.total(measure.code), told.stated(measure.code)
        if not measure.is_listed or (figure is None and not by):
            continue
        if figure is None or told.is_anothers(measure.code):
            reach = share_of(told, measure) if figure is not None else ""
            said += [f"- {measure.label}: {each}{reach}." for each in by]
        else:
            said.append(line(told, measure, figure))
    return tuple(said)


def reached(told: Told, rows: None) -> Paragraphs:
    """Say what indicators are to come to in the year, and how far they are."""
    return tuple(f"- {each}." for each in told.goals())


def line(told: Told, measure: Measure, figure: int) -> str:
    """Say one indicator: "- Trường đạt chuẩn quốc gia: 54/67 trường, đạt 80,60%."."""
    whole = told.total(f"{measure.code}.whole")
    of = f"/{write_number(whole)}" if whole is not None else ""
    share = share_of(told, measure)
    unit = "%" if measure.unit == "%" else f" {measure.unit}"
    by = "; ".join(few(told.stated(measure.code)))
    who = f" ({by})" if by else ""
    return f"- {measure.label}: {write_scaled(figure, scale=measure.scale)}{of}{unit}{share}{who}."


def share_of(told: Told, measure: Measure) -> str:
    """Say the share that a figure is of its whole: ", đạt 80,60%"; nothing where it has none."""
    return f", đạt {write_percentage(*told.share(measure.code))}" if measure.share_of else ""


PAPER = Paper[None](parts={"stated": stated, "reached": reached})
