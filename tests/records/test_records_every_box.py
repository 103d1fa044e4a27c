"""Every box of every kind refuses what is wrong with it beside itself, and loses nothing."""

import re
from urllib.parse import parse_qsl
from uuid import uuid4

import pytest
from django.utils.html import escape

from lantoa.records.record.columns import columns_of
from tests.odd import ENGLISH
from tests.records.answers import page, send, text
from tests.records.boxes import ASKED_FOR, OF_THE_RECORD, right, wrong_together

each_kind = pytest.mark.parametrize("kind", ASKED_FOR, ids=lambda kind: kind.code)
LINKED = re.compile(r'<a href="\?([^"]+)"')
VIETNAMESE = re.compile("[ăâđêôơưàảãạáầấậằắặẻẽẹéếềệìỉĩịíòỏõọóồốộờớợùủũụúừứựỳỷỹỵý]", re.IGNORECASE)


@pytest.fixture
def form(kind, clerk, cell):
    """The form of the kind as it is first shown."""
    return shown(kind, clerk, cell)


def shown(kind, clerk, cell, **filled):
    return clerk.get(page(f"{kind.code}:record", cell), filled).context["form"]


def forms_of(kind, clerk, cell):
    """Return the forms by which a kind is asked, by links of its page too; their boxes differ."""
    first = text(clerk.get(page(f"{kind.code}:record", cell)))
    ways, seen = [dict(parse_qsl(each)) for each in LINKED.findall(first)], set()
    for filled in ({}, *ways, *[action.filled for action in kind.pages.actions]):
        form = shown(kind, clerk, cell, **filled)
        if form.fields.keys() - seen:
            seen |= form.fields.keys()
            yield form


@each_kind
def test_the_least_that_is_asked_is_recorded(kind, form, clerk, cell):
    answer = _sent(kind, clerk, cell, right(kind, form))

    assert answer.status_code == 302, answer.context["form"].errors
    assert kind.done.model.objects.count() == 1


@each_kind
def test_every_column_that_is_asked_for_has_a_box(kind, clerk, cell):
    asked = {each.name for each in columns_of(kind.done.model) if each.asked != "import"}

    boxes = {name for form in forms_of(kind, clerk, cell) for name in form.fields}

    assert asked - boxes == {"key"}


@each_kind
def test_every_box_refuses_what_is_wrong_with_it_and_nothing_typed_is_lost(kind, clerk, cell):
    faults, kinds_of_wrong = {}, set()
    for form in forms_of(kind, clerk, cell):
        asked = right(kind, form, note="còn nguyên")
        for what, wrong in wrong_together(form).items():
            kinds_of_wrong.add(what)
            if found := _faults(kind, clerk, cell, asked, wrong):
                faults[what] = found

    assert {"too long", "letters", "an identity number", "nothing"} <= kinds_of_wrong
    assert faults == {}
    assert not kind.done.model.objects.exists()


@each_kind
@pytest.mark.parametrize("wrong", OF_THE_RECORD, ids=str)
def test_a_day_on_which_the_unit_did_nothing_yet_is_refused(kind, wrong, form, clerk, cell):
    asked = right(kind, form, note="còn nguyên")

    assert _faults(kind, clerk, cell, asked, wrong) == []
    assert not kind.done.model.objects.exists()


def _sent(kind, clerk, cell, told):
    return send(clerk, f"{kind.code}:record", cell, {"key": str(uuid4()), **told})


def _faults(kind, clerk, cell, asked, wrong):
    """Say what is wrong with how a page refuses answers: nothing, where it does it well."""
    told = asked | wrong
    answer = _sent(kind, clerk, cell, told)
    if answer.status_code != 200:
        return [f"answered {answer.status_code}"]
    asked_again, seen = answer.context["form"], text(answer)
    found = [f"English: {each}" for each in ENGLISH if each in seen]
    for name in wrong:
        said = asked_again.errors.get(name, [])
        found += [] if said else [f"not said beside {name}"]
        found += [f"no Vietnamese: {each}" for each in said if not VIETNAMESE.search(each)]
        found += [] if _is_found(asked_again[name], seen) else [f"no way to {name}"]
    return found + [f"lost {each}" for each in told if not _holds(asked_again, each, told[each])]


def _is_found(box, seen):
    """Tell whether the top of the page leads to a box; of a hidden one it can only speak."""
    ways = box.errors if box.is_hidden else [f'href="#id_{box.name}"']
    return all(escape(each) in seen if box.is_hidden else each in seen for each in ways)


def _holds(form, name, typed):
    held = form[name].value() if name in form.fields else typed
    if isinstance(held, list):
        return [str(each) for each in held] == (typed if isinstance(typed, list) else [typed])
    return str(held) == str(typed)
