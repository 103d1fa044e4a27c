"""What acts did can be read afterwards: by a unit, by an old name."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.acts.fates import fates, what_became_of
from lantoa.acts.history import life_line
from lantoa.acts.steps import Sort, Step
from tests import build
from tests.acts.acts import DAY, country, passed, reorganised

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def test_a_life_line_tells_names_places_and_successors_with_their_acts():
    land = country()
    act = reorganised(land)
    new = act.steps.get(order=0).formed

    old_line = [(e.day, e.sort, e.other and e.other.name) for e in life_line(land.communes[0])]
    new_line = [(e.sort, e.other and e.other.name) for e in life_line(new)]

    assert old_line == [
        (build.LONG_AGO, "born", "Huyện Sơn"),
        (build.LONG_AGO, "named", None),
        (build.LONG_AGO, "coded", None),
        (DAY, "succeeded", "Xã Thoại Sơn"),
        (DAY, "closed", "Xã Thoại Sơn"),
    ]
    assert new_line == [
        ("born", "Tỉnh Đông"),
        ("succeeds", "Xã Núi Sập"),
        ("succeeds", "Xã Thoại Giang"),
        ("succeeds", "Xã Bình Thành"),
        ("named", None),
        ("coded", None),
    ]
    assert {event.act for event in life_line(new)} == {act}


def test_an_old_name_leads_to_the_units_of_today():
    land = country()
    act = reorganised(land)

    (fate,) = what_became_of("nui sap", on=TODAY)

    assert fate.unit.full_name == "Xã Núi Sập (đến 30/6/2025)"
    assert [each.name for each in fate.now] == ["Xã Thoại Sơn"]
    assert [(each.is_whole, each.act) for each in fate.passages] == [(True, act)]


def test_a_divided_unit_leads_to_all_its_parts_the_principal_one_first():
    land = country()
    reorganised(land)

    (fate,) = fates([land.communes[2].pk], on=TODAY)

    assert [each.name for each in fate.now] == ["Xã Thoại Sơn", "Xã Óc Eo"]
    assert [each.is_principal for each in fate.passages] == [True, False]


def test_a_chain_of_acts_is_followed_to_its_end():
    land = country()
    act = reorganised(land)
    new = act.steps.get(order=0).formed
    passed([Step(sort=Sort.MERGE, unit=new.pk, code="X", name="Phường X",
                 parent=land.province.pk)], on=date(2026, 1, 1))  # fmt: skip

    (then,), (now,) = fates([land.communes[0].pk], on=DAY), fates([land.communes[0].pk], on=TODAY)

    assert [each.name for each in then.now] == ["Xã Thoại Sơn"]
    assert [each.name for each in now.now] == ["Phường X"]
    assert [each.new.name for each in now.passages] == ["Xã Thoại Sơn", "Phường X"]


def test_a_level_that_ended_lives_on_nowhere_and_counts_under_the_unit_above():
    land = country()
    reorganised(land)

    (fate,) = fates([land.district.pk], on=TODAY)

    assert (fate.now, fate.passages) == ((), ())
    assert fate.counts_under is not None
    assert fate.counts_under.name == "Tỉnh Đông"


def test_a_district_that_ended_leads_to_the_communes_that_hold_its_area_today():
    land = country()
    act = reorganised(land)
    (then,) = fates([land.district.pk], on=TODAY)
    new = act.steps.get(order=0).formed
    passed([Step(sort=Sort.MERGE, unit=new.pk, code="X", name="Phường X",
                 parent=land.province.pk)], on=date(2026, 1, 1))  # fmt: skip

    (now,) = fates([land.district.pk], on=TODAY)

    assert [each.name for each in then.heirs] == ["Xã Óc Eo", "Xã Thoại Sơn"]
    assert [each.name for each in now.heirs] == ["Phường X", "Xã Óc Eo"]


def test_a_passage_names_units_as_they_were_called_then():
    land = country()
    first, second, _ = land.communes
    passed([Step(sort=Sort.MERGE, unit=first.pk, into=second.pk)])
    passed([Step(sort=Sort.RENAME, unit=second.pk, name="Xã Cuối")], on=date(2026, 1, 1))

    [fate] = fates([first.pk], on=TODAY)

    assert [(each.old.name, each.new.name) for each in fate.passages] == [
        ("Xã Núi Sập", "Xã Thoại Giang")
    ]
    assert [(each.old, each.new) for each in fate.renamings] == [("Xã Thoại Giang", "Xã Cuối")]
    assert [each.name for each in fate.now] == ["Xã Cuối"]


def test_a_life_line_is_read_as_often_for_one_change_on_a_day_as_for_several():
    land = country()
    one, several = land.cells[0]
    renamed = [Step(sort=Sort.RENAME, unit=each.pk, name="Chi bộ Mới") for each in land.cells[0]]
    passed([*renamed, Step(sort=Sort.RECODE, unit=several.pk, code="m1")])

    with CaptureQueriesContext(connection) as asked_of_one:
        assert len(life_line(one)) == 4
    with CaptureQueriesContext(connection) as asked_of_several:
        assert len(life_line(several)) == 5

    assert len(asked_of_several) == len(asked_of_one)
