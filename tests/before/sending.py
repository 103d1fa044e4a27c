"""Sends what was recorded in the version before once more, and prints what came of it as JSON.

Run as a program of its own, with LANTOA_VAR naming the installation. A column is added to works
first, as a later release may: nothing that was sent before may look different for it.
"""

import json
import os
import sys
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.settings")
django.setup()

from django.core.exceptions import PermissionDenied  # noqa: E402
from django.db import IntegrityError, connection, transaction  # noqa: E402

from lantoa.demonstration.operations import facts  # noqa: E402
from lantoa.demonstration.operations.moments import WRITTEN_AT  # noqa: E402
from lantoa.demonstration.operations.published import PublishedFigures  # noqa: E402
from lantoa.people.models import User  # noqa: E402
from lantoa.records.indicators import operations as indicators  # noqa: E402
from lantoa.records.meetings import operations as meetings  # noqa: E402
from lantoa.records.meetings.models import Meeting  # noqa: E402
from lantoa.records.quotations import operations as quotations  # noqa: E402
from lantoa.records.record.columns import Count  # noqa: E402
from lantoa.records.record.entry import Refused, changed  # noqa: E402
from lantoa.records.record.guards import guards_of  # noqa: E402
from lantoa.records.works import operations as works  # noqa: E402
from lantoa.records.works.models import SERVED, Work  # noqa: E402
from lantoa.trail.guards import lay  # noqa: E402

REWORDED = {"an-giang.chau-doc.nha-tinh-nghia"}
"""Records whose note the demonstration words otherwise by now: their content is another one."""


def add_column() -> None:
    """Add a column to works, as a migration would, and lay the guards as an update does."""
    Count("Cột thêm sau", SERVED, default=None).contribute_to_class(Work, "added")
    with connection.schema_editor() as schema:
        schema.add_field(Work, Work._meta.get_field("added"))
        lay(guards_of(Work), schema=schema)


def send_again(by: User) -> dict[str, list[int]]:
    """Send every published figure again; return how many rows there were before and after."""
    published = PublishedFigures(facts.figures())
    sent: dict[Any, list[Any]] = {
        meetings: published.meeting_entries(),
        works: [each for each in published.work_entries() if each.key not in REWORDED],
        indicators: published.indicator_entries(),
        quotations: published.quotation_entries(),
    }
    found = {}
    for kind, entries in sent.items():
        rows = type(entries[0]).objects
        before = rows.count()
        again = kind.record_many(by=by, at=WRITTEN_AT, entries=entries)
        assert [each.key for each in again] == [each.key for each in entries]
        found[kind.DONE.deed] = [len(entries), before, rows.count()]
    return found


def reworded(by: User) -> list[str]:
    """Return the keys of published works that are refused as the same with other content."""
    sent = PublishedFigures(facts.figures()).work_entries()
    told = {"by": by, "at": WRITTEN_AT}
    return [
        each.key for each in sent if "nội dung khác" in refused(works.record, entry=each, **told)
    ]


def refused(ask: Any, *told: Any, **more: Any) -> str:
    try:
        with transaction.atomic():
            ask(*told, **more)
    except (Refused, IntegrityError, PermissionDenied) as refusal:
        return str(refusal)
    return ""


def update_added() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE works_work SET added = 3 WHERE key LIKE 'an-giang.%'")


def answers() -> dict[str, Any]:
    """Return what came of everything."""
    add_column()
    by = User.objects.get(username="quan-tri")
    keeper = User.objects.get(username="quan-tri-xa-mau")
    road = Work.objects.filter(key__startswith="an-giang.").select_related("unit").earliest("pk")
    old = Meeting.objects.filter(reason__startswith="Đếm nhầm").select_related("unit")[0]
    told = {"by": by, "at": WRITTEN_AT}
    right = {"reason": "đếm lại", **told}
    found = {
        "again": send_again(by),
        "reworded": reworded(by),
        "corrected before": meetings.record(entry=changed(old), **told | {"by": keeper}).uuid
        == old.uuid,
        "stranger": refused(works.record, entry=changed(road), **told | {"by": keeper}),
        "other content": refused(works.record, entry=changed(road, title="Tên khác"), **told),
        "other in the new column": refused(works.record, entry=changed(road, added=1), **told),
        "nothing changed": refused(works.correct, road, entry=changed(road), **right),
        "changed in place": refused(update_added),
    }
    mended = works.correct(road, entry=changed(road, added=1), **right)
    return found | {"digests": [road.digest, mended.digest], "kept": mended.title == road.title}


if __name__ == "__main__":
    json.dump(answers(), sys.stdout, ensure_ascii=False, default=str)
