"""What stands in the boxes of an entry, and which words they refuse."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lantoa.records.record.forms import DayBox, PhraseBox


def test_a_box_shows_a_day_as_people_write_it_and_leaves_alone_what_was_typed():
    box = DayBox()

    assert box.prepare_value(date(2026, 10, 3)) == "3/10/2026"
    assert box.prepare_value("31/2/2026") == "31/2/2026"


def test_words_are_kept_composed_and_without_identity_numbers():
    words = PhraseBox(longest=40)

    assert words.clean("Ho\u0323c  ta\u0323\u0302p") == "Học tập"
    with pytest.raises(ValidationError, match="căn cước"):
        words.clean("ông A, 089203001234")
    with pytest.raises(ValidationError, match="tối đa 40"):
        words.clean("a" * 41)
