"""A kind of record is one folder and one line in INSTALLED_APPS: the house finds it everywhere."""

import json
import os
import re
import subprocess
import sys
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from lantoa.records.record.columns import columns_of
from lantoa.records.record.kinds import FLOORS, KindConfig, kind_of, kinds

HOME = Path(__file__).parent.parent.parent
EVERY_KIND = [pytest.param(kind, id=kind.code) for kind in kinds()]
ASKED_FOR = [pytest.param(kind, id=kind.code) for kind in kinds() if kind.pages.form]


def test_a_kind_that_was_just_declared_is_found_everywhere(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "tests.throwaway"],
        cwd=HOME,
        env=os.environ | {"LANTOA_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert run.returncode == 0, run.stderr
    places = json.loads(run.stdout)
    assert len(places) > 12
    assert [place for place, is_there in places.items() if not is_there] == []


@pytest.mark.parametrize(("file", "name"), FLOORS.items())
def test_a_kind_without_one_of_its_declarations_is_told_which(file, name):
    bare = KindConfig("tests.throwaway.bare", import_module("tests.throwaway.bare"))

    with pytest.raises(ImproperlyConfigured, match=f"bare declares no {name} in {file}.py"):
        bare.declared(file)


def test_a_kind_that_is_not_there_is_not_found():
    with pytest.raises(LookupError, match="no kind of record chimneys"):
        kind_of("chimneys")


def test_every_folder_of_a_kind_is_installed():
    folders = {each.parent.name for each in (HOME / "lantoa/records").glob("*/models.py")}

    missing = folders - {"record"} - {kind.code for kind in kinds()}
    assert missing == set(), f"not in INSTALLED_APPS of lantoa/settings.py: {sorted(missing)}"


def test_every_icon_that_a_kind_names_is_drawn():
    drawn = set(
        re.findall(r'<symbol id="([a-z-]+)"', (HOME / "lantoa/static/icons.svg").read_text())
    )
    named = {kind.pages.icon for kind in kinds()}
    named |= {action.icon for kind in kinds() for action in kind.pages.actions}

    missing = {each for each in named if each} - drawn
    assert missing == set(), f"no such icon in lantoa/static/icons.svg: {sorted(missing)}"


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_floor_of_a_kind_speaks_of_the_same_table(kind):
    model = kind.done.model

    assert kind.counted.model is model
    assert kind.sheet.model is model
    assert kind.pages.form is None or kind.pages.form._meta.model is model


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_the_sheet_of_a_kind_has_a_head_for_each_of_its_columns_and_no_head_twice(kind):
    heads = [column.head for column in kind.sheet.columns()]

    assert len(heads) == len(set(heads))
    assert len(heads) >= len([column for column in columns_of(kind.done.model) if column.part])


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_what_the_eye_meets_first_is_counted_by_the_kind_itself(kind):
    known = {measure.code for measure in kind.counted.sums}
    shown = kind.counted.shown
    named = {*shown.headlines, *shown.over_time, *shown.over_units}
    named |= {code for code, _ in shown.of_children} | {share.code for share in shown.shares}

    assert named <= known


@pytest.mark.django_db
def test_the_command_lists_every_kind_with_its_columns_measures_and_who_owes_it():
    call_command("update", stdout=StringIO())
    out = StringIO()
    call_command("kinds", json=True, stdout=out)
    told = {each["code"]: each for each in json.loads(out.getvalue())}

    assert list(told) == [kind.code for kind in kinds()]
    for kind in kinds():
        names = [column["name"] for column in told[kind.code]["columns"]]
        assert names == [each.name for each in columns_of(kind.done.model) if each.part]
        assert len(told[kind.code]["measures"]) == len(kind.counted.measures())
    assert "cell" in [each["kind"] for each in told["meetings"]["owed_by"]]
    assert told["works"]["owed_by"] == []
