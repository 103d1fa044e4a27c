"""What is held of one person, as one file for that person: readable, and with the same as JSON.

Others are told by their work, never by name: who took the name down, who looked.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

FORM = "lantoa.du-lieu-ca-nhan/1"


@dataclass(frozen=True)
class PersonSheet:
    """Everything that is held of one person; `facts` are pairs of what and how it stands."""

    unit: str
    at: datetime
    facts: Sequence[tuple[str, str]]
    records: Sequence["NamedIn"] = ()
    looks: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class NamedIn:
    """A record that names the person, and what it says apart from the names of others."""

    title: str
    facts: Sequence[tuple[str, str]] = field(default_factory=tuple)


def as_html(sheet: PersonSheet) -> str:
    """Return the file: one page that opens anywhere, the same inside it for machines."""
    return render_to_string("office/person_file.html", {"sheet": sheet, "held": _as_json(sheet)})


def _as_json(sheet: PersonSheet) -> SafeString:
    told: dict[str, Any] = {"form": FORM, **asdict(sheet)}
    told["at"] = localtime(sheet.at).isoformat()
    text = json.dumps(told, ensure_ascii=False, indent=1)
    # In a script element nothing but the sign that begins a tag could end it.
    return mark_safe(text.replace("<", "\\u003c"))  # noqa: S308 - our own JSON, no tag can stand in it
