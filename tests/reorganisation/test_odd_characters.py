"""What nobody types into the boxes of decisions is answered in words, box by box."""

import pytest

from lantoa.acts.models import Act
from tests.odd import ODD, answers_in_words, boxes
from tests.reorganisation.pages import HEAD, page, sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_each_box_of_a_decision_answers_in_words(client, land, author, odd):
    sign_in(client, author)
    first = {"viec-sort": "move", "viec-unit": "30682", "viec-parent": "89"}
    client.post(page("draft-by-hand", land.province), HEAD | first)
    act = Act.objects.get()
    shown = [
        (page("draft", land.province), HEAD),
        (page("draft-by-hand", land.province), HEAD | first),
        (page("redraft", land.province, act.uuid), HEAD),
        (page("add-step", land.province, act.uuid), {"sort": "move", "unit": "30706"}),
        (page("approve", land.province, act.uuid), {}),
        (page("reverse", land.province, act.uuid), {}),
    ]

    for url, base in shown:
        names = boxes(client.get(url).content.decode())
        answers_in_words(client, url, names=names or ["fingerprint", "reason"], odd=odd, base=base)
    client.post(page("drop-step", land.province, act.uuid, 1), {"of": "\x00"})
    answers_in_words(client, page("drop", land.province, act.uuid), names=["x"], odd=odd)


@pytest.mark.parametrize("odd", [each for each in ODD.values() if isinstance(each, str)])
def test_each_question_in_an_address_answers_in_words(client, land, author, odd):
    sign_in(client, author)
    for name in ("compare", "life", "acts"):
        for box in ("tu", "den", "ngay", "q", "khoa", "trang"):
            answer = client.get(page(name, land.province), {box: odd})
            assert answer.status_code < 500
