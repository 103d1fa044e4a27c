"""The list of groups of givers: taken in, added to, ended."""

import json
from datetime import date, datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localtime

from lantoa.figures.words import fold
from lantoa.formats.texts import phrase
from lantoa.guidance.access import refuse_stranger
from lantoa.people.models import User
from lantoa.records.giving.models import GiverGroup
from lantoa.trail.operations import note
from lantoa.units.models import Unit

KNOWN = Path(__file__).parent.parent / "known" / "groups.json"


@transaction.atomic
def adopt_known() -> None:
    """Take in the groups that the project knows, once: what people ended stays ended."""
    for row in json.loads(KNOWN.read_text(encoding="utf-8")):
        row["valid_from"] = date.fromisoformat(row["valid_from"])
        GiverGroup.objects.get_or_create(code=row["code"], defaults=row)


@transaction.atomic
def add_group(
    *, by: User, at: datetime, root: Unit, label: str, source: str, since: date
) -> GiverGroup:
    """Add a group from a day on, for the whole installation.

    Raises PermissionDenied where `root` is no root that `by` administers, ValidationError beside
    the box for what columns or constraints refuse.
    """
    refuse_stranger(by, root, on=localtime(at).date())
    try:
        kept = phrase(label)
    except ValidationError as refusal:
        raise ValidationError({"label": refusal.messages}) from None
    code = slugify(fold(kept))[:40]
    if not code:
        raise ValidationError({"label": "Hãy ghi tên nhóm."})
    if GiverGroup.objects.filter(code=code).exists():
        raise ValidationError({"label": "Đã có nhóm tên này."})
    row = GiverGroup(code=code, label=kept, source=source, valid_from=since, recorded_by=by)
    row.clean_fields(exclude={"valid_to"})
    row.validate_constraints()
    row.save(force_insert=True)
    after = {"code": code, "label": kept, "source": source, "valid_from": since}
    note(by=by, at=at, home=root.home, deed="giving.add_group", about=[], after=after)
    return row


@transaction.atomic
def end_group(row: GiverGroup, *, by: User, at: datetime, root: Unit, on: date) -> None:
    """Use a group no more from a day on; what names it stays as it was."""
    refuse_stranger(by, root, on=localtime(at).date())
    if on <= row.valid_from:
        raise ValidationError({"day": "Ngày thôi dùng phải sau ngày bắt đầu."})
    if not GiverGroup.objects.filter(pk=row.pk, valid_to__isnull=True).update(valid_to=on):
        raise ValidationError("Nhóm này đã thôi dùng. Hãy mở lại trang.")
    after = {"code": row.code, "valid_to": on}
    note(by=by, at=at, home=root.home, deed="giving.end_group", about=[], after=after)
