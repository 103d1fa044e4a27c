"""What a column says once, and what follows from it: boxes, facts, guards, sums, refusals."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from lantoa.guidance.models import FrameworkDocument
from lantoa.records.indicators import operations as indicators
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.columns import Times, columns_of, parts_of
from lantoa.records.record.entry import Refused
from lantoa.records.record.kinds import kind_of, kinds
from lantoa.records.record.measures import plain_sums
from lantoa.records.works import operations as works
from lantoa.records.works.measures import SOURCE_OF
from lantoa.records.works.models import Work
from lantoa.trail.guards import declared
from tests import build
from tests.records.answers import KINDS, all_of_a_lot, page, send, work
from tests.records.on_page import boxes

DAY = date(2026, 3, 10)
DAYS = {"key": "a1", "first_day": DAY, "last_day": DAY}
KINDS_OF_RECORD = [kind.done.model for kind in kinds()]
each_kind_of_record = pytest.mark.parametrize("model", KINDS_OF_RECORD)
WORDED_BY_HAND = {"Loại nhà", "Nguồn gọi buổi này là", "Là công trình, phần việc gì"}
WORDED_BY_HAND |= {"Kinh phí tính chung ở"}
"""Said in the fact of another column: the sort, how many meetings; or by another record."""

REFUSED = [
    (works, Work, {"sort": "castle"}, "sort", "Lựa chọn này không có"),
    (works, Work, {"sort": ""}, "sort", "Hãy chọn loại công trình"),
    (works, Work, {"title": ""}, "title", "Hãy ghi tên công trình"),
    (works, Work, {"title": "  "}, "title", "Hãy ghi tên công trình"),
    (works, Work, {"title": "Nhà 079123456789"}, "title", "số căn cước"),
    (works, Work, {"title": "a" * 301}, "title", "Dài 301 chữ cái, tối đa 300"),
    (works, Work, {"quantity": 10**9}, "quantity", "Số này lớn quá 999.999.999"),
    (works, Work, {"quantity": -1}, "quantity", "không được âm"),
    (works, Work, {"quantity": 1.5}, "quantity", "số nguyên"),
    (works, Work, {"quantity": Decimal("2.5")}, "quantity", "số nguyên"),
    (works, Work, {"quantity": Decimal("NaN")}, "quantity", "số nguyên"),
    (works, Work, {"quantity": float("inf")}, "quantity", "số nguyên"),
    (works, Work, {"state_money": 10**15 + 1}, "state_money", "lớn quá 1.000.000.000.000.000"),
    (works, Work, {"money_approximation": ""}, "money_approximation", "chọn mức chính xác"),
    (works, Work, {"source_url": "javascript:alert(1)"}, "source_url", "Địa chỉ chưa đúng"),
    (works, Work, {"note": "b" * 501}, "note", "tối đa 500"),
    (works, Work, {"key": "k" * 81}, "key", "tối đa 80"),
    (works, Work, {"title": "Đường\0 ấp"}, "title", "ký tự lạ"),
    (works, Work, {"note": "đã\x1b[0m xong"}, "note", "ký tự lạ"),
    (works, Work, {"title": "nửa\ud800"}, "title", "ký tự lạ"),
    (works, Work, {"key": "a\0"}, "key", "ký tự lạ"),
    (works, Work, {"last_day": "31/2/2026"}, "last_day", "Không có ngày 31/2/2026"),
    (works, Work, {"last_day": "hôm qua"}, "last_day", "Không đọc được ngày"),
    (works, Work, {"source_url": "https://a.vn/\0"}, "source_url", "ký tự lạ"),
    (meetings, Meeting, {"topic": None}, "topic", "Hãy ghi nội dung buổi học"),
    (meetings, Meeting, {"mode": "sleeping"}, "mode", "Lựa chọn này không có"),
    (indicators, Indicator, {"value": 10**18 + 1}, "value", "lớn quá"),
    (indicators, Indicator, {"whole": 9, "value": 3}, "whole", "không có tổng số"),
    (quotations, Quotation, {"what": ""}, "what", "Hãy ghi ô này"),
    (quotations, Quotation, {"value": 10**18 + 1}, "value", "lớn quá"),
]


def entry(model, unit, **other):
    """Return an entry with nothing wrong in it but what a test says."""
    told = {
        Work: {"sort": "road", "title": "Nâng cấp đường"},
        Meeting: {"sort": "thematic", "topic": "Học tập"},
        Indicator: {"sort": Sort.objects.filter(has_whole=False).first(), "value": 3},
        Quotation: {"what": "Đảng viên dự", "measured_in": "lượt", "source": "Báo"},
    }
    return model(**{"unit": unit, **DAYS, **told[model], **other})


@pytest.mark.parametrize(("kind", "model", "wrong", "field", "said"), REFUSED)
def test_the_operation_itself_refuses_what_a_form_refuses(kind, model, wrong, field, said, cell):
    asked = [entry(model, cell, key="right"), entry(model, cell, **wrong)]

    with pytest.raises(Refused) as refusal:
        kind.record_many(by=build.recorder(), at=build.NOW, entries=asked)

    (problem,) = refusal.value.problems
    assert (problem.place, problem.field) == (1, field)
    assert said in problem.message
    assert not model.objects.exists()


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("nhầm\0", "ký tự lạ"),
        ("trùng với 079123456789", "số căn cước"),
        ("\u200b", "Hãy ghi"),
        ("b" * 301, "tối đa 300"),
    ],
)
def test_a_reason_is_a_text_like_every_other(reason, said, cell):
    held, by = build.work(at=cell, on=DAY), build.recorder()
    again = entry(Work, cell, key=held.key, title="Tên khác")

    with pytest.raises(Refused, match=said):
        works.withdraw(held, by=by, at=build.NOW, reason=reason)
    with pytest.raises(Refused, match=said):
        works.correct(held, entry=again, by=by, at=build.NOW, reason=reason)

    assert Work.objects.get().superseded_at is None


@pytest.mark.parametrize(
    ("wrong", "said"), [(None, "Hãy ghi số lần"), (-1, "từ 1 trở lên"), (0, "từ 1 trở lên")]
)
def test_times_are_always_known(wrong, said):
    column = Times("Số lần", missing="Hãy ghi số lần.")

    assert column.clean("3", None) == 3
    with pytest.raises(ValidationError, match=said):
        column.clean(wrong, None)


def test_migrations_see_djangos_own_field_without_words():
    seen = [each.deconstruct() for each in columns_of(Meeting) + columns_of(Quotation)]

    assert {path.rpartition(".")[0] for _, path, _, _ in seen} == {"django.db.models"}
    assert not {"verbose_name", "help_text", "choices"} & {
        word for *_, told in seen for word in told
    }


def test_all_that_is_wrong_is_said_at_once(cell):
    asked = [entry(Work, cell, sort="castle", title=""), entry(Work, cell, quantity=-1)]

    with pytest.raises(Refused) as refusal:
        works.record_many(by=build.recorder(), at=build.NOW, entries=asked)

    found = [(problem.place, problem.field) for problem in refusal.value.problems]
    assert found == [(0, "sort"), (0, "title"), (1, "quantity")]


def test_a_correction_is_refused_for_the_same_reasons(cell):
    road = build.work(at=cell, on=DAY)
    wrong = entry(Work, cell, title="a" * 301)

    with pytest.raises(Refused, match="Dài 301"):
        works.correct(road, entry=wrong, by=build.recorder(), at=build.NOW, reason="sửa")


@pytest.mark.parametrize(
    "wrong", [{"title": "a" * 301}, {"quantity": "9999999999"}, {"sort": "castle"}]
)
def test_page_and_operation_say_the_same_sentence(wrong, clerk, cell):
    shown = send(clerk, "works:record", cell, work(**wrong))
    (field, value), *_ = wrong.items()
    given = int(value) if field == "quantity" else value

    with pytest.raises(Refused) as refusal:
        works.record(by=build.recorder(), at=build.NOW, entry=entry(Work, cell, **{field: given}))

    assert shown.context["form"].errors[field] == [refusal.value.problems[0].message]


def test_text_is_kept_as_forms_keep_it_whoever_records(cell):
    asked = entry(Work, cell, title="  Nâng   cấp đu\u031bo\u031b\u0300ng ")

    held = works.record(by=build.recorder(), at=build.NOW, entry=asked)
    again = works.record(by=build.recorder(), at=build.NOW, entry=entry(Work, cell))

    assert held.title == "Nâng cấp đường"
    assert again.pk == held.pk


def test_what_was_taught_was_there_on_the_day(cell):
    later = FrameworkDocument.objects.get(number="07-CT/TW")
    asked = entry(Meeting, cell, documents=[later])

    with pytest.raises(Refused, match="13/7/2026") as refusal:
        meetings.record(by=build.recorder(), at=build.NOW, entry=asked)

    assert refusal.value.problems[0].field == "documents"


def test_an_entry_stays_what_it_was_and_may_be_used_again(cell):
    asked = entry(Work, cell)

    held = works.record(by=build.recorder(), at=build.NOW, entry=asked)
    asked.title = "Nâng cấp đường tổ 6"
    right = works.correct(
        held, entry=asked, by=build.recorder(), at=build.NOW, reason="ghi nhầm tổ"
    )

    assert (asked.pk, asked.digest) == (None, "")
    assert (held.title, right.title) == ("Nâng cấp đường", "Nâng cấp đường tổ 6")
    assert Work.objects.count() == 2


@each_kind_of_record
def test_every_column_of_a_kind_is_guarded_and_has_a_part_with_a_title(model):
    guard = next(g for g in declared() if g.name == f"{model._meta.db_table}_written_once")
    guarded = {part.split(".")[1].split(" ")[0] for part in guard.refused_when.split(" OR ")}
    shared = {each.name for each in columns_of(model) if each.part is None}

    own = {each.column for each in columns_of(model) if not each.many_to_many}
    content = {each.attname for each in model._meta.concrete_fields} - {"id"}
    assert guarded == content - {"superseded_at", "superseded_by_id", "reason", "is_withdrawn"}
    assert own <= guarded
    assert shared == {"key", "first_day", "last_day", "source", "source_url", "note", "ties"}
    assert all(part.title for part in parts_of(model))
    assert all(each.verbose_name for each in columns_of(model))


@each_kind_of_record
def test_what_a_kind_says_stands_in_columns_and_nowhere_beside_them(model):
    known = {each.name for each in columns_of(model)} | {"unit", "sort", "field", "fund"}
    written = {"id", "uuid", "digest", "recorded_by", "recorded_at"}
    closing = {"superseded_at", "superseded_by", "reason", "is_withdrawn"}

    fields = {each.name for each in [*model._meta.concrete_fields, *model._meta.many_to_many]}

    assert fields - known == written | closing


@pytest.mark.parametrize("kind", ["works", "meetings"])
def test_every_plain_sum_has_a_unit_of_measure_and_is_counted(kind):
    counted = kind_of(kind).counted
    sums = plain_sums(counted.model)

    assert len(sums) > 8
    assert all(measure.unit for measure in sums)
    joined = plain_sums(Work, *SOURCE_OF) if kind == "works" else {}
    for measure, figure in sums.items():
        if measure in joined:  # own money, or what was given for the work where it tells none
            assert str(counted.sums[measure]).startswith(
                f"Sum(Coalesce({figure.source_expressions[0]}, "
            )
        else:
            assert counted.sums[measure] == figure


@pytest.mark.parametrize(("kind", "asked", "model"), KINDS, ids=[kind for kind, *_ in KINDS])
def test_each_box_stands_once_on_each_page_and_each_column_has_one(kind, asked, model, clerk, cell):
    send(clerk, f"{kind}:record", cell, asked())
    held = model.objects.get()
    columns = {each.name for each in columns_of(model)} - {"key", "ties"}
    columns |= {"tied_units", "tied_outside"}

    new = boxes(clerk.get(page(f"{kind}:record", cell)))
    right = boxes(clerk.get(page(f"{kind}:correct", held)))

    beside = {"sort", "csrfmiddlewaretoken", "typist"}
    files = {"papers"} if kind == "works" else set()
    assert new == Counter(columns | beside | files | {"key"})
    assert right == Counter(columns | beside | {"seen", "reason"})


@pytest.mark.parametrize(("kind", "asked", "model"), KINDS, ids=[kind for kind, *_ in KINDS])
def test_each_column_is_a_fact_of_the_page_under_its_own_label(kind, asked, model, clerk, cell):
    words = {each.name: "Ghi" for each in columns_of(model) if isinstance(each, models.CharField)}
    chosen = {each.name: each.choices[0][0] for each in columns_of(model) if each.choices}
    chosen |= all_of_a_lot() if kind == "works" else {}
    send(clerk, f"{kind}:record", cell, {**words, **asked(), **chosen, "source_url": ""})
    held = model.objects.get()

    groups = kind_of(kind).pages.groups(held)

    terms = [fact.term for group in groups for fact in group.facts]
    labels = {str(each.verbose_name) for part in parts_of(model).values() for each in part}
    assert labels - set(terms) <= WORDED_BY_HAND
    assert len(terms) == len(set(terms))
    assert all(fact.text for group in groups for fact in group.facts)


def test_folded_boxes_open_by_themselves_when_they_hold_something(clerk, cell):
    plain = clerk.get(page("meetings:record", cell)).context["form"].sections
    many = clerk.get(page("meetings:record", cell), {"events": "3"}).context["form"].sections

    assert [section.is_open for section in plain] == [False] * len(plain)
    assert [section.is_open for section in many] == [True] + [False] * (len(plain) - 1)
