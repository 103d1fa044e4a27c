"""What is typed into the pages of these tests, and how it is sent."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.timezone import localdate

from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.columns import SomeDay, WholeColumn, columns_of
from lantoa.records.works.models import BeneficiaryClass, Work

TODAY = localdate()
DAY = date(2026, 3, 10)


def written(day):
    return f"{day.day}/{day.month}/{day.year}"


def meeting(**more):
    return {
        "key": str(uuid4()),
        "sort": "thematic",
        "last_day": written(DAY),
        "topic": "Học tập chuyên đề",
        "events": "1",
        "members_present": "43",
        **more,
    }


def work(**more):
    return {
        "key": str(uuid4()),
        "sort": "road",
        "title": "Nâng cấp đường tổ 5",
        "last_day": written(DAY),
        "money_approximation": "exact",
        **more,
    }


def all_of_a_lot():
    """Return everything that a work may say: what few tell is a fact only where it is told."""
    more = [each for each in columns_of(Work) if each.asked == "more"]
    numbers = {each.name: "1.000" for each in more if isinstance(each, WholeColumn)}
    days = {each.name: "1/3/2026" for each in more if isinstance(each, SomeDay)}
    classes = {"classes": [BeneficiaryClass.objects.get(code="poor").pk]}
    return {**numbers, **days, **classes, "sort": "lot", "house": "", "cost_at": ""}


def indicator(**more):
    sort = Sort.objects.get(code="national-standard-schools")
    return {
        "key": str(uuid4()),
        "sort": str(sort.pk),
        "value": "54",
        "whole": "67",
        "last_day": written(DAY),
        "approximation": "exact",
        **more,
    }


KINDS = [
    ("meetings", meeting, Meeting),
    ("works", work, Work),
    ("indicators", indicator, Indicator),
]
each_kind = pytest.mark.parametrize(("kind", "asked", "model"), KINDS, ids=[k for k, *_ in KINDS])


def page(name, thing):
    return reverse(name, args=[thing.uuid])


def send(client, name, thing, answers):
    return client.post(page(name, thing), answers)


def text(answer):
    return answer.content.decode()


def seen(answer):
    """Return a page without the token that is new each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text(answer))


def told(answer):
    return [str(message) for message in get_messages(answer.wsgi_request)]
