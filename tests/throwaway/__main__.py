"""Records lanterns in an empty installation and looks for them everywhere; prints what it found.

Run as `python -m tests.throwaway` with `LANTOA_VAR` naming an empty folder.
"""

import json
import os
import sys
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.throwaway.settings"
os.environ.pop("LANTOA_DATABASE", None)

import django

django.setup()

from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.test.utils import setup_test_environment
from lantoa.records.lanterns.models import Lantern
from python_calamine import CalamineWorkbook

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.posts.models import Post
from lantoa.prescribed import queries as prescribed
from lantoa.reorganisation.queries.matters import before_undoing
from lantoa.reports.queries import Request, report
from lantoa.trail.guards import declared, lay_declared
from lantoa.units.models import BEGINNING, Kind, Unit
from tests import build
from tests.throwaway.names import found_of_names

DAY, TITLE, LIT = build.date(2026, 3, 10), "Đêm rằm", "1.234"
YEAR = Period.year(2026)


def main() -> None:
    """Print, for each place, whether the kind is there."""
    setup_test_environment()
    call_command("migrate", run_syncdb=True, verbosity=0)
    lay_declared()
    call_command("key", new=True, stdout=StringIO())
    client = Client()
    with transaction.atomic():
        commune = build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)
        cell = build.unit("Chi bộ", under=commune)
        clerk = build.clerk(commune)
        keeper = build.clerk(commune, right=Post.Right.ADMIN)
    client.force_login(clerk)
    ask(client, cell)
    places = dict(found(client, commune, cell)) | dict(found_of_names(client, cell, keeper))
    json.dump(places, sys.stdout, ensure_ascii=False)


def ask(client: Client, cell: Unit) -> None:
    """Record lanterns as a person does: by the form."""
    address = f"/don-vi/{cell.uuid}/tha-den/ghi/"
    key = client.get(address).context["beside"]["key"].value()
    client.post(address, {"title": TITLE, "lit": LIT, "last_day": "10/3/2026", "key": key})


def found(client: Client, commune: Unit, cell: Unit) -> Iterator[tuple[str, bool]]:
    """Yield each place with whether lanterns are there."""

    def page(address: str) -> str:
        return client.get(address).content.decode()

    home = page(f"/don-vi/{commune.uuid}/?from=2026-01-01&to=2026-12-31")
    yield "a button of the desk", "Ghi đêm thả đèn" in home
    yield "a link of the navigation", f"/don-vi/{commune.uuid}/tha-den/" in home
    yield "a first figure of the page", LIT in home
    yield "a chart over time", "Số đèn đã thả, năm 2026" in home
    yield "a column beside the units below", ">Đèn<" in home
    yield "the phone", "Ghi thả đèn" in page(f"/ghi/{cell.uuid}/")
    yield "the list", TITLE in page(f"/don-vi/{cell.uuid}/tha-den/")
    opened = page(f"/don-vi/{cell.uuid}/so-lieu/lanterns.lit/?from=2026-01-01&to=2026-12-31")
    yield "the opened figure", TITLE in opened and LIT in opened
    yield "the spreadsheet", 1234 in cells_of(client.get(f"/don-vi/{cell.uuid}/tha-den/bang-tinh/"))
    yield from on_paper(commune)
    said = [matter.words for ask in before_undoing() for matter in ask([cell.pk], BEGINNING)]
    yield "the trial of a decision", "1 đêm thả đèn đã ghi" in said
    yield "the backup", "tables/lanterns.lantern.jsonl" in copied()
    yield "the guards", "lanterns_lantern_written_once" in {guard.name for guard in declared()}


def cells_of(answer: Any) -> list[Any]:
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    return [cell for row in book.get_sheet_by_index(0).to_python() for cell in row]


def on_paper(commune: Unit) -> Iterator[tuple[str, bool]]:
    """Yield the report's sentence and its annex, once a form asks for them as data."""
    prescribed.VERSIONS = with_lanterns(Path(os.environ["LANTOA_VAR"]))
    prescribed.versions.cache_clear()
    document = report(Request(Question(commune.pk, YEAR), day=DAY))
    said = [
        text for chapter in document.sections for part in chapter.parts for text in part.paragraphs
    ]
    yield "the report", f"Đã thả {LIT} đèn." in said
    yield "the annex of the report", "Thả đèn" in [table.name for table in document.annexes]


def with_lanterns(folder: Path) -> Path:
    """Write the form of today with lanterns in it; return the folder of it."""
    path = next(prescribed.VERSIONS.glob("movement-*.json"))
    form = json.loads(path.read_text(encoding="utf-8"))
    form["chapters"][0]["chapters"][0]["says"].append({"kind": "lanterns", "part": "lit"})
    column = {"head": "Số đèn", "measure": "lanterns.lit"}
    form["tables"].append(
        {
            "kind": "lanterns",
            "name": "Thả đèn",
            "title": "THẢ ĐÈN",
            "measured_in": "chiếc",
            "columns": [column],
        }
    )
    (folder / path.name).write_text(json.dumps(form), encoding="utf-8")
    return folder


def copied() -> list[str]:
    """Return the names of the parts of a backup."""
    file = Path(os.environ["LANTOA_VAR"]) / "copy.zip"
    call_command("backup", str(file), verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115
    with ZipFile(file) as parts:
        return parts.namelist()


if __name__ == "__main__":
    assert Lantern._meta.app_label == "lanterns"
    main()
