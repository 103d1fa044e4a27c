"""Which test files run which lines, and how long they take: each is run once, alone, unchanged."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from coverage import CoverageData

from tests.mutation.areas import AREAS, HOME, folder_of
from tests.mutation.copies import Copy
from tests.mutation.mutants import Mutant

LONGEST = 60.0
"""Seconds of the processor, as tests take them unchanged, that are spent on one change."""
PATIENCE = 900.0
"""Seconds that a single file of tests may take while its reach is measured."""
NONE_FOUND = 5
"""What pytest answers where every test of a file was left out."""
LEFT_OUT = {"browser", "country", "mutation", "test_reader_hostile.py", "test_house.py"}
"""Tests that are too slow to be asked for every change, that measure time, or read the code."""


class Red(Exception):
    """A test fails without any change: nothing can be said of changes."""


@dataclass(frozen=True)
class Reach:
    """What one file of tests runs: the lines of each file in the areas, and its seconds."""

    tests: str
    seconds: float
    lines: dict[str, frozenset[int]]

    def runs(self, path: str, lines: range) -> bool:
        """Tell whether it runs any of some lines of a file."""
        return not self.lines.get(path, frozenset()).isdisjoint(lines)

    def nearness(self, mutant: Mutant) -> tuple[bool, bool, float]:
        """Return how near it is, to be compared: does it run the very lines that are changed, does
        it lie in a folder of the same name, which part of all lines that it runs are of the file.
        """
        folders = set(Path(self.tests).parts[1:-1]) & set(Path(mutant.path).parts[1:-1])
        part = len(self.lines.get(mutant.path, ())) / sum(map(len, self.lines.values()))
        return self.runs(mutant.path, mutant.own), bool(folders), part


def files_of_tests() -> list[str]:
    """Return the files of tests that are asked, wherever they lie."""
    found = (path for root in ("tests", "lantoa") for path in (HOME / root).rglob("test_*.py"))
    return sorted(str(p.relative_to(HOME)) for p in found if not LEFT_OUT & set(p.parts))


def reach_of(copy: Copy, tests: str) -> Reach:
    """Run a file of tests with coverage; raises Red with what it prints when a test fails."""
    kept = copy.folder / "reach"
    kept.unlink(missing_ok=True)
    include = ",".join(f"{folder_of(area).relative_to(HOME)}/*" for area in AREAS)
    coverage = ["coverage", "run", "--rcfile=", f"--include={include}", f"--data-file={kept}", "-m"]
    outcome = copy.run(coverage, [tests], seconds=PATIENCE)
    if outcome.code not in {0, NONE_FOUND}:
        raise Red(f"{tests}\n{outcome.printed}")
    return Reach(tests, outcome.seconds, lines_in(kept, root=copy.folder))


def lines_in(kept: Path, *, root: Path) -> dict[str, frozenset[int]]:
    """Return the lines that coverage kept, by path in the project."""
    data = CoverageData(basename=str(kept))
    data.read()
    return {
        str(Path(path).relative_to(root.resolve())): frozenset(data.lines(path) or ())
        for path in data.measured_files()
    }


def tests_for(mutant: Mutant, reached: Iterable[Reach]) -> list[Reach]:
    """Return the files that run the changed function, nearest first, as far as time allows."""
    asked, spent = [], 0.0
    running = [reach for reach in reached if reach.runs(mutant.path, mutant.lines)]
    running.sort(key=lambda reach: (reach.nearness(mutant), -reach.seconds), reverse=True)
    for reach in running:
        if not asked or spent + reach.seconds <= LONGEST:
            asked.append(reach)
            spent += reach.seconds
    return asked
