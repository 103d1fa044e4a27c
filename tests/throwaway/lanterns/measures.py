"""What is counted of lanterns."""

from django.db.models import F
from lantoa.records.lanterns.models import Lantern

from lantoa.records.record.counting import Counted, Display
from lantoa.records.record.measures import plain_sums

COUNTED = Counted(
    model=Lantern,
    label="Thả đèn",
    silence="chưa thả đèn nào",
    titled=F("title"),
    sums=plain_sums(Lantern),
    shown=Display.everywhere("lanterns.lit", head="Đèn"),
)
