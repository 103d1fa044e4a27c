"""The chapters of a report come in the order of the form, each with what its kinds have to say."""

from dataclasses import replace
from datetime import date

import pytest

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.paper import ToWrite
from lantoa.prescribed.queries import Chapter, KindPart, KindTable, UnitTable
from lantoa.records.outreach.models import Outreach
from lantoa.records.outreach.operations import DONE as OUTREACH
from lantoa.records.record.paper import Papers
from lantoa.reports.queries.annexes import annexes_of
from lantoa.reports.queries.chapters import sections_of
from lantoa.reports.queries.facts import Facts, facts_of
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)
WRITE = ToWrite("truyền thanh")


@pytest.fixture
def facts() -> Facts:
    """A commune of one cell that held a talk."""
    commune = build.unit("Đảng bộ xã Thử", kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ ấp Đông", under=commune)
    build.meeting(at=cell, on=date(2026, 3, 10), sort="talk", members_present=9)
    return facts_of(Question(commune.pk, YEAR))


def said(papers: Papers, *asked: KindPart | ToWrite):
    [section] = sections_of((Chapter("Công tác tuyên truyền", asked),), papers)
    return section.paragraphs


def test_under_a_heading_stands_what_kinds_say_and_where_to_write_in_the_order_of_the_form(facts):
    talk = "Tổ chức 1 buổi tọa đàm, kể chuyện về Bác."

    spread, cells = KindPart("meetings", "spreading"), KindPart("meetings", "cells")

    assert said(facts.papers, spread, WRITE) == (talk, WRITE)
    assert said(facts.papers, WRITE, spread, cells) == (
        WRITE, talk, "Số kỳ sinh hoạt chi bộ: chưa có số.",
    )  # fmt: skip


@pytest.mark.parametrize("part", [KindPart("gone", "spreading"), KindPart("meetings", "gone")])
def test_a_kind_or_part_that_is_not_there_leaves_the_place_to_write(facts, part):
    assert said(facts.papers, part, WRITE) == (WRITE,)
    assert said(facts.papers, part) == (ToWrite("công tác tuyên truyền"),)


def test_a_heading_of_chapters_leaves_no_place_of_its_own(facts):
    inner = Chapter("Trong", (WRITE,))

    [section] = sections_of((Chapter("NGOÀI", (), (inner,)),), facts.papers)

    assert section.paragraphs == ()
    assert [each.paragraphs for each in section.parts] == [(WRITE,)]


def test_tables_come_in_the_order_of_the_form_and_those_that_nobody_draws_not_at_all(facts):
    by_unit = next(each for each in facts.form.tables if isinstance(each, UnitTable))
    asked = (
        KindTable("gone", "contents"), KindTable("meetings", "gone"), by_unit,
        KindTable("works", "listed"), replace(by_unit, kind="gone"),
        KindTable("meetings", "contents"),
    )  # fmt: skip

    names = [
        each.name for each in annexes_of(replace(facts, form=replace(facts.form, tables=asked)))
    ]

    assert names == ["Theo đơn vị", "Nội dung học tập"]


def test_a_kind_has_its_table_by_unit_only_where_somebody_told_of_it():
    commune = build.unit("Đảng bộ xã Thử", kind=Kind.COMMUNE)
    asked = Question(commune.pk, YEAR)
    before = {each.name for each in annexes_of(facts_of(asked))}
    day = date(2026, 3, 10)
    entry = Outreach(unit=commune, key="o", sort="news", title="Tin", first_day=day, last_day=day)
    OUTREACH.record(by=build.recorder(), at=build.NOW, entry=entry)

    after = {each.name for each in annexes_of(facts_of(asked))}

    assert after - before == {"Tuyên truyền"}
