"""Praise, awards, prizes: counted apart, refused, asked about, printed, hidden from strangers."""

import json
from datetime import date
from io import BytesIO, StringIO
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from lantoa.posts.models import Post
from lantoa.records.commendations.models import AwardForm, AwardQuota, Honour
from lantoa.records.commendations.operations import DONE, adopt_known, deed_gaps
from lantoa.records.record.entry import InDoubt, Refused
from lantoa.records.record.operations.listing import add_row, end_row
from lantoa.records.record.queries.beside import rows_of
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture
def commune():
    adopt_known()
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE, code="X1")


def commended(unit, *, on=DAY, still=(), **more):
    said = {"key": str(uuid4()), "sort": "award", "title": "Học tập và làm theo Bác"} | more
    entry = Honour(unit=unit, first_day=said.pop("since", on), last_day=on, **said)
    return DONE.record(by=build.recorder(), at=build.NOW, entry=entry, still=still)


def form(code):
    return next(row for row in rows_of(AwardForm) if row.code == code)


def administrator():
    root = build.root()
    return {"by": build.clerk(root, right=Post.Right.ADMIN), "at": build.NOW, "root": root}


def totals(unit="X1"):
    out = StringIO()
    call_command("figures", unit=unit, first="2026-01-01", last="2026-12-31", json=True, stdout=out)
    measures = json.loads(out.getvalue())["measures"]
    return {
        code.split(".")[1]: line["total"]
        for code, line in measures.items()
        if code.startswith("commendations.") and line["total"] is not None
    }


def test_awards_praise_prizes_and_proposals_are_counted_apart(commune):
    merit = form("certificate-of-merit")
    commended(commune, form=merit, level="province", individuals=1, decision="12/QĐ-UBND")
    commended(commune, form=form("certificate"), level="commune", collectives=1, individuals=4)
    commended(commune, sort="praise", collectives=2, individuals=5)
    commended(commune, sort="prize", title="Hội thi báo cáo viên giỏi", individuals=1)
    commended(commune, stage="voted", title="Năm 2026", collectives=1, individuals=2)

    assert totals() == {
        "collectives": 1,
        "individuals": 5,
        "unnumbered": 5,
        "province_individuals": 1,
        "commune_collectives": 1,
        "commune_individuals": 4,
        "praised_collectives": 2,
        "praised_individuals": 5,
        "prized_individuals": 1,
        "proposed_collectives": 1,
        "proposed_individuals": 2,
    }


def test_what_a_source_does_not_separate_stands_apart(commune):
    commended(commune, sort="mixed", unseparated=30, approximation="over")

    assert totals() == {"mixed": 30}


def test_an_award_of_which_nobody_told_how_many_is_no_zero(commune):
    row = commended(commune)

    assert (row.collectives, totals()) == (None, {})


def test_a_decision_without_its_number_is_an_award_that_says_so(client, commune):
    row = commended(commune, individuals=1)
    client.force_login(build.clerk(commune))

    page = client.get(f"/khen-thuong/{row.uuid}/").content.decode()

    assert "chưa rõ số quyết định" in page
    assert totals()["individuals"] == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"sort": "medal"}, "sort"), ({"stage": "dreamt"}, "stage"), ({"level": "moon"}, "level"),
     ({"ground": "luck"}, "ground"), ({"title": ""}, "title"), ({"individuals": -1}, "individuals"),
     ({"collectives": -1}, "collectives"), ({"unseparated": -1}, "unseparated"),
     ({"approximation": "x"}, "approximation"), ({"names": "001080123456"}, "names"),
     ({"stage": "proposed", "decision": "5-QĐ/ĐU"}, "stage"),
     ({"votes_for": 9, "voters": 8}, "votes_for"),
     ({"level": "district"}, "level"),
     ({"decided_on": date(2026, 3, 11)}, "decided_on"),
     ({"decided_on": date(2026, 3, 9)}, "decided_on"),
     ({"proposed_on": date(2026, 3, 9), "voted_on": date(2026, 3, 8)}, "voted_on")],
)  # fmt: skip
def test_what_cannot_be_is_refused_beside_its_box(commune, wrong, field):
    with pytest.raises(Refused) as refusal:
        commended(commune, **wrong)

    assert [problem.field for problem in refusal.value.problems] == [field]


def test_a_prize_has_no_form_of_award(commune):
    with pytest.raises(Refused, match="Giải hội thi"):
        commended(commune, sort="prize", form=form("letter"))


def test_a_district_gave_awards_until_there_were_none(commune):
    row = commended(commune, on=date(2025, 6, 30), level="district", individuals=4)

    assert row.level == "district"


def test_a_second_award_of_one_form_for_one_deed_is_asked_about(commune):
    merit = form("certificate-of-merit")
    commended(commune, form=merit, level="province", individuals=1)
    again = {"form": merit, "level": "province", "individuals": 2, "key": "k",
             "on": date(2026, 5, 1)}  # fmt: skip

    with pytest.raises(InDoubt) as doubt:
        commended(commune, **again)

    assert "đã có một lượt cùng hình thức" in str(doubt.value)
    assert commended(commune, **again, still=doubt.value.marks).individuals == 2


def test_another_form_or_another_deed_is_not_asked_about(commune):
    commended(commune, form=form("letter"), individuals=1)

    commended(commune, form=form("certificate"), individuals=1, on=date(2026, 5, 1))
    commended(commune, form=form("letter"), title="Cứu người", individuals=1, on=date(2026, 5, 1))

    assert totals()["individuals"] == 3


def test_more_than_the_quota_of_a_year_is_asked_about_with_its_arithmetic(commune):
    letter = form("letter")
    said = {"label": "Thư khen", "valid_from": date(2026, 1, 1), "source": "Hướng dẫn thử"}
    add_row(AwardQuota, said=said | {"form": letter, "individuals": 5}, **administrator())
    commended(commune, form=letter, individuals=5)

    with pytest.raises(InDoubt, match=r"cá nhân 6/5 \(Hướng dẫn thử\)"):
        commended(commune, form=letter, title="Việc khác", individuals=1, on=date(2026, 6, 1))


def test_an_administrator_of_the_root_adds_a_form_and_ends_one(client):
    adopt_known()
    root = build.root()
    client.force_login(build.clerk(root, right=Post.Right.ADMIN))
    address = f"/don-vi/{root.uuid}/danh-muc/hinh-thuc-khen/"

    client.post(address, {"label": "Bảng vàng", "valid_from": "1/1/2026", "source": "QĐ 5"})
    row = next(each for each in rows_of(AwardForm) if each.label == "Bảng vàng")
    client.post(f"{address}{row.uuid}/", {"valid_to": "1/6/2026", "reason": "Không dùng nữa"})

    row.refresh_from_db()
    assert row.valid_to == date(2026, 6, 1)
    assert "Bảng vàng" in client.get(address).content.decode()


def test_a_list_refuses_words_twice_and_days_out_of_order(commune):
    admin = administrator()
    said = {"label": "Giấy khen", "valid_from": DAY, "source": "QĐ"}

    with pytest.raises(ValidationError, match="Danh mục đã có"):
        add_row(AwardForm, said=said, **admin)
    with pytest.raises(ValidationError, match="ngày sau đó"):
        end_row(form("letter"), valid_to=date(2015, 1, 1), reason="x", **admin)
    with pytest.raises(ValidationError, match="Hãy ghi ô này"):
        add_row(AwardForm, said=said | {"source": " "}, **admin)


def test_who_administers_no_root_changes_no_list(client, commune):
    client.force_login(build.clerk(commune, right=Post.Right.ADMIN))
    address = f"/don-vi/{commune.uuid}/danh-muc/hinh-thuc-khen/"

    assert "Thêm dòng" not in client.get(address).content.decode()
    assert client.post(address, {"label": "A"}).status_code == 403
    assert client.get(f"{address}{form('letter').uuid}/").status_code == 403
    with pytest.raises(PermissionDenied):
        add_row(AwardForm, by=build.clerk(commune), at=build.NOW, root=commune, said={})


def test_a_form_that_is_out_of_use_is_offered_no_more_but_kept_where_it_was(client, commune):
    letter = form("letter")
    row = commended(commune, form=letter, individuals=1)
    end_row(letter, valid_to=date(2026, 4, 1), reason="Thôi dùng", **administrator())
    client.force_login(build.clerk(commune))

    fresh = client.get(f"/don-vi/{commune.uuid}/khen-thuong/ghi/").context["form"]
    held = client.get(f"/khen-thuong/{row.uuid}/dinh-chinh/").context["form"]

    assert letter not in fresh.fields["form"].queryset
    assert letter in held.fields["form"].queryset


def test_it_is_asked_for_written_down_and_listed(client, commune):
    client.force_login(build.clerk(commune))
    address = f"/don-vi/{commune.uuid}/khen-thuong/"
    page = client.get(f"{address}ghi/").context
    boxes = {"sort": "award", "stage": "decided", "form": str(form("certificate").pk),
             "level": "commune", "ground": "deed", "title": "Hiến đất làm đường",
             "individuals": "3", "approximation": "exact", "decision": "7/QĐ-UBND",
             "decided_on": "10/3/2026", "last_day": "10/3/2026",
             "key": page["beside"]["key"].value()}  # fmt: skip

    client.post(f"{address}ghi/", boxes)

    assert "Giấy khen, Cấp xã: 3 cá nhân" in client.get(address).content.decode()


def test_the_list_asks_as_much_for_many_as_for_one(client, commune, django_assert_max_num_queries):
    client.force_login(build.clerk(commune))
    address = f"/don-vi/{commune.uuid}/khen-thuong/"
    asked = []
    for number in range(2):
        for step in range(1 + number * 8):
            title = f"Việc {number} {step}"
            commended(commune, form=form("letter"), title=title, individuals=step + 1)
        with django_assert_max_num_queries(60) as found:
            client.get(address)
        asked.append(len(found))

    assert asked[0] == asked[1]


def test_the_proposal_lists_collectives_by_name_and_individuals_as_a_count(client, commune):
    row = commended(
        commune, stage="voted", collectives=2, individuals=3, names="Chi bộ ấp 1; Chi bộ ấp 2",
        voted_on=DAY, votes_for=18, voters=20,
    )  # fmt: skip
    client.force_login(build.clerk(commune))

    answer = client.get(f"/khen-thuong/{row.uuid}/to-trinh.docx")

    paper = Document(BytesIO(answer.content))
    cells = [[cell.text for cell in line.cells] for line in paper.tables[1].rows]
    assert cells[1:] == [
        ["1", "Chi bộ ấp 1", "1", row.title],
        ["2", "Chi bộ ấp 2", "1", row.title],
        ["3", "Cá nhân", "3", row.title],
    ]
    assert any("18/20 phiếu" in line.text for line in paper.paragraphs)


def test_a_certificate_leaves_the_name_of_a_person_open(client, commune):
    row = commended(commune, form=form("certificate"), individuals=1, decision="7/QĐ-UBND")
    client.force_login(build.clerk(commune))

    answer = client.get(f"/khen-thuong/{row.uuid}/giay-ghi-nhan.docx")

    words = [line.text for line in Document(BytesIO(answer.content)).paragraphs]
    assert "GIẤY KHEN" in words
    assert any(line.startswith("Tặng: ...") for line in words)


def test_a_stranger_sees_neither_page_nor_paper(client, commune):
    row = commended(commune, individuals=1)
    client.force_login(build.clerk(build.unit("Tỉnh khác")))

    for page in ("", "to-trinh.docx", "giay-ghi-nhan.docx"):
        assert client.get(f"/khen-thuong/{row.uuid}/{page}").status_code == 403
    assert client.get(f"/don-vi/{commune.uuid}/khen-thuong/ghi/").status_code == 403


def test_another_award_asks_as_much_beside_nine_as_beside_one(commune):
    asked = []
    for number in range(2):
        for step in range(1 + number * 8):
            commended(commune, title=f"Gương {number} {step}", individuals=1)
        entry = Honour(unit=commune, first_day=DAY, last_day=DAY, key="x", title="Khác")
        with CaptureQueriesContext(connection) as found:
            list(deed_gaps([entry]))
        asked.append(len(found))

    assert asked == [1, 1]
