"""No English reaches a page: Django's own messages, and what is said of signs nobody sees."""

import ast
import re
from pathlib import Path

import django
import pytest
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from lantoa.records.record.kinds import kinds
from lantoa.units.models import Kind
from tests import build
from tests.reorganisation.pages import sign_in

DJANGO = Path(django.__file__).parent


@pytest.fixture
def commune():
    return build.unit("Đảng bộ xã", kind=Kind.COMMUNE)


def text(answer):
    return answer.content.decode()


MODULES = [
    "core/validators.py", "forms/fields.py", "forms/models.py", "forms/formsets.py",
    "forms/utils.py", "forms/widgets.py", "db/models/fields/__init__.py",
    "db/models/fields/related.py", "db/models/fields/json.py", "db/models/base.py",
    "db/models/constraints.py", "contrib/auth/forms.py", "contrib/auth/password_validation.py",
    "contrib/auth/base_user.py", "contrib/auth/validators.py",
]  # fmt: skip
"""Where Django keeps what may reach a page."""
SAYING = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
SAID = re.compile(r"[A-Z“%{].* .*[.]$")
"""A sentence; the rest are names of columns and buttons that only other programs show."""
NEVER_SHOWN = ("Raw passwords are not stored", "Whether the user will be able", "Enable password-")
"""Sentences of the pages of Django's own administration, which we do not have."""


def messages_of(module):
    for node in ast.walk(ast.parse((DJANGO / module).read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAYING:
            yield [each.value for each in node.args if isinstance(each, ast.Constant)]


@pytest.mark.parametrize("module", MODULES)
def test_django_says_everything_in_vietnamese(module):
    said = [each for each in messages_of(module) if each and SAID.search(each[0])]
    english = [
        each[0]
        for each in said
        if (gettext(each[0]) if len(each) == 1 else ngettext(*each[:2], 2)) in each
        and not each[0].startswith(NEVER_SHOWN)
    ]

    assert english == []


def test_the_written_words_are_those_that_were_compiled():
    folder = Path(__file__).parent.parent.parent / "lantoa/locale/vi/LC_MESSAGES"
    source = (folder / "django.po").read_text("utf-8")
    told = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', source, re.MULTILINE)

    assert len(told) > 35
    assert [(gettext(english), words) for english, words in told if gettext(english) != words] == []


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [each.code for each in kinds() if each.pages.form])
def test_an_invisible_sign_in_any_box_is_refused_in_words(client, commune, kind):
    sign_in(client, build.clerk(commune))
    address = reverse(f"{kind}:record", args=[commune.uuid])
    boxes = {*re.findall(r'name="(\w+)"', text(client.get(address)))} - {"typist", "papers"}

    for box in boxes:
        answer = client.post(address, dict.fromkeys(boxes, "1") | {box: "a\x00b"})
        assert (box, answer.status_code) == (box, 200)
        assert "Null" not in text(answer)
        assert "not a" not in text(answer)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["username", "password", "next"])
def test_an_invisible_sign_on_the_sign_in_page(client, name):
    told = {"username": "van-thu", "password": "x", "next": "/"} | {name: "a\x00b"}

    answer = client.post(reverse("desk:sign-in"), told)

    assert answer.status_code == 200
    assert "Null" not in text(answer)
