"""Documents, themes, drives and targets: set by a unit, seen by all below it, never changed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from lantoa.figures.period import Period
from lantoa.guidance.models import Drive, FrameworkDocument, Target, Theme
from lantoa.guidance.operations import adopt_known, correct, put_down, renew_known, withdraw
from lantoa.guidance.operations.adopting import _adopt
from lantoa.guidance.queries import (
    leading_documents,
    row_of,
    rows_seen,
    teachable_documents,
    teachable_themes,
    versions_of,
    way_to,
)
from lantoa.posts.models import Post
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build
from tests.decide import move

pytestmark = pytest.mark.django_db
TODAY = build.NOW.date()
ADMIN = Post.Right.ADMIN


@pytest.fixture
def province():
    return build.root("Đảng bộ tỉnh")


@pytest.fixture
def commune(province):
    return build.unit("Đảng bộ xã", under=province, kind=Kind.COMMUNE)


@pytest.fixture
def cell(commune):
    return build.unit("Chi bộ", under=commune)


@pytest.fixture
def clerk(province):
    return build.clerk(province)


def theme(**more):
    said = {"short": "Chuyên đề năm 2026", "title": "Gần dân", "first_day": date(2026, 1, 1)}
    return Theme(**said | {"last_day": date(2026, 12, 31)} | more)


def document(**more):
    return FrameworkDocument(
        **{"sort": "Kế hoạch", "issuer": "Tỉnh ủy", "title": "học tập chuyên đề"} | more
    )


def set_at(unit, entry, by):
    return put_down(entry, by=by, at=build.NOW, unit=unit)


def taught(unit, on=TODAY):
    way = way_to(unit.pk, on=on)
    return [*teachable_themes(on, way=way), *teachable_documents(on, way=way)]


def test_what_the_province_sets_is_there_at_every_unit_below_at_once(
    province, commune, cell, clerk
):
    held = [set_at(province, theme(), clerk), set_at(province, document(), clerk)]

    assert taught(cell) == taught(commune) == taught(province) == held


def test_what_a_unit_sets_is_not_seen_above_or_beside_it(province, commune, cell):
    beside = build.unit("Xã khác", under=province, kind=Kind.COMMUNE)
    set_at(commune, theme(), build.clerk(commune))

    assert len(taught(cell)) == 1
    assert taught(province) == taught(beside) == []


def test_a_unit_that_moves_sees_what_holds_where_it_is_today(province, commune, cell):
    other = build.unit("Xã khác", under=province, kind=Kind.COMMUNE)
    held = set_at(other, theme(), build.clerk(other))
    move(cell, under=other, on=TODAY)

    assert taught(cell, TODAY) == [held]
    assert taught(cell, TODAY - timedelta(days=1)) == []


def test_number_and_day_of_a_document_may_be_unknown(province, clerk):
    held = set_at(province, document(), clerk)

    assert str(held) == "Kế hoạch học tập chuyên đề"
    assert (held.issued_on, held.valid_from) == (None, None)


def test_a_stranger_sets_nothing(province, commune):
    for stranger in (build.person(), build.clerk(commune), build.clerk(province, Post.Right.VIEW)):
        with pytest.raises(PermissionDenied):
            set_at(province, theme(), stranger)

    assert not Theme.objects.exists()


def test_the_same_again_is_the_same_row_and_one_line_in_the_trail(province, clerk):
    first = set_at(province, theme(), clerk)
    again = set_at(province, theme(), clerk)

    assert again == first
    assert Entry.objects.filter(deed="guidance.put_down_theme").count() == 1


def test_a_correction_keeps_the_version_before_with_its_reason(province, clerk):
    first = set_at(province, theme(), clerk)
    new = correct(
        first, theme(title="Gần dân, trọng dân"), by=clerk, at=build.NOW, unit=province,
        reason="Ghi thiếu chữ",
    )  # fmt: skip

    assert new.uuid == first.uuid
    assert [each.title for each in versions_of(new)] == ["Gần dân, trọng dân", "Gần dân"]
    assert versions_of(new)[1].reason == "Ghi thiếu chữ"
    assert rows_seen(Theme, [province.pk]) == [new]


def test_a_version_that_was_replaced_meanwhile_is_not_corrected(province, clerk):
    first = set_at(province, theme(), clerk)
    said = {"by": clerk, "at": build.NOW, "unit": province, "reason": "Sửa"}
    correct(first, theme(title="Hai"), **said)

    with pytest.raises(ValidationError, match="đã được sửa"), transaction.atomic():
        correct(first, theme(title="Ba"), **said)


def test_what_was_withdrawn_is_offered_no_more_and_stays_to_be_seen(province, cell, clerk):
    held = set_at(province, theme(), clerk)
    withdraw(held, by=clerk, at=build.NOW, unit=province, reason="Ghi nhầm")

    assert taught(cell) == []
    assert row_of(Theme, held.uuid, [province.pk]).reason == "Ghi nhầm"


@pytest.mark.parametrize(
    ("entry", "column"),
    [
        (theme(last_day=date(2025, 12, 31)), "last_day"),
        (theme(short=""), "short"),
        (theme(title="a" * 301), "title"),
        (theme(title="Ông A 089123456789 nhắc lại 012345678901"), "title"),
        (document(valid_from=TODAY, valid_to=TODAY), "valid_to"),
        (document(issuer=""), "issuer"),
        (Drive(name="Thi đua", first_day=TODAY, last_day=date(2026, 1, 1)), "last_day"),
        (Drive(name="Thi đua", reviewed_on=TODAY, closed_on=date(2026, 1, 1)), "closed_on"),
        (Target(words="Đạt chuẩn", first_day=TODAY, last_day=TODAY, figure=3), "measured_in"),
    ],
)
def test_what_contradicts_itself_is_refused_beside_its_box(entry, column, province, clerk):
    with pytest.raises(ValidationError) as refusal, transaction.atomic():
        set_at(province, entry, clerk)

    assert list(refusal.value.message_dict) == [column]


def test_two_documents_of_one_unit_do_not_bear_one_number(province, clerk):
    numbered = {"number": "12-KH/TU", "issued_on": TODAY}
    set_at(province, document(**numbered), clerk)

    with pytest.raises(ValidationError, match="đã có"), transaction.atomic():
        set_at(province, document(title="khác", **numbered), clerk)


def test_only_a_roots_administrator_says_what_reports_are_written_on(province, commune, clerk):
    leading = {"leads": True, "valid_from": date(2026, 7, 13), "movement": "thực hành"}
    with pytest.raises(ValidationError, match="quản trị"), transaction.atomic():
        set_at(province, document(**leading), clerk)
    held = set_at(province, document(**leading), build.clerk(province, ADMIN))

    july, june = Period.months(2026, 7, 7), Period.months(2026, 6, 6)
    way = way_to(commune.pk, on=TODAY)
    assert leading_documents(july, way=way) == [held]
    assert leading_documents(june, way=way) == leading_documents(july) == []


def test_what_people_changed_of_the_known_lists_stays_and_what_nobody_touched_is_renewed(province):
    adopt_known()
    admin = build.clerk(province, ADMIN)
    directive = FrameworkDocument.objects.get(known="01-CT/TW")
    entry = document(title="sửa tay", number="01-CT/TW", issued_on=directive.issued_on)
    correct(directive, entry, by=admin, at=build.NOW, unit=province, reason="Xem toàn văn")
    made = FrameworkDocument.objects.count()

    renew_known(at=build.NOW)

    assert FrameworkDocument.objects.count() == made
    assert FrameworkDocument.objects.believed().get(known="01-CT/TW").title == "sửa tay"


@pytest.mark.unsealed
def test_a_known_document_that_came_in_other_words_is_renewed_with_its_identity():
    adopt_known()
    held = FrameworkDocument.objects.get(known="03-HD/BTGTW")
    old = FrameworkDocument(
        known="cu", sort="Hướng dẫn", issuer="Ban", title="cũ", number="1",
        recorded_at=held.recorded_at,
    )  # fmt: skip
    old.save()

    new = _adopt(FrameworkDocument, {
        "known": "cu", "sort": "Hướng dẫn", "issuer": "Ban", "title": "mới", "number": "1",
        "recorded_at": held.recorded_at,
    })  # fmt: skip

    assert new.uuid == old.uuid
    assert list(FrameworkDocument.objects.believed().filter(known="cu")) == [new]


def test_guidance_03_carries_out_regulation_19_and_conclusion_01_directive_05():
    adopt_known()

    carried = dict(
        FrameworkDocument.objects.exclude(carries_out=None).values_list(
            "number", "carries_out__number"
        )
    )

    assert carried == {
        "03-HD/BTGTW": "19-QĐ/TW", "01-KL/TW": "05-CT/TW", "42-HD/BTCTW": "50-CT/TW",
    }  # fmt: skip


@pytest.mark.parametrize("model", [Theme, FrameworkDocument])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET title = 'khác'"])
def test_the_database_refuses_to_change_or_delete_rows(model, statement, province, clerk):
    set_at(province, theme() if model is Theme else document(), clerk)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(model._meta.db_table))
