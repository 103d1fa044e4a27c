"""Each deed that the articles tell: what holds it, and the page on which its source stands."""

import json
from collections import Counter
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.held import held_records
from lantoa.demonstration.operations.told import keys_of, told_deeds
from lantoa.demonstration.operations.told_in_words import markdown
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.people.models import User
from lantoa.tally.catalogue import every_measure

PAGE = Path(__file__).parents[2] / "docs" / "activities.md"
ACTIVITIES = {each.id: each for each in facts.activities()}
KINDS = {
    "none": 39, "guidance": 32, "meetings": 31, "practices": 27, "works": 25, "commitments": 13,
    "giving": 12, "outreach": 11, "indicators": 11, "commendations": 9, "units": 5, "ratings": 4,
    "inspections": 4, "matters": 4, "dialogues": 3, "acts": 2,
}  # fmt: skip
OUR_OWN_WORDS = {
    "chau-doc.kiem-tra-cam-ket", "chau-doc.tim-mo-hinh", "thoai-son.nhan-rong",
    "thoai-son.quan-triet-chuyen-de",
}  # fmt: skip
"""Drives and targets of the guidance, whose pages name no article."""
OF_A_FUND = {"A4-22"}
"""The deed that a fund holds, which is no row of a kind."""
BY_STEPS = {"A1-19", "A1-20", "A2-13", "A2-15"}
"""Deeds counted by dated steps or by copies, which stand on days of their own."""


@pytest.fixture(scope="module")
def told(lines, django_db_blocker):
    with django_db_blocker.unblock():
        return told_deeds()


def asked(*words):
    out = StringIO()
    call_command("published", "--deeds", *words, stdout=out)
    return out.getvalue()


def test_there_are_232_deeds_of_the_kinds_that_were_found():
    assert len(ACTIVITIES) == 232
    assert Counter(each.kind for each in ACTIVITIES.values()) == KINDS


def test_no_deed_is_missing(told):
    assert [each.activity.id for each in told if each.state == "missing"] == []


def test_what_is_not_recorded_says_why_and_is_no_deed_of_a_kind_of_record(told):
    silent = [each for each in told if each.state == "not recorded"]

    assert {each.activity.kind for each in silent} == {"none", "acts"}
    assert all(each.activity.reason.startswith("không ghi, vì ") for each in silent)
    assert not any(each.holders or each.activity.measure for each in silent)
    assert len(silent) == 41


def test_every_deed_named_in_an_entry_is_one_of_the_list():
    files = Path(facts.FOLDER / "deeds").glob("*.json")
    named = {
        deed
        for file in files
        for words in json.loads(file.read_text(encoding="utf-8")).values()
        for deed in words["deeds"]
    }

    assert named <= ACTIVITIES.keys()


def test_every_key_of_a_deed_is_that_of_a_record_or_of_a_figure(demonstration):
    known = held_records().keys() | {str(each.number) for each in facts.figures()}

    assert {key for each in ACTIVITIES.values() for key in keys_of(each)} <= known


def test_every_measure_of_a_deed_is_one_and_looks_at_its_record(demonstration, told):
    measures, uncounted, unshown = every_measure(), set(), set()

    for each in told:
        if not each.activity.measure:
            continue
        measure, records = measures[each.activity.measure], _counted_by(each.activity)
        if each.state == "recorded" and not records:
            uncounted.add(each.activity.id)
        if not all(_stands_behind(one, measure) for one in records):
            unshown.add(each.activity.id)

    assert uncounted == OF_A_FUND
    assert unshown == BY_STEPS


def _counted_by(activity):
    """Return the records of a deed that its measure may count."""
    records, code = held_records(), activity.measure
    of_it = [records[key] for key in keys_of(activity) if key in records]
    return [one for one in of_it if _may_count(one, code)]


def _may_count(one, code):
    """Tell whether a measure is of the kind of a record; of an indicator, of its own sort."""
    if one.kind.code == "indicators":
        return code == f"indicators.{one.row.sort.code}"
    return code.startswith(f"{one.kind.code}.")


def _stands_behind(one, measure):
    """Tell whether the opened figure of its unit and days shows a record."""
    asked = Question(one.row.unit_id, Period(one.row.first_day, one.row.last_day))
    behind = one.kind.counted.records_of(measure, asked)
    return one.row.uuid in {row.uuid for row, _ in behind}


def test_our_words_are_short_and_our_own():
    assert max(len(each.words) for each in ACTIVITIES.values()) <= 60
    assert len({each.words for each in ACTIVITIES.values()}) == 232


def test_the_page_of_the_documentation_is_what_the_command_writes():
    assert PAGE.read_text(encoding="utf-8") == markdown()


@pytest.mark.usefixtures("demonstration")
def test_the_command_prints_each_deed_with_its_records():
    rows = json.loads(asked("--json"))

    assert [each["id"] for each in rows] == list(ACTIVITIES)
    by_id = {each["id"]: each for each in rows}
    assert by_id["A0-24"]["records"][0]["kind"] == "giving"
    assert by_id["A4-22"]["state"] == "recorded"
    assert len(by_id["A2-13"]["records"]) == 15
    assert by_id["A4-23"]["state"] == "quoted only"
    assert asked("--markdown") == markdown()


@pytest.mark.usefixtures("demonstration")
def test_the_page_of_every_record_opens_and_names_its_source(client, told):
    client.force_login(User.objects.get(username="quan-tri"))
    found = {holder.url: holder for each in told for holder in each.holders}

    for url, holder in found.items():
        answered = client.get(url)
        assert answered.status_code == 200, url
        if holder.source:
            assert holder.source in unescape(answered.content.decode()), (holder.key, url)
    assert {each.key for each in found.values() if not each.source} == OUR_OWN_WORDS
    assert len(found) >= 228
