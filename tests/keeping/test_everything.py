"""Every table of the project goes into a copy and comes back; so does one added tomorrow."""

import shutil

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction

from lantoa.keeping.operations.tables import tables
from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.keeping.queries.figures import root_figures
from lantoa.seals.queries import sealed_tables
from lantoa.trail.models import Entry, Home
from tests import build
from tests.keeping import everything, installation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("key")]
PASSING = {"people.slowing", "people.machine", "drafts.draft", "drafts.sentpage"}
"""What no copy holds: machines that are signed in, wrong tries, what was typed and not saved."""

UNSEALED = {
    "people.factor", "guidance.obligation", "matters.timelimit", "persons.namelook",
    "reader.finding", "reader.synonym", "practices.practicefield", "practices.servicemeasure",
    "works.worksort", "works.beneficiaryclass", "giving.givergroup", "indicators.sort",
    "indicators.indicatortarget", "commendations.awardform", "commendations.awardquota",
    "inspections.inspectiontheme", "ratings.scoresheet", "ratings.ratingquota",
    "record.popularmovement",
}  # fmt: skip
"""Why these have no seals stands in docs/adr/0062-signed-copies.md."""


def figures():
    return root_figures(known_at=build.NOW)


def test_no_table_of_a_full_installation_is_empty():
    everything.populate()

    empty = sorted(name for name, rows in installation.every_row().items() if not rows)

    assert empty == [], "tests/keeping/everything.py writes down no row of these tables"


def test_every_table_of_ours_is_copied_but_for_what_passes():
    ours = {
        model._meta.label_lower
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("lantoa.")
    }

    assert ours - {each.name for each in tables()} == PASSING


def test_every_table_that_is_copied_has_seals_but_for_those_of_which_it_is_said_why():
    held = {each.model for each in tables()}
    sealed = [table.model for table in sealed_tables().values()]
    named = {column.remote_field.through for model in sealed for column in model._meta.many_to_many}
    itself = {Home, Entry}

    left = held - set(sealed) - named - itself

    assert {model._meta.label_lower for model in left} == UNSEALED


def test_every_row_of_every_table_comes_back_with_every_figure(tmp_path):
    before = transaction.savepoint()
    everything.populate()
    call_command("backup", tmp_path / "sao-luu.zip")
    rows, files, told = installation.every_row(), installation.every_file(), figures()
    transaction.savepoint_rollback(before)
    for folder in ("proofs", "layouts"):
        shutil.rmtree(tmp_path / folder)
    assert not any(installation.every_row().values())

    call_command("restore", tmp_path / "sao-luu.zip")

    found = verified(InDatabase())
    assert found.faults == []
    assert found.rows > 150
    for name, lines in installation.every_row().items():
        assert lines == rows[name], name
    assert installation.every_file() == files
    assert figures() == told
    assert len({key.split(" ")[2] for key, line in told.items() if line[1]}) > 25
