"""The list of the decision about An Giang, tried and decided on the screen."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.acts.models import Act
from lantoa.demonstration.operations import facts, rehearsal
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.people.models import User
from lantoa.tally.queries import sheet
from lantoa.units.models import Kind
from lantoa.units.queries import find_unit, parents_under, portraits
from tests.reorganisation.pages import HEAD, page, sign_in, text

pytestmark = pytest.mark.usefixtures("demonstration")
DAY = date(2025, 7, 1)
EVE = date(2025, 6, 30)


@pytest.fixture
def root():
    return find_unit(rehearsal.CODE)


def account(name: str) -> User:
    return User.objects.get(username=name)


@pytest.fixture
def act(client, root, tmp_path) -> Act:
    """The decision as its author sent the list and tried it."""
    file = rehearsal.write_list(tmp_path)
    sign_in(client, account("nguoi-soan-tap"))
    sent = SimpleUploadedFile(file.name, file.read_bytes())
    client.post(page("draft", root), HEAD | {"file": sent})
    return Act.objects.get(number=HEAD["number"])


def communes(province: int, day: date) -> set[str]:
    """Return the names of the communes at work under a province on a day."""
    shown = portraits(set(parents_under(province, on=day)), on=day)
    return {each.name for each in shown.values() if each.kind == Kind.COMMUNE and each.is_open(day)}


def test_the_list_can_be_tried_on_the_screen_and_nothing_is_wrong_with_it(client, root, act):
    client.post(page("simulate", root, act.uuid))

    tried = text(client.get(page("act", root, act.uuid)))

    act.refresh_from_db()
    assert act.state == Act.State.SIMULATED
    assert "SỐ LIỆU MẪU" in tried
    assert "Đảng bộ phường Châu Đốc" in tried


def test_another_person_approves_and_the_communes_are_those_of_the_real_province(client, root, act):
    client.post(page("simulate", root, act.uuid))
    act.refresh_from_db()
    sign_in(client, account("nguoi-duyet-tap"))

    client.post(page("approve", root, act.uuid), {"fingerprint": act.fingerprint})

    act.refresh_from_db()
    assert act.state == Act.State.APPROVED
    real, rehearsed = find_unit("91@2025-07-01"), find_unit("TAP.91@2025-07-01")
    assert communes(rehearsed.pk, DAY) == communes(real.pk, DAY)
    assert len(communes(rehearsed.pk, DAY)) == len({each.new_code for each in facts.takeovers()})


def test_the_figures_of_the_copy_stay_whole_and_move_with_the_decision(client, root, act):
    year = Period.year(2025)
    before = {day: sheet(Question(unit=root.pk, period=year, chart=day)) for day in (EVE, DAY)}
    client.post(page("simulate", root, act.uuid))
    act.refresh_from_db()
    sign_in(client, account("nguoi-duyet-tap"))
    client.post(page("approve", root, act.uuid), {"fingerprint": act.fingerprint})

    after = sheet(Question(unit=root.pk, period=year, chart=DAY))

    assert after.total("meetings.held") == before[DAY].total("meetings.held") == 2404
    province, district = find_unit("TAP.91@2025-07-01"), find_unit("TAP.894")
    line = sheet(Question(unit=province.pk, period=year, chart=DAY)).lines["meetings.held"]
    assert line.below[district.pk] == 2
    principal = find_unit("TAP.30316@2025-07-01")
    divided = find_unit("TAP.30334@2025-06-30")
    assert (
        sheet(Question(unit=principal.pk, period=year, chart=DAY))
        .lines["meetings.held"]
        .below[divided.pk]
        == 2
    )


def test_the_copy_is_simulated_and_its_codes_leave_the_real_ones_alone(root):
    shown = portraits(set(parents_under(root.pk, on=EVE)), on=EVE)

    assert all(each.is_simulated for each in shown.values())
    assert all(each.code.startswith(rehearsal.CODE) for each in shown.values())
    assert portraits([find_unit("894").pk], on=EVE)[find_unit("894").pk].is_simulated is False
