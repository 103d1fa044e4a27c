"""The log: lines of JSON that tell what happened to whom, and name nobody.

Only what is listed in `TOLD` gets into a line. Of what libraries say, the words stand as they are
written in the code, without what is put into them: an address, a name or a file of somebody.
"""

import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from logging import LogRecord
from types import TracebackType
from typing import Any

from pythonjsonlogger.json import JsonFormatter

OURS = "lantoa"
TOLD = ("request", "account", "method", "route", "status", "ms")
"""What a line may hold besides moment, level, who speaks and what is said."""
NOW: ContextVar[dict[str, Any]] = ContextVar("now", default={})  # noqa: B039 - never written into
"""What is known of the request that is being answered."""


class Lines(JsonFormatter):
    """Writes a line of the log as JSON."""

    def format(self, record: LogRecord) -> str:
        """Return one line; an exception is told by its sort and its places, never by its words."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "says": _said(record),
        }
        line |= NOW.get() | {key: record.__dict__[key] for key in TOLD if _is_told(record, key)}
        if record.exc_info and record.exc_info[0]:
            sort, _words, trace = record.exc_info
            line |= {"exception": sort.__name__, "places": _places(trace)}
        return self.serialize_log_record(line)


def _is_told(record: LogRecord, key: str) -> bool:
    return isinstance(record.__dict__.get(key), str | int)


def _said(record: LogRecord) -> str:
    """Return what was said; words that an exception brought are left out."""
    if record.name.split(".")[0] == OURS or _is_about_the_server(record):
        return record.getMessage()
    if status := record.__dict__.get("status_code"):
        return f"answered {status}"
    failure = record.exc_info[1] if record.exc_info else None
    if failure is not None and str(record.msg) == str(failure):
        return type(failure).__name__
    return str(record.msg)


def _is_about_the_server(record: LogRecord) -> bool:
    """Tell whether gunicorn speaks of itself; what it warns of may hold addresses."""
    return record.name == "gunicorn.error" and record.levelno == logging.INFO


def _places(trace: TracebackType | None) -> list[str]:
    return [f"{each.filename}:{each.lineno} {each.name}" for each in traceback.extract_tb(trace)]
