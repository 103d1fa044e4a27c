"""What is done with giving: recorded with its transfers; groups kept; slips made and cancelled."""

from lantoa.records.giving.operations.groups import add_group, adopt_known, end_group
from lantoa.records.giving.operations.recording import DONE
from lantoa.records.giving.operations.slips import cancel_slip, make_slip

__all__ = ["DONE", "add_group", "adopt_known", "cancel_slip", "end_group", "make_slip"]
