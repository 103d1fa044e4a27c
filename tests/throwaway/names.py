"""Lanterns that name who gave them: the name is hidden, erased and looked for everywhere."""

import os
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from lantoa.records.lanterns.models import Lantern

from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.people.models import User
from lantoa.persons.models import ERASED, WITHDRAWN, PersonName
from lantoa.persons.operations import erase, withdraw
from lantoa.records.record.standing import ended_on, standings
from lantoa.units.models import Unit
from tests import build

GIVER, OTHER = "Trần Thị Bưởi", "Nguyễn Văn Ổi"
DAY = build.date(2026, 3, 10)


def named(name: str, **more: str) -> dict[str, str]:
    """Return the boxes that name a giver, with consent."""
    said = {"noi": "public", "ngay": "9/3/2026", "cach": "written"} | more
    return {"giver_ten": name, **{f"giver_{box}": text for box, text in said.items()}}


def ask(client: Client, cell: Unit, title: str, boxes: dict[str, str]) -> str:
    """Send the form of lanterns twice, as a double tap does; return the page of a refusal."""
    address = f"/don-vi/{cell.uuid}/tha-den/ghi/"
    key = client.get(address).context["beside"]["key"].value()
    sent = {"title": title, "lit": "7", "last_day": "10/3/2026", "key": key, **boxes}
    client.post(address, sent)
    return client.post(address, sent).content.decode()


def correct(client: Client, record: Lantern, **boxes: str) -> Lantern:
    """Send the correction of a record with what its boxes hold; return the record as it is now."""
    address = f"/tha-den/{record.uuid}/dinh-chinh/"
    form = client.get(address).context["form"]
    held = form["giver"].field.widget.decompress(form["giver"].value())
    shown = dict(zip(("giver_ten", "giver_noi", "giver_ngay", "giver_cach"), held, strict=True))
    asked = {"title": record.title, "lit": "8", "last_day": "10/3/2026", "reason": "đếm lại"}
    client.post(address, {**asked, "seen": record.digest, **shown, **boxes})
    return Lantern.objects.get(uuid=record.uuid, superseded_at=None)


def found_of_names(client: Client, cell: Unit, keeper: User) -> Iterator[tuple[str, bool]]:
    """Yield each thing that must hold of a name in a record of any kind, and whether it does."""
    refused = ask(client, cell, "Đêm không đồng ý", named(GIVER, noi=""))
    yield "no name without consent", "phải có đồng ý" in refused and GIVER in refused
    tomorrow = ask(client, cell, "Đêm mai", named(GIVER, ngay="1/1/2099"))
    yield "no consent of tomorrow", "phía trước" in tomorrow
    yield "nothing was kept of either", not PersonName.objects.exists()
    ask(client, cell, "Đêm có tên", named(GIVER))
    ask(client, cell, "Đêm khác", named(OTHER) | {"lit": "9"})
    record = Lantern.objects.get(title="Đêm có tên")
    held = PersonName.objects.get(pk=record.giver_id)
    yield "sent twice, it is one name", PersonName.objects.count() == 2
    yield "where it stands", [each.record.pk for each in standings(held)] == [record.pk]
    page = client.get(f"/tha-den/{record.uuid}/").content.decode()
    yield "the page of the record names the giver", GIVER in page
    record = correct(client, record)
    yield "a correction keeps the same row", record.giver_id == held.pk and record.lit == 8
    yield "its purpose lasts", ended_on(held) is None
    yield from _hidden(client, record, held, keeper)
    yield from _erased(client, record, held, keeper)


def _hidden(
    client: Client, record: Lantern, held: PersonName, keeper: User
) -> Iterator[tuple[str, bool]]:
    withdraw(held, on=DAY, by=keeper, at=build.NOW)
    shown = everywhere(client, record)
    yield "withdrawn, it shows nowhere", GIVER not in shown and WITHDRAWN in shown
    yield "its purpose has ended", ended_on(PersonName.objects.get(pk=held.pk)) == DAY
    record = correct(client, record)
    yield "hidden, it outlasts a correction", record.giver_id == held.pk


def _erased(
    client: Client, record: Lantern, held: PersonName, keeper: User
) -> Iterator[tuple[str, bool]]:
    before, sums = Lantern.objects.get(pk=record.pk).digest, figures(client, record.unit)
    yield "before, the file holds it", holds(GIVER)
    erase(held, by=keeper, at=build.NOW, why="Người này yêu cầu")
    yield "erased, it shows nowhere", ERASED in everywhere(client, record)
    yield "the record is as it was", Lantern.objects.get(pk=record.pk).digest == before
    yield "no sum has changed", sums == figures(client, record.unit) and "8" in sums
    yield "everything verifies", not verified(InDatabase()).faults
    yield "the file holds it no more, nor what was typed of it", not holds(GIVER)
    yield "the file holds the other name", holds(OTHER)
    yield "nor does a copy hold it", GIVER not in copied() and OTHER in copied()


def everywhere(client: Client, record: Lantern) -> str:
    """Return all that pages show of a record: its page, its list, the form that corrects it."""
    unit = f"/don-vi/{record.unit.uuid}/tha-den/"
    pages = (f"/tha-den/{record.uuid}/", unit, f"/tha-den/{record.uuid}/dinh-chinh/")
    return "".join(client.get(each).content.decode() for each in pages)


def figures(client: Client, unit: Unit) -> str:
    """Return the sheet of sums of a unit as text."""
    address = f"/don-vi/{unit.uuid}/so-lieu/lanterns.lit/?from=2026-01-01&to=2026-12-31"
    return client.get(address).content.decode().split("<main", 1)[1].split("</main", 1)[0]


def holds(name: str) -> bool:
    """Tell whether the bytes of the database, or of its journal, hold a name."""
    path = Path(settings.DATABASES["default"]["NAME"])
    files = [path, path.with_name(f"{path.name}-wal")]
    return any(name.encode() in each.read_bytes() for each in files if each.exists())


def copied() -> str:
    """Return all the text of a fresh copy."""
    file = Path(os.environ["LANTOA_VAR"]) / "names.zip"
    file.unlink(missing_ok=True)
    with open(os.devnull, "w") as nowhere:
        call_command("backup", str(file), verbosity=0, stdout=nowhere)
    with ZipFile(file) as parts:
        return "".join(parts.read(each).decode(errors="replace") for each in parts.namelist())
