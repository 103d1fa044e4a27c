"""How indicators stand on pages: what is asked, and what they say."""

from typing import Any

from lantoa.figures.light import light_of
from lantoa.figures.writing import UNKNOWN, write_number, write_percentage, write_scaled
from lantoa.records.indicators import urls
from lantoa.records.indicators.forms import IndicatorForm, IndicatorSortForm
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.indicators.queries import targets_met
from lantoa.records.record.pages import Fact, Group, KeptList, Pages


def groups(indicator: Indicator) -> list[Group]:
    """Return what an indicator says, with the share that it makes of a whole."""
    facts = [Fact("Chỉ tiêu", indicator.sort.label), Fact("Số đạt được", _value(indicator))]
    if indicator.sort.has_whole:
        facts.append(Fact.count("Trên tổng số", indicator.whole, indicator.sort.measured_in))
    if indicator.value is not None and indicator.whole and indicator.sort.nature in ADDED:
        facts.append(Fact("Tỷ lệ", write_percentage(indicator.value, indicator.whole)))
    if target := target_fact(indicator):
        facts.append(target)
    facts.append(Fact("Mức chính xác", indicator.get_approximation_display()))
    return [Group("Chỉ tiêu", [*facts, Fact("Cơ quan cung cấp", indicator.agency or "không ghi")])]


def target_fact(indicator: Indicator) -> Fact | None:
    """Return what the indicator was to come to in the year of the record, and how far it came."""
    sort, day = indicator.sort, indicator.last_day
    for each in targets_met(indicator.unit, on=day):
        if each.sort.pk == sort.pk:
            light = light_of(
                indicator.value, each.value, near=sort.near_percent, lower=sort.lower_is_better
            )
            level = f"{write_scaled(each.value, scale=sort.scale)} {sort.measured_in}"
            words = f"{level}: {light.words.lower()} ({each.source})"
            return Fact(f"Mức đặt ra năm {each.year}", words)
    return None


def _value(indicator: Indicator) -> str:
    sort = indicator.sort
    if indicator.value is None:
        return UNKNOWN
    return f"{write_scaled(indicator.value, scale=sort.scale)} {sort.measured_in}"


def line(indicator: Indicator) -> str:
    """Return an indicator in one line: its value, and the whole where it is known."""
    whole = f" trên {write_number(indicator.whole)}" if indicator.whole else ""
    agency = f"; {indicator.agency}" if indicator.agency else ""
    return f"{_value(indicator)}{whole}{agency}"


def _of_sort(row: Any) -> str:
    adds = f"= {row.formula}" if row.formula else row.get_nature_display().lower()
    return f"{row.measured_in}; {adds}"


SORTS = KeptList(
    model=Sort,
    word="chi-tieu",
    title="Danh mục chỉ tiêu",
    help="Các chỉ tiêu mà đơn vị ghi số, hoặc hệ thống tính từ số liệu khác bằng công thức. "
    "Chỉ tiêu không sửa tại chỗ: thôi dùng dòng cũ rồi thêm dòng mới.",
    form=IndicatorSortForm,
    line=_of_sort,
)
ADDED = ("flow", "stock")


PAGES = Pages(
    one="chỉ tiêu",
    many="Chỉ tiêu",
    recorded="bản ghi chỉ tiêu",
    word="chi-tieu",
    link="Chỉ tiêu",
    button="Ghi chỉ tiêu",
    form=IndicatorForm,
    groups=groups,
    line=line,
    more=urls.urlpatterns,
    lists=[SORTS],
)
