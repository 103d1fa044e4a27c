"""How a list that an administrator keeps stands on its page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lantoa.records.record.forms.listing import RowForm
from lantoa.records.record.lists import KeptRow


def _nothing(row: Any) -> str:
    """Say nothing more of a row."""
    return ""


@dataclass(frozen=True, kw_only=True)
class KeptList:
    """A list of a kind of record: its table, what addresses and pages call it, what it is for.

    `form` asks for a new row; `line` is what a row says beside its words and days.
    """

    model: type[KeptRow]
    word: str
    title: str
    help: str
    form: type[RowForm] = RowForm
    line: Callable[[Any], str] = _nothing
