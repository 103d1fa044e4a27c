"""Pages of documents, themes, drives and targets; of tasks given and received."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from lantoa.guidance.models import DocumentFile, Drive, FrameworkDocument, Target, Task, Theme
from lantoa.guidance.operations import TaskShare, hand_down, put_down
from lantoa.posts.models import Post
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
PASSWORDS = "lantoa.people.access.PasswordSignIn"
TODAY = localdate()
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
    "ffff3f0005fe02fedccc59e70000000049454e44ae426082"
)
ANSWERS = {
    "van-ban": {"sort": "Kế hoạch", "issuer": "Tỉnh ủy", "title": "học tập năm 2027"},
    "chuyen-de": {
        "sort": "theme", "short": "Chuyên đề 2027", "title": "Gần dân",
        "first_day": "1/1/2027", "last_day": "31/12/2027",
    },
    "phong-trao": {"name": "Dân vận khéo", "first_day": "19/5/2026", "units_joined": ""},
    "chi-tieu": {
        "words": "Đạt đô thị loại II", "first_day": "1/1/2026", "last_day": "31/12/2026",
        "outcome": "",
    },
}  # fmt: skip
MODELS = {
    "van-ban": FrameworkDocument, "chuyen-de": Theme, "phong-trao": Drive, "chi-tieu": Target,
}  # fmt: skip


@pytest.fixture
def province():
    return build.root("Đảng bộ tỉnh")


@pytest.fixture
def ward(province):
    return build.unit("Đảng bộ phường", under=province, kind=Kind.COMMUNE)


@pytest.fixture
def admin(province, client):
    user = build.clerk(province, Post.Right.ADMIN)
    client.force_login(user, backend=PASSWORDS)
    return user


def office(name, unit, *more):
    return reverse(f"office:{name}", args=[unit.uuid, *more])


def desk(name, unit, *more):
    return reverse(f"desk:{name}", args=[unit.uuid, *more])


def text(answer):
    return " ".join(answer.content.decode().split())


def a_task(province, by, **more):
    plan = FrameworkDocument(sort="Kế hoạch", issuer="Tỉnh ủy", title="học tập")
    held = put_down(plan, by=by, at=build.NOW, unit=province)
    entry = Task(plan=held, first_day=TODAY - timedelta(days=20), **{"words": "Mở hội nghị"} | more)
    return put_down(entry, by=by, at=build.NOW, unit=province)


@pytest.mark.parametrize("sort", ANSWERS)
def test_what_is_added_stands_in_the_lists_of_all_units_below(sort, province, ward, admin, client):
    answer = client.post(office("add-guidance", province, sort), ANSWERS[sort])

    row = MODELS[sort].objects.get()
    assert answer.url == office("guidance-row", province, sort, row.uuid)
    client.force_login(build.clerk(ward, Post.Right.VIEW), backend=PASSWORDS)
    listed = text(client.get(office("guidance", ward, sort)))
    assert str(row) in listed
    assert "Đảng bộ tỉnh" in listed
    assert str(row) in text(client.get(office("guidance-row", ward, sort, row.uuid)))


@pytest.mark.parametrize(
    ("sort", "box", "typed", "words"),
    [
        ("van-ban", "title", "", "Hãy ghi văn bản về việc gì."),
        ("van-ban", "issued_on", "32/1/2026", ""),
        ("chuyen-de", "last_day", "1/1/2020", "Ngày cuối phải từ ngày đầu trở đi."),
        ("chuyen-de", "short", "", "Hãy ghi tên gọn."),
        ("phong-trao", "units_joined", "mười hai con", ""),
        ("chi-tieu", "figure", "3", "Chỉ tiêu bằng số thì ghi đơn vị tính."),
    ],
)
def test_bad_answers_are_refused_and_stay_in_their_boxes(
    sort, box, typed, words, province, admin, client
):
    answer = client.post(office("add-guidance", province, sort), ANSWERS[sort] | {box: typed})

    assert not MODELS[sort].objects.exists()
    assert words in text(answer)
    assert f'value="{typed}"' in text(answer) or not typed


def test_a_theme_is_ended_by_a_correction_and_the_version_before_is_shown(province, admin, client):
    client.post(office("add-guidance", province, "chuyen-de"), ANSWERS["chuyen-de"])
    row = Theme.objects.get()
    page = office("correct-guidance", province, "chuyen-de", row.uuid)

    without = client.post(page, ANSWERS["chuyen-de"] | {"last_day": "30/6/2027"})
    client.post(
        page, ANSWERS["chuyen-de"] | {"last_day": "30/6/2027", "reason": "Tỉnh ủy kết thúc sớm"}
    )

    assert "Ghi lý do." in text(without)
    assert Theme.objects.believed().get().last_day.month == 6
    shown = text(client.get(office("guidance-row", province, "chuyen-de", row.uuid)))
    assert "Tỉnh ủy kết thúc sớm" in shown


def test_hidden_and_absent_get_the_same_answer(province, ward, admin, client):
    client.post(office("add-guidance", province, "chuyen-de"), ANSWERS["chuyen-de"])
    row = Theme.objects.get()
    stranger = build.root("Tỉnh khác")
    client.force_login(build.clerk(stranger), backend=PASSWORDS)

    answers = [
        client.get(office("guidance", province, "chuyen-de")),
        client.get(office("guidance", stranger, "khong-co")),
        client.get(office("guidance-row", stranger, "chuyen-de", row.uuid)),
        client.get(office("guidance-row", stranger, "chuyen-de", uuid4())),
        client.post(office("add-guidance", province, "chuyen-de"), ANSWERS["chuyen-de"]),
        client.get(desk("plans", province)),
        client.get(desk("given", ward)),
    ]

    assert {each.status_code for each in answers} == {403}
    words = {re.search("<h1>.*</main>", text(each)).group() for each in answers}
    assert len(words) == 1


def test_a_clerk_below_sees_what_the_province_set_and_changes_nothing_of_it(
    province, ward, admin, client
):
    client.post(office("add-guidance", province, "van-ban"), ANSWERS["van-ban"])
    row = FrameworkDocument.objects.get()
    client.force_login(build.clerk(ward), backend=PASSWORDS)

    page = client.get(office("correct-guidance", ward, "van-ban", row.uuid))
    sent = client.post(office("add-file", ward, row.uuid), {"file": pixel()})

    assert (page.status_code, sent.status_code) == (403, 403)
    assert not DocumentFile.objects.exists()


def pixel(content=PIXEL):
    return SimpleUploadedFile("van-ban.png", content)


def test_a_file_is_kept_once_handed_out_below_and_taken_off(province, ward, admin, client):
    client.post(office("add-guidance", province, "van-ban"), ANSWERS["van-ban"])
    row = FrameworkDocument.objects.get()
    for _ in range(2):
        client.post(office("add-file", province, row.uuid), {"file": pixel()})
    kept = DocumentFile.objects.get()

    client.force_login(build.clerk(ward), backend=PASSWORDS)
    seen = client.get(office("file", ward, kept.uuid))
    assert (seen.status_code, seen["Content-Type"]) == (200, "image/jpeg")
    client.force_login(admin, backend=PASSWORDS)
    client.post(office("remove-file", province, kept.uuid))
    assert client.get(office("file", province, kept.uuid)).status_code == 403


def test_a_file_that_is_none_is_refused_beside_its_box(province, admin, client):
    client.post(office("add-guidance", province, "van-ban"), ANSWERS["van-ban"])
    row = FrameworkDocument.objects.get()

    answer = client.post(office("add-file", province, row.uuid), {"file": pixel(b"MZ" * 90)})

    assert answer.status_code == 200
    assert "van-ban.png" in text(answer)
    assert not DocumentFile.objects.exists()


def test_a_card_holder_says_with_one_tap_that_a_task_was_received(province, ward, admin, client):
    cell = build.unit("Chi bộ", under=ward)
    task = a_task(province, admin)
    (held,) = hand_down(task, [TaskShare(cell)], by=admin, at=build.NOW)
    client.force_login(build.clerk(cell, Post.Right.RECORD), backend=PASSWORDS)

    phone = text(client.get(reverse("phone:home")))
    client.post(desk("tap", cell, held.uuid, "received"))
    after = text(client.get(desk("given", cell)))
    absent = client.post(desk("tap", cell, held.uuid, "xong-het"))

    assert "Mở hội nghị" in phone
    assert "Đã nhận" in after
    assert absent.status_code == 403


def test_a_unit_says_that_a_task_is_done_and_the_giver_sees_it(province, ward, admin, client):
    task = a_task(province, admin, due=TODAY - timedelta(days=1))
    (held,) = hand_down(task, [TaskShare(ward)], by=admin, at=build.NOW)
    late = text(client.get(desk("task", province, task.uuid)))
    client.force_login(build.clerk(ward), backend=PASSWORDS)

    refused = client.post(desk("say-done", ward, held.uuid), {"day": "28/11/2026", "words": ""})
    day = build.NOW.date()
    said = {"day": f"{day.day}/{day.month}/{day.year}", "words": "Đã mở ở 5 ấp"}
    client.post(desk("say-done", ward, held.uuid), said)
    client.force_login(admin, backend=PASSWORDS)
    board = text(client.get(desk("task", province, task.uuid)))

    assert "Nhắc 1 đơn vị chậm" in late
    assert "Hãy ghi một câu về kết quả." in text(refused)
    assert "Đã mở ở 5 ấp" in board
    assert "đơn vị chậm" not in board


def test_a_figure_that_reached_its_target_makes_a_task_done(province, ward, admin, client):
    cell = build.unit("Chi bộ", under=ward)
    first = build.NOW.date() - timedelta(days=9)
    plan = FrameworkDocument(sort="Kế hoạch", issuer="Tỉnh ủy", title="học tập")
    held = put_down(plan, by=admin, at=build.NOW, unit=province)
    entry = Task(plan=held, words="Mở 2 buổi", first_day=first, measure="meetings.held")
    task = put_down(entry, by=admin, at=build.NOW, unit=province)
    hand_down(task, [TaskShare(ward, 2)], by=admin, at=build.NOW)

    seen = []
    for days in (9, 8, 10):
        build.meeting(at=cell, on=build.NOW.date() - timedelta(days=days))
        seen.append(text(client.get(desk("task", province, task.uuid))))

    assert ["1/2 buổi" in seen[0], "Đang làm" in seen[0]] == [True, True]
    assert ["2/2 buổi" in seen[1], "Đã xong" in seen[1]] == [True, True]
    assert "2/2 buổi" in seen[2]


def test_a_task_is_handed_to_units_of_a_kind_in_a_part_of_the_subtree(
    province, ward, admin, client
):
    other = build.unit("Đảng bộ xã", under=province, kind=Kind.COMMUNE)
    cells = [build.unit(f"Chi bộ {n}", under=ward) for n in (1, 2)]
    build.unit("Chi bộ xã", under=other)
    task = a_task(province, admin)
    page = desk("hand-task", province, task.uuid)

    shown = client.get(page, {"kind": "cell", "part": ward.pk}).context["rows"]
    ticked = {f"unit-{cells[0].pk}": "on", f"target-{cells[0].pk}": "3", "target": "2"}
    nobody = client.post(f"{page}?kind=cell&part={ward.pk}", {"target": "2"})
    client.post(f"{page}?kind=cell&part={ward.pk}", ticked)

    assert {each.unit.pk for each in shown} == {each.pk for each in cells}
    assert "Chọn ít nhất một đơn vị." in text(nobody)
    board = text(client.get(desk("task", province, task.uuid)))
    assert "Chi bộ 1" in board
    assert "Chi bộ 2" not in board


def test_pages_ask_as_often_for_many_tasks_as_for_few(province, ward, admin, client):
    def asked(url):
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(url)
        return len(seen)

    def one_more():
        task = a_task(province, admin, measure="meetings.held", words=str(uuid4()))
        hand_down(task, [TaskShare(ward, 2)], by=admin, at=build.NOW)

    pages = [desk("plans", province), desk("given", ward), office("guidance", ward, "van-ban")]
    one_more()
    few = [asked(each) for each in pages]
    for _ in range(4):
        one_more()

    assert [asked(each) for each in pages] == few
