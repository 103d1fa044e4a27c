"""The page of a document: figures marked, failed checks first, each figure decided by a person."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.acts.steps import Sort, Step
from lantoa.reader.models import Finding, Reading, Synonym
from lantoa.reader.titles import title_of
from lantoa.records.quotations.models import Quotation
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build
from tests.acts.acts import passed
from tests.reader import files
from tests.reader.asking import SOURCE, decide, hand_in, opened

pytestmark = pytest.mark.django_db


def test_the_wrong_total_is_marked_red_with_its_sum_beside_it(desk, district):
    _, page = opened(desk, district)

    answer = desk.get(page).content.decode()

    marked = answer.partition('class="found open failed"')[2].partition("</a>")[0]
    assert "17.939 lượt đảng viên" in marked
    assert "cộng các phần được 17.489" in marked
    assert "4.489 + 4.416 + 4.530 + 4.054 = 17.489" in answer
    assert "lệch 450" in answer
    assert answer.index("1 phép tính không khớp") < answer.index('id="chon"')


def test_the_failed_figure_is_asked_about_first(desk, district):
    _, page = opened(desk, district)

    assert desk.get(page).context["chosen"].words == "17.939 lượt đảng viên"


def test_text_of_a_document_is_never_markup(desk, district):
    _, page = opened(desk, district, "<script>alert(1)</script> cất 3 căn nhà")

    answer = desk.get(page).content.decode()

    assert "<script>alert" not in answer
    assert "&lt;script&gt;alert(1)" in answer


def test_a_confirmed_figure_is_quoted_with_source_address_and_place(desk, district):
    reading, _ = opened(desk, district)

    answer = decide(desk, reading, "17.939 lượt")

    quotation = Quotation.objects.get()
    assert answer.status_code == 302
    assert (quotation.value, quotation.scale, quotation.measure) == (17939, 0, "meetings.members")
    assert (quotation.source, quotation.source_url) == (SOURCE, "https://example.org/bai")
    assert quotation.note == "dòng 1: “17.939 lượt đảng viên”"
    assert (quotation.first_day, quotation.last_day) == (date(2023, 1, 1), date(2023, 12, 31))
    assert Finding.objects.get().quotation == quotation.uuid
    assert f"so={reading.text.index('956')}" in answer.headers["Location"]


def test_sent_twice_a_figure_is_quoted_once(desk, district):
    reading, _ = opened(desk, district)
    decide(desk, reading, "956 hội nghị")
    start = reading.text.index("956 hội nghị")
    page = reverse("reader:decide", args=[district.uuid, reading.uuid, start])

    answer = desk.post(page, {"lam": "bo-qua"}, follow=True)

    assert "đã được trích" in answer.content.decode()
    assert Quotation.objects.count() == 1


def test_what_a_person_changes_is_what_is_quoted_and_learned(desk, district):
    cell = build.unit("Chi bộ ấp Đông", under=district)
    reading, _ = opened(desk, district)

    decide(
        desk, reading, "956 hội nghị", value="957", measure="meetings.conferences",
        unit=str(cell.uuid), first_day="1/1/2022", last_day="30/6/2022", what="hội nghị học tập",
    )  # fmt: skip

    quotation = Quotation.objects.get()
    assert (quotation.value, quotation.measure) == (957, "meetings.conferences")
    assert (quotation.unit, quotation.last_day) == (cell, date(2022, 6, 30))
    learned = Synonym.objects.get()
    assert (learned.phrase, learned.counted) == ("hội nghị", "conference")
    assert learned.measure == "meetings.conferences"


def test_the_same_words_mean_the_same_in_the_next_document(desk, district):
    reading, _ = opened(desk, district)
    decide(desk, reading, "956 hội nghị", measure="meetings.conferences")

    hand_in(desk, district, text="Xã đã mở 12 hội nghị, đông vui.")
    second = Reading.objects.latest("pk")
    page = desk.get(reverse("reader:show", args=[district.uuid, second.uuid]))

    assert page.context["form"]["measure"].value() == "meetings.conferences"
    assert "đã được xác nhận như vậy 1 lần" in page.content.decode().replace("Đã", "đã")


@pytest.mark.parametrize(
    ("text", "words", "columns"),
    [
        ("Có 99,75% đảng viên dự học tập", "99,75", {"value": 9975, "scale": 2, "is_share": True}),
        ("Có 54/67 trường đạt chuẩn", "54/67", {"value": 54, "whole": 67}),
        ("Vận động gần 143 triệu đồng", "gần", {"value": 143_000_000, "approximation": "about"}),
        ("Nâng cấp 2,5 km đường", "2,5", {"value": 2500, "measured_in": "mét"}),
        ("Thu nhập từ 85 đến 90 triệu đồng", "từ 85", {"value": 85_000_000}),
        ("Trồng 6,06 ha rừng", "6,06", {"value": 606, "scale": 2, "measured_in": "ha"}),
    ],
)
def test_every_sort_of_figure_is_quoted_as_it_is_printed(desk, district, text, words, columns):
    reading, _ = opened(desk, district, text)

    decide(desk, reading, words)

    quotation = Quotation.objects.get()
    assert {name: getattr(quotation, name) for name in columns} == columns


def test_a_form_that_says_too_little_is_shown_again_with_what_was_typed(desk, district):
    reading, _ = opened(desk, district)

    answer = decide(desk, reading, "956 hội nghị", what="", last_day="1/1/2020")
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "Hãy ghi số này nói về việc gì." in page
    assert "Ngày cuối phải từ ngày đầu trở đi." in page
    assert 'value="1/1/2020"' in page
    assert not Quotation.objects.exists()


def test_a_form_shown_again_leads_on_to_every_other_figure(desk, district):
    reading, page = opened(desk, district)

    answer = decide(desk, reading, "956 hội nghị", what="").content.decode()

    start = reading.text.index("4.489 lượt")
    assert f'href="{page}?so={start}#chon"' in answer


def test_what_a_failed_sum_is_made_of_is_marked_where_it_stands(desk, district):
    _, page = opened(desk, district)

    pieces = list(desk.get(page).context["pieces"])

    parts = [piece.text.split()[0] for piece in pieces if piece.is_part]
    assert parts == ["4.489", "4.416", "4.530", "4.054"]


def test_a_percentage_that_is_wrong_was_not_added_up(desk, district):
    _, page = opened(desk, district, "Có 54/67 trường đạt chuẩn, đạt 90,6%.")

    answer = desk.get(page).content.decode()

    assert "tính lại được 80,6%" in answer
    assert "cộng các phần" not in answer


def test_the_sentence_of_a_figure_stands_beside_it_on_a_phone(desk, district):
    reading, page = opened(desk, district, "Xã mở 12 hội nghị. Xã đã cất 3 căn nhà cho dân. Xong.")

    start = reading.text.index("3 căn")

    assert desk.get(f"{page}?so={start}").context["beside"] == ("Xã đã cất ", " cho dân.")


def test_a_file_must_be_chosen_again_where_something_else_is_missing(desk, district):
    file = SimpleUploadedFile("bài.docx", files.word("Bài thử", files.STORY))

    answer = hand_in(desk, district, file=file, source="")

    assert "Hãy chọn lại tệp" in answer.content.decode()
    assert not Reading.objects.exists()


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Đảng ủy | Đảng Cộng sản", "BÁO CÁO", "Kết quả", "Mở 3 lớp"], "Báo cáo Kết quả"),
        (["", "Học Bác ở Thoại Sơn", "Mở 3 lớp"], "Học Bác ở Thoại Sơn"),
        (["Đảng ủy xã | Đảng Cộng sản", "Mở 3 lớp"], "Mở 3 lớp"),
        (["Một | bảng"], "Một | bảng"),
        (["Mở lớp " * 30], "Mở lớp " * 16 + "Mở lớp…"),
    ],
)  # fmt: skip
def test_a_document_is_called_by_its_heading(lines, title):
    assert title_of("\n".join(lines)) == title


def test_a_skipped_figure_can_be_looked_at_again(desk, district):
    reading, _ = opened(desk, district)

    decide(desk, reading, "956 hội nghị", lam="bo-qua")
    assert Finding.objects.get().choice == "skipped"
    decide(desk, reading, "4.489 lượt")
    start = reading.text.index("956 hội nghị")
    page = reverse("reader:decide", args=[district.uuid, reading.uuid, start])
    desk.post(page, {"lam": "xem-lai"})

    assert Finding.objects.get(start=start).choice == "open"


def test_a_quotation_taken_back_is_withdrawn_and_may_be_confirmed_anew(desk, district):
    reading, _ = opened(desk, district)
    decide(desk, reading, "956 hội nghị")
    start = reading.text.index("956 hội nghị")
    page = reverse("reader:decide", args=[district.uuid, reading.uuid, start])

    desk.post(page, {"lam": "xem-lai"})
    decide(desk, reading, "956 hội nghị")

    states = Quotation.objects.order_by("pk").values_list("is_withdrawn", flat=True)
    assert list(states) == [True, False]


def test_what_differs_from_the_records_is_said(desk, district):
    build.meeting(at=district, on=date(2023, 5, 1), events=956, members_present=17489)
    reading, page = opened(desk, district)

    answer = desk.get(page).content.decode()

    assert "Hệ thống có 17.489, lệch 450" in answer
    start = reading.text.index("956 hội nghị")
    assert "Khớp với hệ thống" in desk.get(f"{page}?so={start}").content.decode()


def test_the_same_document_again_goes_on_where_it_was_left(desk, district):
    reading, page = opened(desk, district)
    decide(desk, reading, "956 hội nghị")

    again = hand_in(desk, district, text=files.STORY)

    assert again.headers["Location"] == page
    assert "đã xem 1, còn 5" in desk.get(page).content.decode()


def test_a_file_is_read_like_pasted_words(desk, district):
    file = SimpleUploadedFile("bài.docx", files.word("Bài thử", files.STORY))

    answer = hand_in(desk, district, file=file)

    assert "đoạn 2" in desk.get(answer.headers["Location"]).content.decode()


def test_the_text_can_be_deleted_and_what_was_quoted_stays(desk, district):
    reading, page = opened(desk, district)
    decide(desk, reading, "956 hội nghị")

    for _ in range(2):
        desk.post(reverse("reader:forget", args=[district.uuid, reading.uuid]))

    reading.refresh_from_db()
    assert (reading.text, reading.stretches) == ("", [])
    assert Quotation.objects.filter(superseded_at=None).count() == 1
    assert "Đã xóa văn bản" in desk.get(page).content.decode()
    assert (
        "đã xóa văn bản" in desk.get(reverse("reader:read", args=[district.uuid])).content.decode()
    )


def test_the_trail_tells_who_read_what_and_not_what_it_says(desk, district):
    reading, _ = opened(desk, district)
    desk.post(reverse("reader:forget", args=[district.uuid, reading.uuid]))

    entries = Entry.objects.filter(deed__startswith="reader.").order_by("pk")

    assert [entry.deed for entry in entries] == ["reader.open", "reader.forget"]
    assert all(reading.sha256 in entry.after and "hội nghị" not in entry.after for entry in entries)


def test_the_questions_to_the_database_do_not_grow_with_the_figures(
    desk, district, django_assert_max_num_queries
):
    _, page = opened(desk, district, "Xã mở 12 hội nghị học tập, cất 3 căn nhà. " * 200)

    with django_assert_max_num_queries(60):
        desk.get(page)


def test_a_computed_figure_that_crosses_a_decision_says_so(desk, district):
    build.meeting(at=district, on=date(2023, 3, 1))
    act = passed(
        [Step(sort=Sort.OPEN, kind=Kind.CELL, code="M1", name="Chi bộ mới", parent=district.pk)],
        on=date(2023, 6, 1),
    )  # fmt: skip
    reading, _ = opened(desk, district)
    show = reverse("reader:show", args=[district.uuid, reading.uuid])

    held = desk.get(f"{show}?so={reading.text.index('956')}").content.decode()

    words = f"Kỳ này đi qua một lần sắp xếp: {act}, có hiệu lực từ 1/6/2023."
    assert words in held
