"""A refusal is shown on its form whatever box it names: a page never fails over it."""

import re
from pathlib import Path

import pytest
from django import forms
from django.core.exceptions import ValidationError

from lantoa.formats.refusals import put

LANTOA = Path(__file__).parent.parent / "lantoa"
PAST_THE_DOOR = re.compile(r"""add_error\((None|["'][a-z_]+["']), (refusal|fault)\)""")


class Payment(forms.Form):
    """A form of two boxes, one of which nobody sees."""

    amount = forms.IntegerField()
    seen = forms.CharField(widget=forms.HiddenInput)


@pytest.fixture
def form():
    sent = Payment({"amount": "5", "seen": "x"})
    assert sent.is_valid()
    return sent


@pytest.mark.parametrize("box", ["gone", "__all__", "seen"])
def test_a_refusal_of_a_box_that_nobody_sees_stands_on_top(form, box):
    put(ValidationError({box: ["Đã có quỹ tên này.", "Hãy mở lại trang."]}), on=form)

    assert form.errors == {"__all__": ["Đã có quỹ tên này.", "Hãy mở lại trang."]}


def test_a_refusal_of_several_boxes_stands_beside_each(form):
    put(ValidationError({"amount": "Số này lớn quá.", "gone": "Hãy ghi căn cứ."}), on=form)

    assert form.errors == {"amount": ["Số này lớn quá."], "__all__": ["Hãy ghi căn cứ."]}


def test_a_refusal_that_names_no_box_stands_beside_the_one_that_is_meant(form):
    put(ValidationError("Hết tiền.", code="short"), on=form, beside="amount")

    assert form.has_error("amount", code="short")


def test_a_refusal_that_names_a_box_keeps_it_though_another_was_meant(form):
    put(ValidationError({"gone": "Khác."}), on=form, beside="amount")

    assert form.errors == {"__all__": ["Khác."]}


def test_every_page_puts_refusals_by_the_one_rule():
    files = [each for each in LANTOA.rglob("*.py") if "views" in str(each.relative_to(LANTOA))]

    strays = [each.name for each in files if PAST_THE_DOOR.search(each.read_text(encoding="utf-8"))]

    assert strays == []
