"""What publications state enters no total: nothing is counted of it."""

from django.db.models import F

from lantoa.records.quotations.models import Quotation
from lantoa.records.record.counting import Counted

COUNTED = Counted(
    model=Quotation,
    label="Số liệu trích dẫn",
    silence="chưa trích số nào",
    titled=F("what"),
)
