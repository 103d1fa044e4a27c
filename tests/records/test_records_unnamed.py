"""A kind of record is found through its folder: nobody outside the records names one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lantoa.records.record.kinds import kinds

HOME = Path(__file__).parent.parent.parent / "lantoa"
CODES = "|".join(kind.code for kind in kinds())
NAMING = re.compile(rf"(?:lantoa\.records\.)?(?:{CODES})(?:[.:].*)?")
IN_TEMPLATES = re.compile(rf"['\"](?:{CODES})[:./]")


def named_in(source: str) -> Iterator[str]:
    """Yield the kinds that a module imports or writes as a code: "works", "works.money"."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            words = [f"{node.module}.{each.name}" for each in node.names]
        elif isinstance(node, ast.Import):
            words = [each.name for each in node.names]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = [node.value]
        else:
            continue
        yield from (each for each in words if NAMING.fullmatch(each))


KNOWING = {"records", "demonstration"}
"""The rooms that may name kinds: those of the kinds themselves, and what `make demo` loads."""
ROOMS = sorted(
    each.name
    for each in HOME.iterdir()
    if (each / "__init__.py").exists() and each.name not in KNOWING
)


@pytest.mark.parametrize("room", [*ROOMS, "records/record"])
def test_no_module_and_no_template_of_a_room_names_a_kind(room):
    modules = {path: list(named_in(path.read_text("utf-8"))) for path in files(room, "py")}
    pages = {path: IN_TEMPLATES.findall(path.read_text("utf-8")) for path in files(room, "html")}

    assert modules
    assert {path: named for path, named in (modules | pages).items() if named} == {}


def files(room: str, suffix: str) -> Iterator[Path]:
    return (each for each in (HOME / room).rglob(f"*.{suffix}") if "migrations" not in each.parts)


@pytest.mark.parametrize(
    "source",
    [
        "from lantoa.records.meetings.queries import rows",
        "from lantoa.records import works",
        "import lantoa.records.works",
        "code = 'indicators.trade'",
        "page = 'quotations:show'",
        "kind = 'works'",
    ],
)
def test_a_module_that_names_a_kind_is_noticed(source):
    assert list(named_in(source))
