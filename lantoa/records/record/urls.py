"""The addresses of every kind of record."""

from collections.abc import Iterator
from functools import partial

from django.urls import URLPattern, URLResolver, include, path

from lantoa.records.record.kinds import KindConfig, kinds
from lantoa.records.record.views import (
    bring_back_page,
    confirm_page,
    correct_page,
    end_page,
    kept_page,
    list_page,
    nothing_page,
    record_page,
    sheet_page,
    show_page,
    step_page,
    unsay_page,
    unstep_page,
    withdraw_page,
)


def every_kind() -> Iterator[URLResolver]:
    """Yield the addresses of each kind, under its code as their name space."""
    for kind in kinds():
        yield path("", include(([*addresses_of(kind), *kind.pages.more], kind.code)))


def addresses_of(kind: KindConfig) -> Iterator[URLPattern]:
    """Yield the addresses that one kind has like every other."""
    word = kind.pages.word
    yield path(f"{word}/<uuid:record>/", partial(show_page, kind=kind), name="show")
    yield path(f"{word}/<uuid:record>/huy-ghi/", partial(withdraw_page, kind=kind), name="withdraw")
    back, confirm = partial(bring_back_page, kind=kind), partial(confirm_page, kind=kind)
    yield path(f"{word}/<uuid:record>/khoi-phuc/", back, name="bring-back")
    yield path(f"{word}/<uuid:record>/dung-nhu-vay/<uuid:doubt>/", confirm, name="confirm")
    for kept in kind.pages.lists:
        here = f"don-vi/<uuid:unit>/danh-muc/{kept.word}"
        seen, end = (
            partial(kept_page, kind=kind, kept=kept),
            partial(end_page, kind=kind, kept=kept),
        )
        yield path(f"{here}/", seen, name=f"list-{kept.word}")
        yield path(f"{here}/<uuid:row>/", end, name=f"end-{kept.word}")
    if kind.done.model.steps:
        yield path(f"{word}/<uuid:record>/buoc/", partial(step_page, kind=kind), name="step")
        unstep = partial(unstep_page, kind=kind)
        yield path(f"{word}/<uuid:record>/buoc/<uuid:step>/bo/", unstep, name="unstep")
    if kind.pages.form:
        unit = f"don-vi/<uuid:unit>/{word}"
        yield path(f"{unit}/", partial(list_page, kind=kind), name="list")
        yield path(f"{unit}/bang-tinh/", partial(sheet_page, kind=kind), name="sheet")
        yield path(f"{unit}/ghi/", partial(record_page, kind=kind), name="record")
        nothing, unsay = partial(nothing_page, kind=kind), partial(unsay_page, kind=kind)
        yield path(f"{unit}/khong-phat-sinh/", nothing, name="nothing")
        yield path(f"{word}/khong-phat-sinh/<uuid:said>/bo/", unsay, name="unsay")
        correct = partial(correct_page, kind=kind)
        yield path(f"{word}/<uuid:record>/dinh-chinh/", correct, name="correct")
