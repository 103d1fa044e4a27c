"""What is stored proves itself: `lantoa verify` finds whatever was changed past the programme."""

import os
from datetime import datetime
from io import StringIO
from pathlib import Path
from random import Random

import pytest
from django.core.management import CommandError, call_command

from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.people.models import User
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.entry import InDoubt
from lantoa.records.record.models import Doubt
from lantoa.records.works.models import Proof
from lantoa.trail.heads import BookHead, as_text
from lantoa.trail.models import Entry, Home
from lantoa.trail.queries import head_now
from lantoa.trail.sealing import read
from lantoa.units.models import Kind, Unit
from tests import build
from tests.keeping import everything, installation, tampering
from tests.keeping.tampering import behind_the_back, run, tampered

pytestmark = [pytest.mark.django_db, pytest.mark.unsealed]
TIMES = 1000 if os.environ.get("LANTOA_TEST_LONG") else 6
SORTS = [tampering.altered, tampering.added, tampering.removed, tampering.swapped, tampering.raised]


def faults(**more) -> list[str]:
    return [str(each) for each in verified(InDatabase(), **more).faults]


@pytest.fixture
def whole():
    """An installation with a row in every table, in which nothing was altered."""
    everything.populate()
    assert faults() == []
    return Home.objects.get()


@pytest.mark.parametrize("sort", SORTS, ids=lambda each: each.__name__)
def test_whatever_is_done_to_a_row_past_the_programme_is_found_and_named(whole, sort):
    for seed in range(TIMES):
        with behind_the_back():
            table, key = tampered(sort, Random(seed))
            found = faults()

        assert any(f"(bảng {table}, hàng {key})" in each for each in found), (seed, table, key)
    assert faults() == []


def change_a_line(chance, line):
    column = chance.choice(["moment", "deed", "subject", "before", "after", "sealed", "actor_id"])
    new = f"{getattr(line, column)} "
    if column == "actor_id":
        new = User.objects.first().pk if line.actor_id is None else None
    if column == "moment":
        new = datetime(2020, 1, 1, tzinfo=build.HANOI)
    run(f"UPDATE trail_entry SET {column} = %s WHERE id = %s", [new, line.pk])


def remove_a_line(chance, line):
    run("DELETE FROM trail_entry WHERE id = %s", [line.pk])


def put_a_line_twice(chance, line):
    line.pk, line.number = None, Home.objects.get().last_number + 1
    line.save(force_insert=True)


@pytest.mark.parametrize("how", [change_a_line, remove_a_line, put_a_line_twice])
def test_whatever_is_done_to_a_line_of_the_trail_is_found(whole, how):
    for seed in range(TIMES):
        chance = Random(seed)
        with behind_the_back():
            line = chance.choice(list(Entry.objects.order_by("pk")))
            number = line.number
            how(chance, line)
            found = faults()

        assert any(f"Quyển {whole.uuid}" in each for each in found), (seed, number)


def test_a_file_that_was_changed_or_is_gone_is_named(whole):
    proof = Proof.objects.get()
    path = Path(proof.file.path)
    path.write_bytes(path.read_bytes() + b" ")
    changed = faults()
    path.unlink()

    assert (
        changed
        == faults()
        == [f"Tệp proofs/{proof.file.name}: bị mất, hoặc không còn như lúc lưu."]
    )


def test_a_row_altered_and_then_closed_by_the_programme_is_still_found(whole):
    cell = build.unit("Chi bộ sau")
    meeting = build.meeting(at=cell, on=installation.SPRING, members_present=5)
    with behind_the_back():
        run("UPDATE meetings_meeting SET members_present = 50 WHERE id = %s", [meeting.pk])
        meeting.refresh_from_db()
        installation.meetings.withdraw(meeting, by=build.recorder(), at=build.NOW, reason="nhầm")
        found = faults()

    assert any(f"meetings.meeting, hàng {meeting.pk}): đã bị sửa không qua" in e for e in found)


def forged(chance, book):
    """Alter a row and every line about it, and write the whole book anew."""
    table, key = tampered(tampering.removed, chance)
    for line in Entry.objects.filter(home=book).exclude(sealed=""):
        words = [
            [w for w in each.split(" ") if not w.startswith(f"{key}=")]
            if each.startswith(f"{table} ")
            else [each]
            for each in line.sealed.split("\n")
        ]
        sealed = "\n".join(" ".join(each) for each in words)
        run("UPDATE trail_entry SET sealed = %s WHERE id = %s", [sealed, line.pk])
    tampering.rewritten(book)


def shortened(chance, book):
    """Take the last lines away, as if they had never been written."""
    last = Entry.objects.filter(home=book).count()
    run("DELETE FROM trail_entry WHERE number > %s", [last - chance.randrange(1, 4)])
    tampering.rewritten(book)


def forked(chance, book):
    """Let the book go another way from some line on, as a copy written on elsewhere would."""
    line = chance.choice(list(Entry.objects.filter(home=book)))
    later = datetime(2026, 12, 1, chance.randrange(24), tzinfo=build.HANOI)
    run("UPDATE trail_entry SET moment = %s WHERE id = %s", [later, line.pk])
    tampering.rewritten(book)
    for number in range(chance.randrange(4)):
        build.unit(f"Chi bộ {number}", under=Unit.objects.filter(kind=Kind.COMMUNE).first())


@pytest.mark.parametrize("how", [forged, shortened, forked])
def test_a_book_written_anew_is_found_by_a_head_that_was_kept_outside(whole, how):
    head = head_now(whole.uuid)
    for seed in range(TIMES):
        with behind_the_back():
            how(Random(seed), whole)
            found = faults(heads=[head])

        assert any("sổ đã bị" in each for each in found), seed
    assert faults(heads=[head]) == []


def test_a_row_and_its_line_taken_away_together_cannot_be_found_without_a_head(whole):
    with behind_the_back():
        forged(Random(1), whole)

        assert [each for each in faults() if "Quyển" in each] == []


def test_the_book_of_today_extends_every_head_of_before(whole):
    heads = [head_now(whole.uuid)]
    for number in range(5):
        build.meeting(
            at=build.unit(f"Chi bộ {number}", under=build.unit("Xã")), on=installation.SPRING
        )
        heads += [head_now(each.uuid) for each in Home.objects.all()]

    assert faults(heads=heads) == []


def test_a_recovery_code_put_in_past_the_programme_is_found(whole):
    clerk = User.objects.get(username="quan-tri")
    with behind_the_back():
        run(
            "INSERT INTO people_recoverycode (user_id, digest) VALUES (%s, %s)",
            [clerk.pk, tampering.nonsense(Random(1))],
        )
        key = run("SELECT MAX(id) FROM people_recoverycode")[0][0]

        assert faults() == [
            f"Mã dự phòng (bảng people.recoverycode, hàng {key}): không có dòng nhật ký nào ghi."
        ]


def test_a_question_answered_past_the_programme_is_found(whole):
    cell, told = build.unit("Chi bộ sau"), {"by": build.recorder(), "at": build.NOW}
    build.meeting(at=cell, on=installation.SPRING)
    twin = Meeting(
        unit=cell, key="twin", first_day=installation.SPRING, last_day=installation.SPRING,
        sort="conference", topic="Học tập chuyên đề",
    )  # fmt: skip
    with pytest.raises(InDoubt) as asked:
        installation.meetings.record(entry=twin, **told)
    installation.meetings.record(entry=twin, still=asked.value.marks, **told)
    doubt = Doubt.objects.latest("pk")
    assert faults() == []
    with behind_the_back():
        run(
            "UPDATE record_doubt SET how = 'right', settled_at = asked_at WHERE id = %s", [doubt.pk]
        )

        [found] = faults()

    assert f"(bảng record.doubt, hàng {doubt.pk}): không còn như nhật ký ghi" in found


def test_the_command_says_what_was_compared_and_takes_heads_that_were_kept(whole, tmp_path):
    file, out = tmp_path / "phieu.json", StringIO()
    file.write_text(as_text(head_now(whole.uuid), unit="Xã Thử", at=build.NOW), encoding="utf-8")

    call_command("verify", "--heads", file, stdout=out)

    assert "Khớp: " in out.getvalue()
    assert "Sổ nối tiếp đúng 1 phiếu đối chiếu." in out.getvalue()


def test_the_command_names_what_does_not_fit_and_fails(whole):
    with behind_the_back():
        key = run("SELECT MIN(id) FROM units_name")[0][0]
        run("UPDATE units_name SET value = 'Chi bộ khác' WHERE id = %s", [key])
        with pytest.raises(
            CommandError, match=rf"1 chỗ KHÔNG khớp (?s:.*)units\.name, hàng {key}\)"
        ):
            call_command("verify")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"lantoa": "khác"}', '{"book": 1}'])
def test_a_file_that_is_no_head_is_refused_in_words(tmp_path, text):
    file = tmp_path / "phieu.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match="không phải phiếu đối chiếu sổ"):
        call_command("verify", "--heads", file)


def test_a_head_of_another_book_is_refused(whole):
    other = BookHead(build.unit("Khác").uuid, 3, bytes(32))

    assert any("sổ đã bị cắt ngắn" in each for each in faults(heads=[other]))


def test_each_book_seals_the_records_of_its_own_root():
    days = {"first_day": installation.SPRING, "last_day": installation.SPRING}
    tops = [build.unit(f"Tỉnh {number}") for number in range(2)]
    entries = [
        Meeting(unit=top, key=top.uuid.hex, sort="talk", topic="Gương sáng", **days) for top in tops
    ]
    rows = installation.meetings.record_many(by=build.recorder(), at=build.NOW, entries=entries)

    for row in rows:
        line = Entry.objects.get(home__uuid=row.unit.home, deed="meetings.record")
        [(table, changes)] = read(line.sealed)
        assert (table, [each.key for each in changes]) == ("meetings.meeting", [row.pk])
    assert faults() == []
