"""How quoted figures stand on pages: they come in by import, and are shown and withdrawn."""

from lantoa.figures.writing import UNKNOWN, write_scaled
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.pages import Fact, Group, Pages


def groups(quotation: Quotation) -> list[Group]:
    """Return what a publication states; it enters no total."""
    facts = [
        Fact("Nội dung", quotation.what),
        Fact("Số được trích", _value(quotation)),
        Fact.count("Trên tổng số", quotation.whole),
        Fact("Mức chính xác", quotation.get_approximation_display()),
        Fact("Dùng trong số cộng", "không; chỉ để đối chiếu"),
    ]
    return [Group("Số liệu trích dẫn", facts)]


def _value(quotation: Quotation) -> str:
    if quotation.value is None:
        return UNKNOWN
    value = write_scaled(quotation.value, scale=quotation.scale)
    return f"{value}%" if quotation.is_share else f"{value} {quotation.measured_in}"


PAGES = Pages(
    one="số liệu trích dẫn",
    many="Số liệu trích dẫn",
    recorded="số trích dẫn",
    word="trich-dan",
    groups=groups,
)
