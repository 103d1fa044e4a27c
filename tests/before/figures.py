"""Prints what `lantoa figures` says of every question below, in one process, as JSON.

Run as a program of its own, with LANTOA_VAR naming the installation that is asked. The answers of a
version are kept beside its database before the next one is written.
"""

import json
import os
import sys
from io import StringIO

UNITS = (
    "VN",
    "89",
    "91@2025-07-01",
    "884",
    "886",
    "894",
    "30304",
    "30682@2025-07-01",
    "MAU",
    "MAU.BP",
    "MAU.001",
    "MAU.UBND",
    "TAP.886",
)
PERIODS = (
    ("1/1/2016", "31/12/2025"),
    ("1/1/2025", "31/12/2025"),
    ("1/3/2025", "31/3/2025"),
    ("1/7/2025", "30/9/2025"),
    ("1/11/2024", "31/10/2026"),
)
CHARTS = ("", "30/6/2025", "1/7/2025")


def answers() -> dict[str, object]:
    """Return what the command prints of each question, a refusal included."""
    return {
        " ".join((unit, first, last, chart)).strip(): answer(unit, first, last, chart)
        for unit in UNITS
        for first, last in PERIODS
        for chart in CHARTS
    }


def answer(unit: str, first: str, last: str, chart: str) -> object:
    from django.core.management import CommandError, call_command

    told = {"unit": unit, "first": first, "last": last, "chart": chart or None, "json": True}
    printed = StringIO()
    try:
        call_command("figures", stdout=printed, **told)
    except CommandError as refusal:
        return str(refusal)
    return json.loads(printed.getvalue())


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.settings")
    django.setup()
    json.dump(answers(), sys.stdout, ensure_ascii=False, sort_keys=True)
