"""Loading: twice is once, never where somebody works for real, and everyone can sign in."""

from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command

from lantoa.demonstration.operations.accounts import ACCOUNTS, PASSWORD
from lantoa.demonstration.operations.loading import load
from lantoa.people.access import open_card
from lantoa.people.models import Card, User
from lantoa.posts.access import Purpose, may, unit_for
from lantoa.records.quotations.models import Quotation
from lantoa.records.quotations.operations import withdraw
from lantoa.units.queries import find_unit
from tests import build
from tests.whole import faults

pytestmark = pytest.mark.usefixtures("demonstration")

TODAY = date(2026, 11, 22)


def rows_everywhere():
    """Return how many rows each of our tables holds."""
    ours = [m for m in apps.get_models() if m.__module__.startswith("lantoa.")]
    return {model.__name__: model._default_manager.count() for model in ours}


def test_loading_again_finds_the_work_done(lines):
    before = rows_everywhere()

    said = []
    load(say=said.append)

    assert rows_everywhere() == before
    assert any("358 đơn vị" in line for line in lines)
    assert sum("đã có, giữ nguyên" in line for line in said) == 3


def test_loading_again_keeps_what_somebody_corrected(demonstration):
    quoted = Quotation.objects.get(key="an-giang.43")
    withdraw(quoted, by=build.recorder(), at=build.NOW, reason="Bài báo đã đính chính")

    load(say=str)

    assert Quotation.objects.get(key="an-giang.43").is_withdrawn


def test_it_refuses_to_load_on_an_installation_that_runs_for_real(settings):
    settings.PRODUCTION = True

    with pytest.raises(ValidationError, match="chạy thật"):
        load(say=str)


def test_it_refuses_to_load_beside_a_root_that_it_did_not_found():
    build.root("Đảng bộ tỉnh có thật")

    with pytest.raises(CommandError, match="đã có đơn vị thật"):
        call_command("demonstrate", stdout=StringIO())


def test_the_trail_of_everything_loaded_is_whole():
    assert list(faults()) == []


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda each: each.username)
def test_each_account_signs_in_and_reaches_its_own_unit(account, rf):
    user = User.objects.get(username=account.username)
    unit = find_unit(account.unit)

    signed_in = authenticate(rf.post("/"), username=account.username, password=PASSWORD)

    assert signed_in == user
    assert user.is_demonstration
    assert unit_for(user=user, unit=unit.uuid, work=Purpose.VIEW, on=TODAY) == unit


@pytest.mark.parametrize(
    ("username", "unit", "work", "allowed"),
    [
        ("van-thu-tinh", "894", Purpose.KEEP, True),
        ("van-thu-tinh", "894", Purpose.ADMINISTER, False),
        ("van-thu-xa", "30688@2025-07-02", Purpose.VIEW, False),
        ("van-thu-xa", "894", Purpose.VIEW, False),
        ("nguoi-xem", "30682@2025-07-02", Purpose.VIEW, True),
        ("nguoi-xem", "30682@2025-07-02", Purpose.RECORD, False),
        ("quan-tri-xa-mau", "MAU.001", Purpose.ADMINISTER, True),
        ("quan-tri-xa-mau", "VN", Purpose.VIEW, False),
        ("quan-tri", "MAU", Purpose.VIEW, False),
        ("quan-tri", "886.CS.238", Purpose.ADMINISTER, True),
    ],
)
def test_accounts_reach_their_own_part_only(username, unit, work, allowed):
    user = User.objects.get(username=username)

    assert may(user, find_unit(unit), work=work, on=TODAY) is allowed


def test_the_command_prints_accounts_and_a_card_that_opens_its_cell(settings, tmp_path):
    settings.VAR = tmp_path
    printed = StringIO()

    call_command("demonstrate", stdout=printed)

    text = printed.getvalue()
    assert all(account.username in text for account in ACCOUNTS)
    assert PASSWORD in text
    card = next(c for c in Card.objects.all() if f"/the/{c.token}/" in text)
    digits = text.rpartition("sáu chữ số: ")[2].strip()
    user = open_card(token=card.token, code=digits, at=build.NOW)
    cell, other = find_unit("MAU.001"), find_unit("MAU.002")
    assert may(user, cell, work=Purpose.RECORD, on=TODAY)
    with pytest.raises(PermissionDenied):
        unit_for(user=user, unit=other.uuid, work=Purpose.RECORD, on=TODAY)
