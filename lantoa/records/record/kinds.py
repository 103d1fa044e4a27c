"""Every kind of record there is: each found through its own folder, none named by anybody else.

A kind is an app whose `apps.py` holds a `KindConfig`. What it declares lies in its folder, a floor
each: what is counted, what is done, how it stands on paper, its sheet, its pages. A floor is
imported when it is first asked for, so that counting never loads a page.
"""

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig, apps
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

if TYPE_CHECKING:
    from lantoa.records.record.counting import Counted
    from lantoa.records.record.operations import Done
    from lantoa.records.record.pages import Pages
    from lantoa.records.record.paper import Paper
    from lantoa.records.record.quoting import Quoting
    from lantoa.records.record.sheet import KindSheet

FLOORS = {
    "measures": "COUNTED",
    "operations": "DONE",
    "paper": "PAPER",
    "sheet": "SHEET",
    "pages": "PAGES",
}
"""What every kind declares: the file of its folder, and the name in it."""
OF_ONE = {"quoting": "QUOTING"}
"""What only the kind declares that keeps what publications state."""


class KindConfig(AppConfig):
    """One kind of record.

    `place` is where it stands among the others, the lowest first; `quotes` marks the one that keeps
    what publications state, which declares in `quoting.py` how it is asked and written. `is_funded`
    marks those for whose records gifts may be given: their rows tell `takes_gifts`, and their model
    which of many do (`taking_gifts`).
    """

    place = 100
    quotes = False
    is_funded = False

    @property
    def code(self) -> str:
        """Return the code by which obligations, addresses and measures name the kind."""
        return self.label

    @cached_property
    def counted(self) -> "Counted":
        """Return what is counted of it, and what of that the eye should meet first."""
        counted: Counted = self.declared("measures")
        return counted

    @cached_property
    def done(self) -> "Done[Any]":
        """Return how it is recorded, corrected and withdrawn."""
        done: Done[Any] = self.declared("operations")
        return done

    @cached_property
    def paper(self) -> "Paper[Any]":
        """Return what it has to say in reports: paragraphs and tables."""
        paper: Paper[Any] = self.declared("paper")
        return paper

    @cached_property
    def sheet(self) -> "KindSheet":
        """Return the columns of its spreadsheet."""
        sheet: KindSheet = self.declared("sheet")
        return sheet

    @cached_property
    def pages(self) -> "Pages":
        """Return its words, form, facts and addresses."""
        pages: Pages = self.declared("pages")
        return pages

    def at(self, page: str, of: Any) -> str:
        """Return the address of one of its pages: of a record, or of a unit."""
        return reverse(f"{self.code}:{page}", args=[of.uuid])

    def templates(self, page: str) -> list[str]:
        """Return the template of one of its pages, and the shared one where it has none."""
        return [f"{self.code}/{page}.html", f"record/{page}.html"]

    def declared(self, file: str) -> Any:
        """Return what a file of the folder declares; raises ImproperlyConfigured without it."""
        name, path = (FLOORS | OF_ONE)[file], f"{self.name}.{file}"
        try:
            module = import_module(path)
        except ModuleNotFoundError as missing:
            if missing.name != path:
                raise
            raise ImproperlyConfigured(self._lacks(file, name)) from None
        if not hasattr(module, name):
            raise ImproperlyConfigured(self._lacks(file, name))
        return getattr(module, name)

    def _lacks(self, file: str, name: str) -> str:
        return f"The kind of record {self.code} declares no {name} in {file}.py of its folder."


def kinds() -> tuple[KindConfig, ...]:
    """Return every kind of record, in the order in which people look for them."""
    found = [each for each in apps.get_app_configs() if isinstance(each, KindConfig)]
    return tuple(sorted(found, key=lambda kind: (kind.place, kind.code)))


def kind_of(code: str) -> KindConfig:
    """Return the kind of a code; raises LookupError where there is none."""
    for kind in kinds():
        if kind.code == code:
            return kind
    raise LookupError(f"There is no kind of record {code}.")


def counted_kinds() -> list[KindConfig]:
    """Return the kinds of which anything is counted."""
    return [kind for kind in kinds() if kind.counted.is_counted]


def quoting() -> "Quoting":
    """Return how what publications state is kept; raises LookupError where no kind keeps it."""
    for kind in kinds():
        if kind.quotes:
            found: Quoting = kind.declared("quoting")
            return found
    raise LookupError("No kind of record keeps what publications state.")


def filled_from_messages() -> KindConfig:
    """Return the kind whose form a pasted message fills; raises LookupError where there is none."""
    for kind in kinds():
        if kind.pages.by_message:
            return kind
    raise LookupError("No kind of record has a form that a message fills.")
