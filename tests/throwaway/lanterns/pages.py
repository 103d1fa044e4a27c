"""How lanterns stand on pages."""

from lantoa.records.lanterns.models import Lantern

from lantoa.records.record.forms import form_of
from lantoa.records.record.pages import Action, Pages

PAGES = Pages(
    one="đêm thả đèn",
    many="Đêm thả đèn",
    recorded="đêm thả đèn đã ghi",
    word="tha-den",
    link="Thả đèn",
    button="Ghi đêm thả đèn",
    form=form_of(Lantern),
    actions=[Action("Ghi thả đèn", "Bao nhiêu chiếc", icon="pen")],
)
