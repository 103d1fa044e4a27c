"""A day is read alike by every page, form, command and list; what is none is never another one."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from lantoa.formats.boxes import DayBox
from lantoa.office.forms import EndForm, NewAccountForm, OpeningForm
from lantoa.reader.forms import DocumentForm, FigureForm
from lantoa.records.record.forms import RecordForm
from lantoa.reorganisation.forms import CompareForm, HeadingForm, SheetForm
from lantoa.reports.forms import ReportForm
from lantoa.units.models import Kind
from tests import build
from tests.typed import NO_DAYS, THE_FIRST_OF_JULY

pytestmark = pytest.mark.django_db
PASSWORD = "lantoa.people.access.PasswordSignIn"
JULY = date(2025, 7, 1)
PICKERS = ["desk:unit", "desk:measure", "desk:silent", "reorganisation:compare", "reports:ask"]
FORMS = [
    *(DocumentForm, FigureForm, RecordForm, CompareForm, HeadingForm, SheetForm, ReportForm),
    *(EndForm, NewAccountForm, OpeningForm),
]


@pytest.fixture
def commune():
    unit = build.unit("Đảng bộ xã Thử", kind=Kind.COMMUNE, code="777")
    cell = build.unit("Chi bộ ấp Đông", under=unit, members=20)
    build.meeting(at=cell, on=JULY, members_present=18)
    return unit


@pytest.fixture
def desk(client, commune):
    client.force_login(build.clerk(commune), backend=PASSWORD)
    return client


def page(client, name, unit, **asked):
    last = {"desk:measure": ["meetings.held"], "desk:silent": ["meetings"]}.get(name, [])
    return client.get(reverse(name, args=[unit.uuid, *last]), asked).content.decode()


@pytest.mark.parametrize("typed", THE_FIRST_OF_JULY)
@pytest.mark.parametrize("name", PICKERS)
def test_a_page_takes_a_day_however_it_is_written(desk, commune, name, typed):
    shown = page(desk, name, commune, **{"from": typed, "to": typed, "chart": typed})

    assert "Chưa đổi được kỳ." not in shown
    assert 'class="mistake"' not in shown
    assert "1/7/2025" in shown


@pytest.mark.parametrize(("typed", "words"), NO_DAYS.items())
@pytest.mark.parametrize("box", ["from", "to", "chart"])
@pytest.mark.parametrize("name", PICKERS)
def test_a_page_says_what_is_wrong_with_its_address_and_keeps_it(
    desk, commune, name, box, typed, words
):
    asked = {"from": "1/7/2025", "to": "1/7/2025", "chart": "1/7/2025"} | {box: typed}

    shown = page(desk, name, commune, **asked)

    assert words in shown
    assert f'value="{typed}"' in shown or name == "desk:silent"


def test_a_chart_without_a_period_is_taken_too(desk, commune):
    year = page(desk, "desk:unit", commune, chart="1.7.2025")
    wrong = page(desk, "desk:unit", commune, chart="mai")

    assert 'name="chart" value="1/7/2025"' in year
    assert "Không đọc được ngày “mai”." in wrong
    assert 'name="chart" value="mai"' in wrong


@pytest.mark.parametrize("form", FORMS)
def test_every_form_asks_for_days_in_the_same_box(form):
    days = [name for name, field in form.base_fields.items() if isinstance(field, DayBox)]

    assert days
    for name in days:
        for typed in THE_FIRST_OF_JULY:
            assert form.base_fields[name].clean(typed) == JULY


@pytest.mark.parametrize("typed", THE_FIRST_OF_JULY)
def test_every_command_takes_a_day_however_it_is_written(commune, typed, tmp_path):
    told, asked = StringIO(), ["--from", typed, "--to", typed, "--chart", typed]

    call_command("figures", "--unit", f"777@{typed}", *asked, "--json", stdout=told)
    call_command("report", "--unit", "777", *asked, "--day", typed,
                 "--out", tmp_path / "a.docx", stdout=StringIO())  # fmt: skip
    call_command("units", "Thử", "--on", typed, stdout=StringIO())

    found = json.loads(told.getvalue())
    assert (found["from"], found["to"], found["chart"]) == ("2025-07-01",) * 3


@pytest.mark.parametrize(("typed", "words"), NO_DAYS.items())
def test_every_command_says_what_is_wrong_with_a_day(commune, typed, words, tmp_path):
    good = {"--from": "1/7/2025", "--to": "1/7/2025", "--chart": "1/7/2025", "--unit": "777"}
    asked = [
        *(("figures", good | {name: typed}) for name in ("--from", "--to", "--chart")),
        ("figures", good | {"--as-known": typed}),
        ("figures", good | {"--unit": f"777@{typed}"}),
        ("report", good | {"--day": typed, "--out": str(tmp_path / "a.docx")}),
    ]

    for command, options in asked:
        given = [word for pair in options.items() for word in pair]
        assert refusal(command, *given) == words
    assert refusal("units", "Thử", "--on", typed) == words


def refusal(command, *words):
    with pytest.raises(CommandError) as refused:
        call_command(command, *words)
    return str(refused.value)


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("1.12.2099", "2099-12-01T00:00:00+07:00"),
        ("2099-12-01T09:30", "2099-12-01T09:30:00+07:00"),
        ("2099-12-01T09:30:00+00:00", "2099-12-01T09:30:00+00:00"),
    ],
)
def test_what_was_known_is_asked_for_by_a_moment_or_the_beginning_of_a_day(commune, typed, known):
    told = StringIO()

    call_command("figures", "--unit", "777", "--from", "1/7/2025", "--to", "1/7/2025",
                 "--as-known", typed, "--json", stdout=told)  # fmt: skip

    assert json.loads(told.getvalue())["as_known"] == known


def test_what_is_no_moment_says_so(commune):
    asked = ("--unit", "777", "--from", "1/7/2025", "--to", "1/7/2025", "--as-known", "9:30")

    assert "“9:30” không phải là một lúc." in refusal("figures", *asked)
