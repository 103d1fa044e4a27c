"""How indicators stand on pages: what is asked, and what they say."""

from lantoa.figures.writing import write_number, write_percentage, write_scaled
from lantoa.records.indicators.forms import IndicatorForm
from lantoa.records.indicators.models import Indicator
from lantoa.records.record.pages import Fact, Group, Pages


def groups(indicator: Indicator) -> list[Group]:
    """Return what an indicator says, with the share that it makes of a whole."""
    facts = [Fact("Chỉ tiêu", indicator.sort.label), Fact("Số đạt được", _value(indicator))]
    if indicator.sort.has_whole:
        facts.append(Fact.count("Trên tổng số", indicator.whole, indicator.sort.measured_in))
    if indicator.whole and indicator.sort.nature != "loose":
        facts.append(Fact("Tỷ lệ", write_percentage(indicator.value, indicator.whole)))
    facts.append(Fact("Mức chính xác", indicator.get_approximation_display()))
    return [Group("Chỉ tiêu", [*facts, Fact("Cơ quan cung cấp", indicator.agency or "không ghi")])]


def _value(indicator: Indicator) -> str:
    sort = indicator.sort
    return f"{write_scaled(indicator.value, scale=sort.scale)} {sort.measured_in}"


def line(indicator: Indicator) -> str:
    """Return an indicator in one line: its value, and the whole where it is known."""
    whole = f" trên {write_number(indicator.whole)}" if indicator.whole else ""
    return f"{_value(indicator)}{whole}"


PAGES = Pages(
    one="chỉ tiêu",
    many="Chỉ tiêu",
    recorded="bản ghi chỉ tiêu",
    word="chi-tieu",
    link="Chỉ tiêu",
    form=IndicatorForm,
    groups=groups,
    line=line,
)
