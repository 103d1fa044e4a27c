"""The resolutions of 16 June 2025: one for each new province, and the acts cited as they are."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date

from lantoa.acts.models import Act
from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.country.areas import Resolution
from lantoa.demonstration.operations.country.decisions import heading


def headings(country):
    """Return how the acts of the whole country are cited."""
    return [heading(province, country) for province in country.provinces()]


def test_every_new_province_has_a_resolution_and_no_two_the_same(country):
    numbers = [each.number for each in country.resolutions.values()]

    assert set(country.resolutions) == {each.code for each in country.provinces()}
    assert set(Counter(numbers).values()) == {1}
    assert {each.signed_on for each in country.resolutions.values()} == {date(2025, 6, 16)}


def test_the_numbers_are_those_of_the_standing_committee_between_1654_and_1687(country):
    for each in country.resolutions.values():
        written = re.fullmatch(r"(\d{4})/NQ-UBTVQH15", each.number)

        assert written
        assert 1654 <= int(written[1]) <= 1687


def test_each_row_names_where_number_and_province_stand_together(country, rows):
    for row in rows:
        assert row["source"].startswith("https://")
        assert row["in_force_from"] in {"", row["signed_on"]}
    assert Counter(row["code"] for row in rows) == Counter(list(country.resolutions))


def test_the_resolution_of_an_giang_is_the_one_its_communes_are_based_on(country):
    known = json.loads((facts.FOLDER / "units.json").read_text(encoding="utf-8"))

    found = country.resolutions["91"]

    assert found == Resolution("1654/NQ-UBTVQH15", date(2025, 6, 16))
    cited = known["communes_act"]
    assert (cited["number"], cited["signed_on"]) == (found.number, found.signed_on.isoformat())


def test_an_act_is_cited_as_the_resolution_and_its_title_says_sample(country):
    for each in headings(country):
        assert each.issuer == "Ủy ban Thường vụ Quốc hội"
        assert each.title.endswith("(diễn lại trên số liệu mẫu)")
        assert each.in_force_from == date(2025, 7, 1)
    assert len({each.number for each in headings(country)}) == 34


def test_without_a_resolution_number_and_issuer_are_marked_as_sample(country):
    unknown = replace(country, resolutions={})

    found = heading(country.after["91"], unknown)

    assert found.number == "MẪU-91/2025"
    assert found.issuer == "Ủy ban Thường vụ Quốc hội (số liệu mẫu)"
    assert len({each.number for each in headings(unknown)}) == 34


def test_a_part_of_the_country_keeps_its_own_resolutions_only(country):
    assert set(country.within(["91", "96"]).resolutions) == {"91", "96"}


def test_the_replayed_act_bears_the_real_number(root):
    [act] = Act.objects.all()

    assert str(act) == "1654/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội"
