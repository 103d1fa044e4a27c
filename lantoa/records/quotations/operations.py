"""Recording and withdrawing quoted figures."""

from lantoa.records.quotations.models import Quotation
from lantoa.records.record.operations import Done, any_day

DONE = Done(model=Quotation, deed="quotations", days=any_day)
record_many, withdraw = DONE.record_many, DONE.withdraw
