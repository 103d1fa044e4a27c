"""What a form asks for is there: each part, table and measure is declared by the kind it names."""

import json
from datetime import date, timedelta

import pytest

from lantoa.paper import ToWrite
from lantoa.prescribed.queries import KindPart, KindTable, UnitTable, form_on, read, versions
from lantoa.records.record.kinds import kinds
from lantoa.tally.catalogue import families

FORMS = versions()
KINDS = {kind.code: kind for kind in kinds()}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_each_part_that_a_form_asks_for_is_said_by_a_kind(form):
    asked = {(each.kind, each.part) for each in form.parts}

    said = {(code, part) for code, kind in KINDS.items() for part in kind.paper.parts}
    assert asked
    assert asked - said == set()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_each_table_that_a_form_asks_for_is_drawn_by_a_kind(form):
    asked = {(each.kind, each.table) for each in form.tables if isinstance(each, KindTable)}

    drawn = {(code, table) for code, kind in KINDS.items() for table in kind.paper.tables}
    assert asked
    assert asked - drawn == set()


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_each_column_of_a_table_by_unit_is_a_measure_of_its_kind(form):
    tables = [each for each in form.tables if isinstance(each, UnitTable)]

    measures = {code: {each.code: each for each in of.measures} for code, of in families().items()}
    for table in tables:
        for leaf in table.leaves:
            measure = measures[table.kind][leaf.code]
            assert bool(leaf.measure) != bool(leaf.share)
            assert bool(measure.share_of) or not leaf.share


def test_what_kinds_say_on_paper_is_asked_for_by_the_latest_form():
    latest = FORMS[0]
    parts = {(each.kind, each.part) for each in latest.parts}
    tables = {(each.kind, each.table) for each in latest.tables if isinstance(each, KindTable)}

    for code, kind in KINDS.items():
        assert {(code, name) for name in kind.paper.parts} <= parts
        assert {(code, name) for name in kind.paper.tables} <= tables


def test_one_form_holds_on_each_day_from_the_first_on():
    first = FORMS[-1].valid_from

    for day in (first, first + timedelta(days=1), date(2026, 11, 2)):
        assert [form for form in FORMS if form.holds_on(day)] == [form_on(day)]
    assert form_on(first - timedelta(days=1)) == FORMS[-1]


def test_a_version_file_is_read_in_its_order():
    given = {
        "key": "thu", "name": "Thử", "valid_from": "2026-01-01", "valid_to": None,
        "source": "", "recipients": ["Lưu"],
        "chapters": [{"heading": "MỘT", "chapters": [{"heading": "Hai", "says": [
            {"kind": "a", "part": "x"}, {"to_write": "chỗ"}, {"kind": "b", "part": "y"}]}]}],
        "tables": [],
    }  # fmt: skip

    [chapter] = read(json.dumps(given)).chapters

    assert chapter.chapters[0].says == (KindPart("a", "x"), ToWrite("chỗ"), KindPart("b", "y"))
    assert list(chapter.parts) == [KindPart("a", "x"), KindPart("b", "y")]
