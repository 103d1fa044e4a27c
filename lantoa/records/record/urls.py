"""The addresses that every kind of record has."""

from collections.abc import Iterator
from functools import partial

from django.urls import URLPattern, path

from lantoa.records.record.views import (
    Kind,
    correct_page,
    list_page,
    nothing_page,
    record_page,
    show_page,
    unsay_page,
    withdraw_page,
)


def pages(kind: Kind, *, word: str) -> Iterator[URLPattern]:
    """Yield the addresses of one kind of record; `word` is what they call it."""
    yield path(f"{word}/<uuid:record>/", partial(show_page, kind=kind), name="show")
    yield path(f"{word}/<uuid:record>/huy-ghi/", partial(withdraw_page, kind=kind), name="withdraw")
    if kind.form:
        unit = f"don-vi/<uuid:unit>/{word}"
        yield path(f"{unit}/", partial(list_page, kind=kind), name="list")
        yield path(f"{unit}/ghi/", partial(record_page, kind=kind), name="record")
        nothing, unsay = partial(nothing_page, kind=kind), partial(unsay_page, kind=kind)
        yield path(f"{unit}/khong-phat-sinh/", nothing, name="nothing")
        yield path(f"{word}/khong-phat-sinh/<uuid:said>/bo/", unsay, name="unsay")
        correct = partial(correct_page, kind=kind)
        yield path(f"{word}/<uuid:record>/dinh-chinh/", correct, name="correct")
