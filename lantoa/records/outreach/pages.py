"""How outreach stands on pages."""

from lantoa.records.outreach.forms import OutreachForm
from lantoa.records.outreach.models import Outreach
from lantoa.records.record.pages import Action, Fact, Pages
from lantoa.records.record.pages.movements import MOVEMENTS
from lantoa.units.models import Kind


def line(told: Outreach) -> str:
    """Return it in one line: how many of what, and where."""
    channel = f", {told.get_channel_display()}" if told.channel else ""
    return f"{told.get_sort_display()}: {Fact.count('', told.times, '').text}{channel}"


PAGES = Pages(
    one="việc tuyên truyền",
    many="Tuyên truyền",
    recorded="bản ghi tuyên truyền",
    word="tuyen-truyen",
    link="Tuyên truyền",
    button="Ghi tuyên truyền",
    form=OutreachForm,
    line=line,
    lists=[MOVEMENTS],
    actions=[
        Action(
            "Ghi tuyên truyền",
            "Tin, bài, truyền thanh, Zalo, hội thi",
            icon="pen",
            first_of=(Kind.AGENCY, Kind.GOVERNMENT),
        )
    ],
)
