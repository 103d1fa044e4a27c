"""A figure of a sort that nobody recorded is not known: it is never counted as nothing."""

import pytest

from lantoa.figures.period import Period
from lantoa.records.record.sums import Scope, Wanted
from tests.records.answers import TODAY, page, send
from tests.records.boxes import ASKED_FOR, right


@pytest.mark.parametrize("kind", ASKED_FOR, ids=lambda kind: kind.code)
def test_of_one_record_nothing_is_counted_but_what_it_says(kind, clerk, cell):
    shown = clerk.get(page(f"{kind.code}:record", cell)).context
    told = right(kind, shown["form"], key=shown["beside"]["key"].value())
    answer = send(clerk, f"{kind.code}:record", cell, told)
    of_cell = Scope([cell.pk], Period.on(TODAY))

    measures = kind.counted.measures()
    found = kind.counted.count(measures, Wanted([of_cell], together=of_cell, by_days=of_cell))

    assert answer.status_code == 302
    for figures in (*[own[cell.pk] for own in found.own], found.together, *_by_days(found)):
        nothing = [m.code for m, figure in zip(measures, figures, strict=True) if figure == 0]
        assert nothing == []


def _by_days(found):
    return [each.figures for each in found.by_days]
