"""Lists that an administrator keeps: what has ended is offered no more, and never lost."""

from datetime import date

import pytest
from django.urls import reverse

from lantoa.records.giving.models import GiverGroup, Giving
from lantoa.records.giving.operations import DONE, adopt_known, end_group
from lantoa.records.record.columns import columns_of
from lantoa.records.record.kinds import kinds
from lantoa.records.record.lists import KeptRowQuerySet
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY, TODAY = date(2026, 3, 10), build.NOW.date()
APART = {"documents", "themes", "sheet"}
"""What is chosen by where the unit stands, and of what the operation asks whether it was in use."""


def columns_with_lists():
    """Return the columns of every kind that choose of a list, each with its kind."""
    return [
        (kind, column.name)
        for kind in kinds()
        for column in columns_of(kind.counted.model)
        if kind.pages.form and column.related_model and hasattr(column.related_model, "valid_to")
    ]


CHOSEN = [each for each in columns_with_lists() if each[1] not in APART]


def row_of(model, code, **more):
    said = {"code": code, "label": code, "valid_from": date(2020, 1, 1), "source": "people"}
    extra = {"measured_in": "cái"} if hasattr(model, "measured_in") else {}
    return model.objects.create(**said | extra | more)


def test_lists_stand_with_kinds_and_several_may_be_chosen_of_some():
    names = {f"{kind.code}.{name}" for kind, name in CHOSEN}

    assert {"giving.groups", "works.classes"} <= names


@pytest.mark.unsealed
@pytest.mark.parametrize(("kind", "name"), CHOSEN, ids=[f"{k.code}.{n}" for k, n in CHOSEN])
def test_what_a_record_names_is_offered_when_it_is_corrected_though_it_ended_since(kind, name):
    column = kind.counted.model._meta.get_field(name)
    assert isinstance(column.related_model.objects.all(), KeptRowQuerySet)
    row_of(column.related_model, "con-dung")
    held = row_of(column.related_model, "ghi-roi", valid_to=date(2026, 6, 1))
    other = row_of(column.related_model, "het-dung", valid_to=date(2026, 6, 1))
    unit = build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)

    said = [held] if column.many_to_many else held.pk
    form = kind.pages.form(initial={name: said}, unit=unit, today=TODAY)

    offered = {each.code for each in form.fields[name].queryset}
    assert {"con-dung", "ghi-roi"} <= offered
    assert other.code not in offered


def test_correcting_an_older_receipt_keeps_the_group_of_givers_that_ended_since(client):
    adopt_known()
    top = build.unit("Tỉnh")
    commune = build.unit("Xã", under=top, kind=Kind.COMMUNE)
    people, leaders = (GiverGroup.objects.get(code=code) for code in ("people", "leaders"))
    entry = Giving(
        unit=commune, first_day=DAY, last_day=DAY, key="k1", sort="receipt", title="Ủng hộ",
        money=5_000_000, groups=[people, leaders],
    )  # fmt: skip
    gift = DONE.record(by=build.recorder(), at=build.NOW, entry=entry)
    boss = build.clerk(top, build.Post.Right.ADMIN)
    end_group(leaders, by=boss, at=build.NOW, root=top, on=date(2026, 6, 1))
    client.force_login(build.clerk(commune))
    address = reverse("giving:correct", args=[gift.uuid])

    form = client.get(address).context["form"]
    shown = {box.name: box.value() for box in form if box.value() is not None}
    corrected = {"money": "6000000", "last_day": "10/3/2026"}
    seen = {"seen": gift.digest, "reason": "Đếm lại"}
    assert client.post(address, shown | corrected | seen).status_code == 302

    now = Giving.objects.get(key="k1", superseded_at__isnull=True)
    assert set(now.groups.all()) == {people, leaders}
    assert now.money == 6_000_000
