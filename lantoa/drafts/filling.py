"""Writing into the boxes of a page what was typed before; all else stays letter for letter."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.utils.html import escape

from lantoa.drafts.access import FIELD
from lantoa.drafts.operations import NOT_TYPED, SECRET

Attributes = dict[str, str | None]
LEFT_ALONE = {"password", "file", "submit", "button", "image", "reset"}
TICKED = {"checkbox", "radio"}


@dataclass(frozen=True)
class Edit:
    """A stretch of the page and what stands there instead."""

    start: int
    end: int
    text: str


@dataclass
class ShownForm:
    """One form of a page: where it begins, where it is sent, what would be written into it."""

    start: int
    action: str
    typed: dict[str, list[str]]
    is_sealed: bool = False
    edits: list[Edit] = field(default_factory=list)


def filled(page: str, *, content: str, action: str, notice: str) -> str:
    """Return a page with a form filled, and a notice above it; unchanged where it has none.

    Of several forms it is the one that is sent to `action`.
    """
    boxes = BoxFinder(page, json.loads(content))
    boxes.feed(page)
    boxes.close()
    sealed = [form for form in boxes.forms if form.is_sealed]
    meant = [form for form in sealed if form.action == action] or sealed[:1]
    return _edited(page, meant[0], notice) if meant else page


def _edited(page: str, form: ShownForm, notice: str) -> str:
    opening = len("<form")
    edits = [*form.edits, Edit(form.start, form.start + opening, f"{notice}<form data-filled")]
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        page = page[: edit.start] + edit.text + page[edit.end :]
    return page


class BoxFinder(HTMLParser):
    """Finds the boxes of each form of a page, and what would stand in them."""

    def __init__(self, page: str, typed: dict[str, list[str]]) -> None:
        """Take the page, and what was typed by the names of its boxes."""
        super().__init__()
        self.typed, self.forms = typed, list[ShownForm]()
        self.lines = [0, *(at + 1 for at, sign in enumerate(page) if sign == "\n")]
        self.folded: list[tuple[Edit, bool]] = []
        self.chosen: Sequence[str] | None = None
        self.inside: tuple[int, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the beginning of a tag says; only boxes inside of forms matter."""
        found = dict(attrs)
        if tag == "form":
            typed = {name: list(values) for name, values in self.typed.items()}
            self.forms.append(ShownForm(self._place(), found.get("action") or "", typed))
        elif tag == "details":
            self.folded.append((self._whole("<details open" + self._rest(tag)), "open" in found))
        elif self.forms and (reader := getattr(self, f"_{tag}", None)):
            reader(found)

    def handle_endtag(self, tag: str) -> None:
        """Note what the end of a tag closes."""
        if tag == "details" and self.folded:
            self.folded.pop()
        elif tag == "select":
            self.chosen = None
        elif tag == "textarea" and self.inside:
            start, text = self.inside
            self.forms[-1].edits.append(Edit(start, self._place(), f"\n{escape(text)}"))
            self.inside = None

    def _input(self, found: Attributes) -> None:
        name, sort = found.get("name") or "", found.get("type") or "text"
        if name == FIELD:
            self.forms[-1].is_sealed = True
        values = self._typed(name)
        if values is None or sort in LEFT_ALONE:
            return
        if sort in TICKED:
            self._tick(found, "checked", is_meant=(found.get("value", "on") or "") in values)
        elif values:
            value = values.pop(0)
            self._write("input", {**found, "value": value})
            if value != (found.get("value") or "") and sort != "hidden":
                self._unfold()

    def _textarea(self, found: Attributes) -> None:
        values = self._typed(found.get("name") or "")
        if values:
            text = values.pop(0)
            self.inside = (self._place() + len(self.get_starttag_text() or ""), text)
            if text:
                self._unfold()

    def _select(self, found: Attributes) -> None:
        self.chosen = self._typed(found.get("name") or "")

    def _option(self, found: Attributes) -> None:
        if self.chosen is not None:
            self._tick(found, "selected", is_meant=(found.get("value") or "") in self.chosen)

    def _tick(self, found: Attributes, mark: str, *, is_meant: bool) -> None:
        told = {name: value for name, value in found.items() if name != mark}
        self._write(
            "input" if mark == "checked" else "option", told | ({mark: None} if is_meant else {})
        )
        if is_meant and mark not in found:
            self._unfold()

    def _typed(self, name: str) -> list[str] | None:
        """Return what was typed into boxes of a name; None where they are not to be touched."""
        return None if name in NOT_TYPED | SECRET else self.forms[-1].typed.get(name)

    def _unfold(self) -> None:
        """Open what a filled box is folded away in."""
        self.forms[-1].edits += [edit for edit, is_open in self.folded if not is_open]
        self.folded = [(edit, True) for edit, _ in self.folded]

    def _write(self, tag: str, attributes: Attributes) -> None:
        said = [
            name if value is None else f'{name}="{escape(value)}"'
            for name, value in attributes.items()
        ]
        self.forms[-1].edits.append(self._whole(f"<{' '.join([tag, *said])}>"))

    def _whole(self, text: str) -> Edit:
        start = self._place()
        return Edit(start, start + len(self.get_starttag_text() or ""), text)

    def _rest(self, tag: str) -> str:
        return (self.get_starttag_text() or "")[len(tag) + 1 :]

    def _place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column
