"""Pages of the reader."""

from lantoa.reader.views.accounting import account
from lantoa.reader.views.deciding import decide
from lantoa.reader.views.message import message
from lantoa.reader.views.reading import forget, read, show

__all__ = ["account", "decide", "forget", "message", "read", "show"]
