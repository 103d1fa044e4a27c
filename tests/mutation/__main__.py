"""Changes the code in a fixed sample of places and tells which changes no test notices.

Words after the command are parts of places (`python -m tests.mutation counting.py`): only those of
the sample are tried. It fails below the share that docs/mutation.md promises.
"""

import argparse
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from tests.mutation.areas import AREAS, lines_of, shares
from tests.mutation.copies import Copy
from tests.mutation.mutants import Mutant, sample
from tests.mutation.reach import Reach, Red, files_of_tests, reach_of, tests_for

TRIED, PROMISED = 200, 85
HANGING = 30.0
"""Seconds beyond those of the tests unchanged, after which a change has hung them."""
Asked, Given = TypeVar("Asked"), TypeVar("Given")


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: killed, hung (which counts as killed), survived, or not reached."""

    mutant: Mutant
    word: str
    seconds: float

    @property
    def killed(self) -> bool:
        """Tell whether a test noticed."""
        return self.word in {"killed", "hung"}


def main() -> int:
    """Try the sample, print each verdict, the shares and the survivors; return the exit code."""
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        copies = [Copy.made(Path(folder).resolve() / str(n)) for n in range(asked.workers)]
        reached = known_reach(copies, kept=asked.reach)
        weights = {area: lines_of(area) for area in AREAS}
        mutants = [m for area, n in shares(TRIED, weights).items() for m in sample(area, n)]
        chosen = [m for m in mutants if not asked.places or any(p in m.place for p in asked.places)]
        verdicts = side_by_side(copies, chosen, lambda copy, m: tried(copy, m, reached))
    return told(verdicts)


def arguments() -> argparse.Namespace:
    """Return what the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("places", nargs="*", help="parts of the places to try")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--reach", type=Path, help="keep here which test runs what, or take it")
    return parser.parse_args()


def known_reach(copies: Sequence[Copy], *, kept: Path | None) -> list[Reach]:
    """Return what each file of tests runs: measured now, or for files that a run kept, then."""
    known = pickle.loads(kept.read_bytes()) if kept and kept.exists() else []
    files = files_of_tests()
    new = [tests for tests in files if tests not in {reach.tests for reach in known}]
    print(f"== What each of {len(new)} files of tests runs", flush=True)
    reached = [r for r in known if r.tests in files] + side_by_side(copies, new, measured)
    if kept:
        kept.write_bytes(pickle.dumps(reached))
    return reached


def measured(copy: Copy, tests: str) -> Reach:
    """Measure a file of tests and say how long it took."""
    reach = reach_of(copy, tests)
    print(f"{reach.seconds:6.1f} s  {tests}", flush=True)
    return reach


def side_by_side(
    copies: Sequence[Copy], asked: Iterable[Asked], do: Callable[[Copy, Asked], Given]
) -> list[Given]:
    """Do something with each thing asked, as many at once as there are copies; keep the order."""
    free: SimpleQueue[Copy] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def with_a_copy(one: Asked) -> Given:
        copy = free.get()
        try:
            return do(copy, one)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as workers:
        return list(workers.map(with_a_copy, asked))


def tried(copy: Copy, mutant: Mutant, reached: Sequence[Reach]) -> Verdict:
    """Change a copy, run the tests that run the changed function, and say whether one failed."""
    tests = tests_for(mutant, reached)
    if not tests:
        return said(Verdict(mutant, "not reached", 0))
    bound = sum(reach.seconds for reach in tests) + HANGING
    with copy.changed(mutant.path, mutant.text):
        outcome = copy.run([], [reach.tests for reach in tests], seconds=bound)
    word = {None: "hung", 0: "survived"}.get(outcome.code, "killed")
    return said(Verdict(mutant, word, outcome.seconds))


def said(verdict: Verdict) -> Verdict:
    """Print a verdict on one line and return it."""
    change = verdict.mutant.change.replace("\n", "  ")
    print(
        f"{verdict.word:11} {verdict.seconds:6.1f} s  {verdict.mutant.place}  {change}", flush=True
    )
    return verdict


def told(verdicts: Sequence[Verdict]) -> int:
    """Print the survivors and the share of each area; return 1 below the promised share."""
    print("\n== No test noticed")
    for verdict in verdicts:
        if not verdict.killed:
            print(f"\n{verdict.mutant.place} ({verdict.word})\n{verdict.mutant.change}")
    print("\n== Share killed")
    for area in AREAS:
        print(line(area, [v for v in verdicts if v.mutant.area == area]))
    print(line("all", verdicts))
    killed = sum(verdict.killed for verdict in verdicts)
    return int(killed * 100 < PROMISED * len(verdicts))


def line(name: str, verdicts: Sequence[Verdict]) -> str:
    """Return one line of the table: killed, tried, and the share as a percentage."""
    killed, tried = sum(verdict.killed for verdict in verdicts), len(verdicts)
    share = f"{100 * killed / tried:5.1f} %" if tried else "    –"
    return f"{name:16} {killed:4} of {tried:4} {share}"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Red as red:
        sys.exit(f"These tests fail without any change:\n{red}")
