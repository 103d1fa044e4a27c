"""Whole outputs as golden texts: what no other test names is noticed here when it changes."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from lantoa.demonstration.operations.papers import PAPER_DAY, PAPERS
from lantoa.figures.question import Question
from lantoa.people.models import User
from lantoa.reports.operations import file_of
from lantoa.reports.queries import Request, report
from lantoa.units.queries import find_unit
from tests.plain import is_golden, lines_of_json, lines_of_page, lines_of_word
from tests.reorganisation.pages import sign_in

pytestmark = pytest.mark.usefixtures("demonstration")
DAYS = "?from=2021-05-18&to=2024-06-30"
YEAR = "?from=2025-01-01&to=2025-12-31"


def asked(client, account: str, name: str, code: str, *more: str, days: str) -> list[str]:
    """Return what a page of the desk says to an account of the demonstration."""
    sign_in(client, User.objects.get(username=account))
    address = reverse(f"desk:{name}", args=[find_unit(code).uuid, *more])
    return lines_of_page(client.get(address + days).content)


def test_the_page_of_a_district_says_what_it_always_did(client):
    lines = asked(client, "quan-tri", "unit", "894", days=DAYS)

    assert is_golden("page-thoai-son.txt", lines)


def test_the_page_of_the_invented_commune_says_what_it_always_did(client):
    lines = asked(client, "quan-tri-xa-mau", "unit", "MAU", days=YEAR)

    assert is_golden("page-xa-mau.txt", lines)


def test_an_opened_figure_says_which_records_it_is_made_of(client):
    lines = asked(client, "quan-tri", "measure", "894", "meetings.members", days=DAYS)

    assert is_golden("opened-thoai-son.txt", lines)


def test_an_opened_figure_says_which_units_it_is_made_of(client):
    lines = asked(client, "quan-tri-xa-mau", "measure", "MAU", "works.money", days=YEAR)

    assert is_golden("opened-xa-mau.txt", lines)


def printed(*more: str) -> str:
    out = StringIO()
    days = ("--from", "18/5/2021", "--to", "30/6/2024")
    call_command("figures", "--unit", "894", *days, *more, stdout=out)
    return out.getvalue()


def test_the_command_of_figures_prints_what_it_always_did():
    assert is_golden("figures-thoai-son.txt", printed().splitlines())


def test_the_command_of_figures_answers_programs_what_it_always_did():
    assert is_golden("figures-thoai-son.json.txt", lines_of_json(printed("--json")))


def test_the_report_of_the_invented_commune_with_its_annexes_reads_as_it_always_did():
    paper = next(paper for paper in PAPERS if paper.name == "xa-mau")
    request = Request(Question(find_unit(paper.code).pk, paper.period), day=PAPER_DAY)

    content = file_of(report(request), profile=request.profile, kind="docx")

    assert is_golden("report-xa-mau.txt", lines_of_word(content))
