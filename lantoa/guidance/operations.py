"""Taking in documents and themes."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from lantoa.guidance.models import FrameworkDocument, Theme

KNOWN = Path(__file__).parent / "known"
DAYS = {"issued_on", "valid_from", "valid_to", "first_day", "last_day"}


@transaction.atomic
def adopt_known() -> None:
    """Take in the documents and themes that the project knows; those there are renewed."""
    for row in _rows("documents.json"):
        FrameworkDocument.objects.update_or_create(number=row["number"], defaults=row)
    for row in _rows("themes.json"):
        Theme.objects.update_or_create(short=row["short"], scope=row["scope"], defaults=row)


def _rows(file: str) -> list[dict[str, Any]]:
    rows = json.loads((KNOWN / file).read_text(encoding="utf-8"))
    return [
        {
            name: date.fromisoformat(value) if name in DAYS and value else value
            for name, value in row.items()
        }
        for row in rows
    ]
