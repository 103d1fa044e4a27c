"""How one kind of record stands on pages: its words, form, facts and what a phone offers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import URLPattern

from lantoa.people.models import User
from lantoa.records.record.forms import RecordForm
from lantoa.records.record.pages.fact import Group
from lantoa.records.record.pages.facts import groups_of
from lantoa.records.record.pages.kept import KeptList


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Who asks for a record to be written, when, and with which key."""

    by: User
    at: datetime
    key: str


@dataclass(frozen=True)
class Action:
    """A big button of a phone: its words, its picture, and what it fills in already.

    `of` are the kinds of unit that are offered it, all where it is empty; `first_of` are those that
    do it so often that it stands first, all where it is None. For others it is folded away.
    """

    label: str
    note: str
    icon: str = field(kw_only=True)
    filled: dict[str, str] = field(default_factory=dict, kw_only=True)
    of: tuple[str, ...] = field(default=(), kw_only=True)
    first_of: tuple[str, ...] | None = field(default=None, kw_only=True)


def _nothing_more(form: Any, record: Any, asked: Asker) -> None:
    """Keep nothing besides the record itself."""


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The pages of one kind of record.

    `one` and `many` name it, `recorded` its records behind a number, `word` is what addresses call
    it; `link` and `icon` are its place in the navigation, `button` what a unit's page offers,
    `actions` what a phone does. `form` asks for one; without it the kind comes in by import only.
    `groups` is what a record says, `line` the same in one line, `beside` what else its page shows,
    `seen_by` what of that depends on who looks, and on which day; `keep` keeps what a form brings
    besides the record; `more` are addresses of its own, `lists` those that an administrator keeps.
    `by_message` says that a pasted message may fill the form.
    """

    one: str
    many: str
    recorded: str
    word: str
    link: str = ""
    icon: str = "pen"
    button: str = ""
    form: type[RecordForm] | None = None
    groups: Callable[[Any], list[Group]] = groups_of
    line: Callable[[Any], str] = str
    beside: Callable[[Any], dict[str, Any]] = lambda record: {}
    seen_by: Callable[[Any, User, date], dict[str, Any]] = lambda record, user, today: {}
    keep: Callable[[Any, Any, Asker], None] = _nothing_more
    actions: Sequence[Action] = ()
    more: Sequence[URLPattern] = ()
    lists: Sequence[KeptList] = ()
    by_message: bool = False
