"""How often the pages of a kind ask the database: as often of twenty records as of two."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.records.answers import TODAY, page, send, written
from tests.records.boxes import ASKED_FOR, right

FEW, MANY = 2, 20


@pytest.mark.parametrize("kind", ASKED_FOR, ids=lambda kind: kind.code)
def test_pages_of_a_kind_ask_as_often_however_many_records_there_are(kind, clerk, cell):
    for place in range(FEW):
        _record(kind, clerk, cell, place)
    asked_of_few = _statements(kind, clerk, cell)

    for place in range(FEW, MANY):
        _record(kind, clerk, cell, place)

    assert kind.done.model.objects.count() == MANY
    assert _statements(kind, clerk, cell) == asked_of_few


def _record(kind, clerk, cell, place):
    """Record one more, on a day of its own and under a name of its own; what is asked is meant."""
    beside = clerk.get(page(f"{kind.code}:record", cell)).context
    own = {"title": f"Việc thứ {place}", "topic": f"Buổi thứ {place}"}
    told = right(kind, beside["form"], last_day=written(TODAY - timedelta(days=place)))
    told |= {name: words for name, words in own.items() if name in told}
    told["key"] = beside["beside"]["key"].value()
    answer = send(clerk, f"{kind.code}:record", cell, told)
    if answer.status_code == 200:
        assert answer.context["form"].errors == {}
        still = answer.context["question"].marks
        answer = send(clerk, f"{kind.code}:record", cell, {**told, "still": still})
    assert answer.status_code == 302


def _statements(kind, clerk, cell):
    """Return how many statements each page asks, when it has been seen once before."""
    one = kind.done.model.objects.order_by("-last_day", "-pk").first()
    pages = {
        "list": page(f"{kind.code}:list", cell),
        "show": page(f"{kind.code}:show", one),
        "record": page(f"{kind.code}:record", cell) + "?key=0a0b0c0d-0000-4000-8000-000000000001",
        "correct": page(f"{kind.code}:correct", one),
        "unit": page("desk:unit", cell),
        "phone": reverse("phone:unit", args=[cell.uuid]),
    }
    return {name: _asked(clerk, address) for name, address in pages.items()}


def _asked(clerk, address):
    clerk.get(address)
    with CaptureQueriesContext(connection) as found:
        assert clerk.get(address).status_code == 200
    return len(found)
