"""Limits of time are dated data with a source; the administrator of a root changes them."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from lantoa.matters.models import TimeLimit
from lantoa.matters.operations import adopt_known, set_limit
from lantoa.matters.queries import limit_on, limits_on, usual_due
from lantoa.posts.models import Post
from lantoa.units.models import Kind
from tests import build
from tests.outrun import outrun

pytestmark = pytest.mark.django_db
CODE, SINCE = "matters.opinion", date(2027, 1, 1)


@pytest.fixture
def root():
    adopt_known()
    return build.unit("Tỉnh")


def admin(of):
    return build.clerk(of, Post.Right.ADMIN)


def changed(root, by=None, **more):
    said = {"days": 7, "since": SINCE, "source": "Quy chế 3-QC/ĐU"} | more
    return set_limit(CODE, by=by or admin(root), at=build.NOW, root=root, **said)


def test_a_known_limit_is_taken_in_once_and_holds_from_its_day(root):
    adopt_known()

    assert TimeLimit.objects.filter(code=CODE).count() == 1
    assert limit_on(CODE, on=date(2025, 6, 30)) is None
    assert limit_on(CODE, on=date(2025, 7, 1)) == 10
    assert usual_due("opinion", on=date(2026, 3, 1)) == date(2026, 3, 11)
    assert usual_due("proposal", on=date(2026, 3, 1)) is None


def test_a_change_holds_from_its_day_on_and_not_before(root):
    changed(root)

    assert limit_on(CODE, on=date(2026, 12, 31)) == 10
    assert limit_on(CODE, on=SINCE) == 7
    assert limits_on(CODE)[CODE].days_on(SINCE) == 7


def test_said_again_it_is_the_same_row_and_said_otherwise_it_takes_its_place(root):
    first, again, other = changed(root), changed(root), changed(root, days=None)

    assert first.pk == again.pk != other.pk
    assert limit_on(CODE, on=SINCE) is None


@pytest.mark.parametrize(("more", "field"), [({"days": 0}, "days"), ({"days": 401}, "days"),
                                             ({"source": " "}, "source")])  # fmt: skip
def test_no_number_of_days_and_no_source_are_refused(root, more, field):
    with pytest.raises(ValidationError) as refusal:
        changed(root, **more)

    assert list(refusal.value.message_dict) == [field]


def test_only_who_administers_a_root_changes_it(root):
    commune = build.unit("Xã", under=root, kind=Kind.COMMUNE)

    for place, by in ((commune, admin(commune)), (root, build.clerk(root))):
        with pytest.raises(PermissionDenied):
            changed(place, by=by)


def test_a_change_that_another_made_in_between_is_refused_in_words(root):
    known = TimeLimit.objects.get(code=CODE)
    quicker = TimeLimit(
        code=CODE, label=known.label, days=5, since=SINCE, source="Quy chế 2", recorded_at=build.NOW
    )

    with pytest.raises(ValidationError, match="vừa có người khác"), outrun(quicker):
        changed(root)
    assert limit_on(CODE, on=SINCE) == 10
