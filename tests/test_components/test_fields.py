"""Fields: the mistake stands beside its field, and nothing typed is lost."""

import re

import pytest
from django import forms

from tests.test_components import piece, words


class MeetingForm(forms.Form):
    topic = forms.CharField(label="Chuyên đề", help_text="Như trong kế hoạch.")
    guests = forms.IntegerField(label="Số khách", required=False)
    how = forms.ChoiceField(
        label="Hình thức", choices=[("a", "Trực tiếp")], widget=forms.RadioSelect
    )
    sure = forms.BooleanField(label="Đã xem lại")


def test_a_mistake_stands_beside_its_field_and_is_announced_with_it():
    form = MeetingForm({"topic": "Học tập", "guests": "nhiều"})

    html = piece("field", field=form["guests"])

    assert 'id="id_guests_error"' in html
    assert 'aria-describedby="id_guests_error"' in html
    assert 'aria-invalid="true"' in html
    assert "#warn" in html
    assert 'value="nhiều"' in html


def test_help_is_announced_and_only_what_may_stay_empty_is_marked():
    form = MeetingForm()

    topic, guests = piece("field", field=form["topic"]), piece("field", field=form["guests"])

    assert 'aria-describedby="id_topic_helptext"' in topic
    assert 'id="id_topic_helptext"' in topic
    assert "không bắt buộc" not in topic
    assert "(không bắt buộc)" in guests


def test_choices_stand_in_a_fieldset_with_their_question_as_its_legend():
    html = piece("field", field=MeetingForm({})["how"])

    assert "<legend>Hình thức" in html
    assert 'aria-describedby="id_how_error"' in html


def test_a_single_box_to_tick_has_its_words_behind_it():
    html = piece("field", field=MeetingForm()["sure"])

    assert re.search(r"<input[^>]+checkbox[^>]+><span>Đã xem lại</span></label>", html)


def test_the_word_of_the_unit_stands_behind_the_box():
    assert words(piece("field", field=MeetingForm()["guests"], unit="lượt")).endswith("lượt")


@pytest.mark.parametrize(
    ("errors", "said"),
    [([], ""), (["Ngày chưa tới."], "Ngày chưa tới."), (["Một.", "Hai."], "Hai.")],
)
def test_a_refused_form_says_that_nothing_was_lost(errors, said):
    html = piece("errors", errors=errors)

    assert said in html
    assert ("vẫn còn nguyên" in html) is bool(errors)
