"""Every form into which people type is sealed; passwords, digits and files never are kept."""

import json
import re
from pathlib import Path

import pytest
from django import forms
from django.forms.forms import BaseForm
from django.urls import get_resolver, reverse

from lantoa.drafts.filling import filled
from lantoa.drafts.models import Draft
from lantoa.drafts.operations import SECRET
from lantoa.drafts.queries import form_at
from lantoa.keeping.operations.tables import tables
from lantoa.posts.models import Post
from lantoa.posts.operations import give_post
from lantoa.units.models import END
from tests import build
from tests.drafts.typing import end_sessions, opened

TEMPLATES = sorted((Path(__file__).parent.parent.parent / "lantoa").rglob("*.html"))
UNSEALED = {
    "desk/second_factor.html": "digits of a second factor",
    "desk/sign_in.html": "name and password",
    "office/add_passkey.html": "a password and a name, which the next step takes at once",
    "office/card_phones.html": "the name of a phone and a number to choose",
    "office/guidance_row.html": "a file",
    "office/own_factor.html": "digits of a second factor",
    "office/require_factor.html": "boxes to tick: nothing is typed",
    "office/set_up_factor.html": "digits of a second factor",
    "office/own_password.html": "passwords",
    "office/passkeys.html": "the password in use",
    "office/account.html": "passwords, and a day",
    "phone/card.html": "the digits of a card",
    "reader/paste.html": "a message may name people: it is kept nowhere",
    "reorganisation/approve.html": "nothing is typed there",
    "reports/layout.html": "a file",
}
"""Forms with boxes that are not kept, and why."""
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
BOX = re.compile(r"components/field\.html|\{\{ form\.\w+ \}\}|<textarea|section\.html")


def test_each_form_with_boxes_is_sealed_or_says_why_not():
    unsealed = {
        "/".join(path.parts[-2:])
        for path in TEMPLATES
        for form in FORM.findall(path.read_text("utf-8"))
        if 'method="post"' in form and BOX.search(form) and "typed_here" not in form
    }

    assert unsealed == set(UNSEALED)


def every_form(of=BaseForm):
    for each in of.__subclasses__():
        yield each
        yield from every_form(each)


def test_boxes_of_passwords_and_digits_bear_names_that_are_never_kept():
    get_resolver().url_patterns  # noqa: B018 - loads every form
    secret = {
        name
        for form in every_form()
        if form.__module__.startswith("lantoa.")
        for name, box in getattr(form, "base_fields", {}).items()
        if isinstance(box.widget, forms.PasswordInput)
        or box.widget.attrs.get("autocomplete") == "one-time-code"
    }

    assert secret
    assert secret <= SECRET


@pytest.mark.django_db
def test_a_first_password_is_not_kept_though_the_rest_of_its_page_is(client, commune, clerk):
    give_post(user=clerk, unit=commune, right=Post.Right.ADMIN, since=build.LONG_AGO, until=END,
              by=None, at=build.NOW)  # fmt: skip
    address, seal, _ = opened(client, reverse("office:open-account", args=[commune.uuid]))
    end_sessions()

    told = {"name": "Nguyễn Văn B", "password": "bí mật dài lắm", "again": "bí mật dài lắm"}
    client.post(address, {**told, "typist": seal})

    assert "Nguyễn Văn B" in Draft.objects.get().content
    assert "bí mật" not in Draft.objects.get().content


def test_what_was_typed_is_in_no_copy():
    assert "drafts.draft" not in [each.name for each in tables()]


PAGE = """<!doctype html><p>é<form action="/khac/"><input name="a" value="1"></form>
<form method="post" action="/day/">
<input type="hidden" name="typist" value="t"><input type=password name="password">
<input name="a" value="x &amp; y" required><input type="checkbox" name="b" value="1" checked>
<input type="checkbox" name="b" value="2"><input type="radio" name="e" value="">
<details><input name="g" value="1"></details>
<select name="c"><option value="" selected>–<option value="3">ba</select>
<details><summary>s</summary><details open><textarea name="d">
cũ</textarea></details></details><input type="file" name="f">
<button name="lam" value="z">Gửi</button>
</form>"""


def test_only_the_boxes_change_all_else_stays_letter_for_letter():
    boxes = {"a": '<i>"&', "b": "2", "c": "3", "d": "</textarea>mới", "e": "", "f": "f"}
    boxes |= {"g": "1", "lam": "q"}
    typed = json.dumps({name: [value] for name, value in boxes.items()})

    page = filled(PAGE, content=typed, action="/day/", notice="!")

    assert page == (
        PAGE.replace('<form method="post"', '!<form data-filled method="post"')
        .replace('<input name="a" value="x &amp; y" required>',
                 '<input name="a" value="&lt;i&gt;&quot;&amp;" required>')
        .replace('value="1" checked>', 'value="1">')
        .replace('name="b" value="2">', 'name="b" value="2" checked>')
        .replace('name="e" value="">', 'name="e" value="" checked>')
        .replace('<option value="" selected>', '<option value="">')
        .replace('<option value="3">', '<option value="3" selected>')
        .replace("<details><summary>", "<details open><summary>")
        .replace("\ncũ</textarea>", "\n&lt;/textarea&gt;mới</textarea>")
    )  # fmt: skip


def test_a_page_without_a_sealed_form_stays_as_it_is():
    page = PAGE.replace("typist", "khac")

    assert filled(page, content='{"a": ["z"]}', action="/day/", notice="!") == page


@pytest.mark.parametrize(
    ("page", "same"),
    [
        ("/ghi/?khoa=1", "/ghi/"),
        ("/ghi/?sort=a&khoa=1", "/ghi/?sort=a"),
        ("/doc/?so=5", "/doc/?so=5"),
        ("/ghi/", "/ghi/"),
    ],
)
def test_a_form_is_the_same_whenever_it_was_opened(page, same):
    assert form_at(page) == same
