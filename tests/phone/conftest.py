"""A ward with two cells, and the card of the first."""

import pytest

from lantoa.guidance.operations import adopt_known
from lantoa.posts.operations import open_cells
from lantoa.posts.operations.opening import NewCell
from lantoa.units.models import Kind
from tests import build
from tests.phone.cards import issue


@pytest.fixture(autouse=True)
def _known(db):
    adopt_known()


@pytest.fixture
def ward():
    return build.root("Đảng bộ phường", kind=Kind.COMMUNE, code="P")


@pytest.fixture
def clerk(ward):
    return build.clerk(ward)


@pytest.fixture
def cells(ward, clerk):
    rows = [NewCell("Chi bộ khóm 1", Kind.CELL, 25), NewCell("Chi bộ khóm 2", Kind.CELL, 30)]
    return open_cells(ward, rows, by=clerk, at=build.NOW, on=build.LONG_AGO)


@pytest.fixture
def card(cells, clerk):
    return issue(cells[0], clerk)
