"""Levels, titles, quotas: counted apart, refused, worked out, hidden from strangers."""

import json
import re
from datetime import date
from io import StringIO
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command

from lantoa.posts.models import Post
from lantoa.records.ratings.models import Rating, RatingQuota, ScoreSheet
from lantoa.records.ratings.operations import DONE, adopt_known
from lantoa.records.ratings.queries import allowed_by
from lantoa.records.record.entry import InDoubt, Refused
from lantoa.records.record.operations.listing import add_row, end_row
from lantoa.records.record.queries.beside import rows_of
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
YEAR_END = date(2025, 12, 31)


@pytest.fixture
def commune():
    adopt_known()
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE, code="X1")


def rated(unit, *, on=YEAR_END, still=(), **more):
    said = {"key": str(uuid4()), "sort": "levels", "whom": "members", "cadence": "year"} | more
    entry = Rating(unit=unit, first_day=said.pop("since", on), last_day=on, **said)
    return DONE.record(by=build.recorder(), at=build.NOW, entry=entry, still=still)


def totals(first="2025-01-01", last="2025-12-31"):
    out = StringIO()
    call_command("figures", unit="X1", first=first, last=last, json=True, stdout=out)
    measures = json.loads(out.getvalue())["measures"]
    return {
        code.split(".")[1]: line["total"]
        for code, line in measures.items()
        if code.startswith("ratings.") and line["total"] is not None
    }


def administrator():
    root = build.root()
    return {"by": build.clerk(root, right=Post.Right.ADMIN), "at": build.NOW, "root": root}


def test_years_and_quarters_and_classes_are_counted_apart(commune):
    rated(commune, excellent=5, well=30, fulfilled=4, failed=0, unrated=1, total=40)
    rated(commune, whom="cells", excellent=1, well=5)
    rated(commune, cadence="quarter", on=date(2025, 3, 31), whom="officials", excellent=2, well=8)

    assert totals() == {
        "members_excellent": 5,
        "members_well": 30,
        "members_fulfilled": 4,
        "members_failed": 0,
        "members_unrated": 1,
        "cells_excellent": 1,
        "cells_well": 5,
        "quarter_officials_excellent": 2,
        "quarter_officials_well": 8,
    }


def test_a_rating_of_which_nobody_told_numbers_counts_only_that_learning_was_a_standard(commune):
    rated(commune, whom="officials", learning="yes")

    assert totals() == {"learning": 1}


def test_titles_are_counted_and_a_share_that_is_told_alone_is_not(commune):
    rated(commune, sort="four_goods", whom="cells", recognised=7, total=12)
    rated(commune, sort="clean_strong", whom="cells", cadence="several", since=date(2021, 5, 18),
          on=date(2023, 5, 31), share_told=100)  # fmt: skip

    assert totals("2021-01-01", "2025-12-31") == {"four_good_cells": 7}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"sort": "dreams"}, "sort"), ({"whom": "saints"}, "whom"), ({"whom": ""}, "whom"),
     ({"cadence": "week"}, "cadence"), ({"learning": "maybe"}, "learning"),
     ({"excellent": -1}, "excellent"), ({"well": -1}, "well"), ({"fulfilled": -1}, "fulfilled"),
     ({"failed": -1}, "failed"), ({"unrated": -1}, "unrated"), ({"total": -1}, "total"),
     ({"reviewed": -1}, "reviewed"), ({"over_quota": "001080123456"}, "over_quota"),
     ({"total": 10, "well": 9, "unrated": 2}, "total"), ({"total": 3, "reviewed": 4}, "reviewed"),
     ({"recognised": 1}, "recognised"), ({"share_told": 5}, "share_told"),
     ({"sort": "four_goods"}, "whom"), ({"sort": "four_goods", "whom": "cells", "well": 1}, "well"),
     ({"sort": "four_goods", "whom": "cells", "total": 2, "recognised": 3}, "recognised"),
     ({"sort": "four_goods", "whom": "cells", "share_told": 101}, "share_told"),
     ({"sort": "clean_strong", "whom": "cells"}, "sort"),
     ({"sort": "score", "whom": ""}, "sheet"),
     ({"since": date(2024, 12, 30)}, "first_day"),
     ({"cadence": "quarter", "since": date(2025, 9, 1)}, "first_day"),
     ({"decided_on": date(2026, 12, 31)}, "decided_on"),
     ({"decided_on": date(2025, 12, 30)}, "decided_on")],
)  # fmt: skip
def test_what_cannot_be_is_refused_beside_its_box(commune, wrong, field):
    with pytest.raises(Refused) as refusal:
        rated(commune, **wrong)

    assert field in [problem.field for problem in refusal.value.problems]


def test_the_old_title_is_taken_until_the_day_it_ended(commune):
    old = {"sort": "clean_strong", "whom": "bases", "recognised": 1}

    assert rated(commune, on=date(2025, 8, 29), **old)
    with pytest.raises(Refused, match="Danh hiệu này không còn"):
        rated(commune, on=date(2025, 8, 30), **old)


def test_levels_that_leave_some_untold_are_asked_about(commune):
    short = {"excellent": 0, "well": 3, "fulfilled": 0, "failed": 0, "unrated": 0, "total": 4}

    with pytest.raises(InDoubt, match="chỉ 3"):
        rated(commune, **short)


def test_a_quota_is_kept_exceeded_only_with_a_reason_and_shown_with_its_arithmetic(client, commune):
    rated(commune, excellent=6, well=31)

    with pytest.raises(Refused) as refusal:
        rated(commune, excellent=7, well=31, on=date(2025, 12, 30))
    row = rated(commune, excellent=7, well=31, on=date(2025, 12, 30), over_quota="Theo 12-CV/TU")
    client.force_login(build.clerk(commune))

    words = "20% của 31 (số hoàn thành tốt nhiệm vụ) = 6,2, làm tròn xuống: tối đa 6; đã xếp 7"
    assert [problem.field for problem in refusal.value.problems] == ["over_quota"]
    assert words in str(refusal.value)
    assert words in client.get(f"/xep-loai/{row.uuid}/").content.decode()


def test_a_quota_is_of_a_base_organisation_and_asks_nothing_of_a_cell(commune):
    cell = build.unit("Chi bộ ấp 1", under=commune, kind=Kind.CELL)

    assert rated(cell, excellent=2, well=5)


@pytest.mark.parametrize(
    ("rounding", "base", "allowed"),
    [("down", 34, 6), ("nearest", 34, 7), ("up", 34, 7), ("nearest", 31, 6), ("up", 31, 7),
     ("down", 35, 7), ("up", 35, 7), ("down", 0, 0)],
)  # fmt: skip
def test_a_quota_rounds_as_it_says(rounding, base, allowed):
    assert allowed_by(RatingQuota(percent=20, rounding=rounding), base) == allowed


def test_another_base_takes_other_counts(commune):
    quota = {"label": "Tốt trở lên", "valid_from": date(2026, 1, 1), "source": "12-HD/TU",
             "whom": "leaders", "percent": 20, "base": "well_or_better",
             "rounding": "up"}  # fmt: skip
    add_row(RatingQuota, said=quota, **administrator())
    unknown = {"whom": "leaders", "excellent": 9, "on": date(2026, 6, 30)}

    assert rated(commune, **unknown)
    assert rated(commune, whom="leaders", excellent=3, well=8, on=date(2026, 6, 29))
    with pytest.raises(Refused, match=r"20% của 11 .* = 2,2, làm tròn lên: tối đa 3"):
        rated(commune, whom="leaders", excellent=4, well=7, on=date(2026, 6, 28))


def test_lists_are_kept_by_who_administers_a_root_and_are_never_changed(commune):
    said = {"label": "Bảng của xã", "valid_from": date(2026, 1, 1), "source": "5-QĐ/ĐU",
            "criteria": "1 | Nền nếp | 10"}  # fmt: skip
    row = add_row(ScoreSheet, said=said, **administrator())
    end_row(row, **administrator(), valid_to=date(2026, 5, 1), reason="Có bảng mới")
    before = len(rows_of(ScoreSheet))
    adopt_known()

    assert len(rows_of(ScoreSheet)) == before
    with pytest.raises(ValidationError) as refusal:
        add_row(ScoreSheet, said={**said, "label": "Khác", "criteria": "x"}, **administrator())
    assert list(refusal.value.error_dict) == ["criteria"]
    with pytest.raises(PermissionDenied):
        add_row(ScoreSheet, said=said, **(administrator() | {"by": build.recorder()}))


def words(page):
    """Return what a page says, without the marks that change with every page."""
    return re.sub(r'value="\w{64}"|nonce-\S+', "", page.content.decode())


def test_a_stranger_gets_the_words_of_an_absent_page(client, commune):
    row = rated(commune, well=3)
    client.force_login(build.clerk(build.unit("Xã khác", under=build.root(), kind=Kind.COMMUNE)))

    hidden, absent = client.get(f"/xep-loai/{row.uuid}/"), client.get(f"/xep-loai/{uuid4()}/")

    assert hidden.status_code == absent.status_code == 403
    assert words(hidden) == words(absent)


def test_the_list_asks_as_much_for_many_as_for_one(client, commune, django_assert_max_num_queries):
    client.force_login(build.clerk(commune))
    asked = []
    for number in range(2):
        for step in range(1 + number * 8):
            rated(commune, well=3 + step, on=date(2025, 1 + step, 3 + number))
        with django_assert_max_num_queries(60) as found:
            client.get(f"/don-vi/{commune.uuid}/xep-loai/")
        asked.append(len(found))

    assert asked[0] == asked[1]
