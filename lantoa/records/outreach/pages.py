"""How outreach stands on pages."""

from lantoa.figures.writing import write_number
from lantoa.records.outreach.models import Outreach
from lantoa.records.record.forms import form_of
from lantoa.records.record.pages import Action, Pages


def line(told: Outreach) -> str:
    """Return it in one line: how many of what, and where."""
    channel = f", {told.get_channel_display()}" if told.channel else ""
    return f"{told.get_sort_display()}: {write_number(told.times)}{channel}"


PAGES = Pages(
    one="việc tuyên truyền",
    many="Tuyên truyền",
    recorded="bản ghi tuyên truyền",
    word="tuyen-truyen",
    link="Tuyên truyền",
    button="Ghi tuyên truyền",
    form=form_of(Outreach),
    line=line,
    actions=[Action("Ghi tuyên truyền", "Tin, bài, truyền thanh, Zalo, hội thi", icon="pen")],
)
