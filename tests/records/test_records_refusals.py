"""What a page says of an answer that cannot be kept, and that nothing typed is lost."""

from datetime import date, timedelta

import pytest

from lantoa.guidance.models import FrameworkDocument
from lantoa.records.meetings.models import Meeting
from tests import build, decide
from tests.records.answers import TODAY, indicator, meeting, send, text, work, written

REFUSED = [
    ("meetings", meeting, {"members_present": "52"}, "members_present", "“Khách dự”"),
    ("meetings", meeting, {"last_day": written(TODAY + timedelta(1))}, "last_day", "còn ở phía"),
    ("meetings", meeting, {"last_day": "31/2/2026"}, "last_day", "Không có ngày"),
    ("meetings", meeting, {"guests_present": "-4"}, "guests_present", "không được âm"),
    ("meetings", meeting, {"guests_present": "vài chục"}, "guests_present", "không phải là một số"),
    ("meetings", meeting, {"sort": ""}, "sort", "chọn loại buổi"),
    ("meetings", meeting, {"members_invited": "40"}, "members_present", "được triệu tập"),
    ("meetings", meeting, {"first_day": written(TODAY + timedelta(9))}, "last_day", "ngày đầu"),
    ("works", work, {"state_money": "-26 triệu"}, "state_money", "không được âm"),
    ("works", work, {"state_money": "nhiều"}, "state_money", "Không đọc được số tiền"),
    ("works", work, {"sort": "house"}, "house", "chọn loại nhà"),
    ("works", work, {"house": "unity"}, "house", "khi công trình là nhà ở"),
    ("works", work, {"quantity": "9" * 12}, "quantity", "Hãy xem lại"),
    ("indicators", indicator, {"value": "54,5"}, "value", "số nguyên"),
    ("indicators", indicator, {"value": "68"}, "value", "lớn hơn tổng số"),
    ("indicators", indicator, {"value": "0", "whole": "0"}, "whole", "lớn hơn 0"),
    ("indicators", indicator, {"source_url": "javascript:alert(1)"}, "source_url", "chưa đúng"),
]


@pytest.mark.parametrize(("kind", "asked", "wrong", "box", "said"), REFUSED)
def test_a_refusal_stands_beside_its_box_and_nothing_typed_is_lost(
    kind, asked, wrong, box, said, clerk, cell
):
    answers = asked(note="ghi chú còn nguyên", **wrong)

    shown = send(clerk, f"{kind}:record", cell, answers)

    assert shown.status_code == 200
    assert any(said in error for error in shown.context["form"].errors[box])
    assert f'href="#id_{box}"' in text(shown)
    for name, typed in answers.items():
        bound = shown.context["beside" if name == "key" else "form"][name]
        assert str(bound.value()) == typed


def test_a_unit_that_had_closed_on_the_day_says_so_beside_the_day(clerk, commune, cell):
    heir = build.unit("Chi bộ khóm 3", under=commune)
    decide.close(cell, into=heir, on=date(2026, 3, 1))

    shown = send(clerk, "meetings:record", cell, meeting(members_present=""))

    assert "đã kết thúc hoạt động" in shown.context["form"].errors["last_day"][0]
    assert not Meeting.objects.exists()


def test_a_day_before_the_unit_is_said_beside_the_only_day_there_is(clerk, cell):
    shown = send(clerk, "meetings:record", cell, meeting(last_day="1/1/1999"))

    assert "thành lập ngày" in shown.context["form"].errors["last_day"][0]


def test_a_page_changed_after_it_was_saved_offers_to_be_a_record_of_its_own(clerk, cell):
    answers = meeting()
    send(clerk, "meetings:record", cell, answers)

    refused = send(clerk, "meetings:record", cell, {**answers, "topic": "Buổi khác"})
    key = str(refused.context["saved"].another_key)
    other = {**answers, "topic": "Buổi khác", "key": key}
    asked = send(clerk, "meetings:record", cell, other)
    send(clerk, "meetings:record", cell, {**other, "still": asked.context["question"].marks})

    assert "Trang này đã lưu rồi, với nội dung khác." in text(refused)
    assert key != answers["key"]
    assert set(Meeting.objects.values_list("topic", flat=True)) == {
        "Học tập chuyên đề",
        "Buổi khác",
    }


def test_a_document_issued_after_the_day_is_refused(clerk, cell):
    later = FrameworkDocument.objects.get(number="07-CT/TW")

    shown = send(clerk, "meetings:record", cell, meeting(last_day="1/6/2026", documents=[later.pk]))

    assert "13/7/2026" in shown.context["form"].errors["documents"][0]
