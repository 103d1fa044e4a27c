"""No room left: what is posted is refused in words, and nobody is kept out for it."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import uuid4

import pytest

from lantoa.records.works.models import Proof, Work
from tests import build
from tests.durable.filling import (
    database_refuses,
    disk_filled,
    files_may_not_grow,
    filled,
    small_disk,
)
from tests.durable.place import PROJECT, Place, prepared
from tests.durable.posting import Clerk, words
from tests.records import answers as answered
from tests.records.conftest import signed_in
from tests.records.test_records_proofs import photograph

COUNTED = "from lantoa.records.meetings.models import Meeting; print(Meeting.objects.count())"
REFUSED = "Máy chủ hết chỗ ghi Việc vừa làm chưa được lưu"
Filling = Callable[[Place], AbstractContextManager[None]]


def tried(place: Place, filling: Filling) -> None:
    """Post, sign in and read on an installation that has no room, and again when it has."""
    place.start()
    clerk, latecomer, key = Clerk(place), Clerk(place), str(uuid4())
    clerk.sign_in()
    assert clerk.record(str(uuid4()))[0] == 302

    with filling(place):
        status, page = clerk.record(key)
        signed = latecomer.sign_in()[0]
        shown, own = latecomer.ask("GET", place.entry_page)
        late = latecomer.record(str(uuid4()))
        left = latecomer.ask("POST", "/dang-xuat/", leave="1")[0]
        away = latecomer.ask("GET", place.entry_page)[0]

    assert (status, REFUSED in words(page)) == (507, True)
    assert (signed, shown, "Học tập" in own) == (302, 200, True)
    assert (late[0], REFUSED in words(late[1])) == (507, True)
    assert (left, away) == (302, 302)
    assert clerk.record(key)[0] == 302
    assert place.run(COUNTED) == "2"


def test_on_a_full_disk_posts_are_refused_in_words_and_people_still_sign_in(
    on_sqlite, tmp_path, ready
):
    with small_disk(tmp_path / "disk", megabytes=12) as is_laid:
        if not is_laid:
            pytest.skip("no right to mount a small disk")
        place = prepared(tmp_path / "disk", lay=ready)
        try:
            tried(place, disk_filled)
        finally:
            place.kill()


def test_where_files_may_not_grow_posts_are_refused_and_people_still_sign_in(on_sqlite, place):
    tried(place, files_may_not_grow)


def test_where_postgresql_has_no_room_posts_are_refused_and_people_sign_in(on_postgresql, place):
    tried(place, database_refuses)


def test_a_copy_that_finds_no_room_says_so_and_leaves_nothing_behind(place, tmp_path):
    folder, words_of_it = tmp_path / "copies", "ổ đĩa đã đầy hoặc hỏng; hãy dọn chỗ rồi chạy lại"
    folder.mkdir()

    command = [sys.executable, "-m", "lantoa.cli", "backup", str(folder / "sao-luu.zip")]
    done = subprocess.run(
        ["prlimit", "--fsize=4096", *command],
        env=place.environment, cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert (
        done.stderr.strip() == f"CommandError: Không ghi được {folder}/sao-luu.zip: {words_of_it}."
    )
    assert list(folder.iterdir()) == []


@pytest.mark.django_db
def test_a_proof_that_finds_no_room_takes_its_work_with_it(settings, tmp_path):
    with small_disk(tmp_path / "proofs", megabytes=1) as is_laid:
        if not is_laid:
            pytest.skip("no right to mount a small disk")
        settings.MEDIA_ROOT = tmp_path / "proofs"
        cell = build.unit("Chi bộ")
        browser = signed_in(build.clerk(cell))
        answers = answered.work()

        with filled(tmp_path / "proofs"):
            refused = browser.post(
                answered.page("works:record", cell), {**answers, "papers": [photograph()]}
            )
            kept = Work.objects.count()
        again = browser.post(
            answered.page("works:record", cell), {**answers, "papers": [photograph()]}
        )

    assert (refused.status_code, REFUSED in words(refused.content.decode())) == (507, True)
    assert (kept, again.status_code, Work.objects.count(), Proof.objects.count()) == (0, 302, 1, 1)
