"""What the database refuses of quoted figures."""

from lantoa.records.quotations.models import Quotation
from lantoa.records.record.guards import guards_of

GUARDS = guards_of(Quotation)
