"""Recording and withdrawing quoted figures."""

from lantoa.records.quotations.models import Quotation
from lantoa.records.record.operations import Done, Likeness, any_day

DONE = Done(model=Quotation, deed="quotations", days=any_day, alike=Likeness(only=()))
record_many, withdraw = DONE.record_many, DONE.withdraw
