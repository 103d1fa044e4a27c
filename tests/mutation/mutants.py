"""The changes that are tried: those of mutmut in the bodies of functions, a fixed sample."""

import difflib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

from tests.mutation.areas import HOME, folder_of, sources

SEED = "lantoa"
UNTOUCHED = (cst.Annotation, cst.Decorator, cst.Param)
BUILT_IN = {"len", "isinstance"}
"""Calls that break on any other arguments: whether a test notices says nothing."""


@dataclass(frozen=True)
class Mutant:
    """One change of one file: the whole text with it, the lines of its function and its own."""

    area: str
    path: str
    function: str
    lines: range
    own: range
    text: str
    change: str

    @property
    def place(self) -> str:
        """Return where the change is, as editors open it."""
        return f"{self.path}:{self.own.start} {self.function}"


@dataclass(frozen=True)
class Candidate:
    """A change that could be made, with the rank that the sample gives it."""

    rank: str
    path: Path
    module: cst.Module
    function: str
    lines: range
    own: range
    old: cst.CSTNode
    new: cst.CSTNode


def sample(area: str, count: int) -> list[Mutant]:
    """Return the mutants of an area that are tried, in the order of the files.

    Which ones hangs on the text of each changed function alone: an edit elsewhere changes none.
    """
    ranked = sorted(candidates(area), key=lambda candidate: candidate.rank)
    found: list[Mutant] = []
    for mutant in (made(area, candidate) for candidate in ranked):
        if len(found) == count:
            break
        if mutant:
            found.append(mutant)
    return sorted(found, key=lambda mutant: (mutant.path, mutant.own.start, mutant.change))


def made(area: str, candidate: Candidate) -> Mutant | None:
    """Return a candidate as a mutant, or None where the text stays the same or is no Python."""
    before = candidate.module.code
    after = candidate.module.deep_replace(candidate.old, candidate.new).code  # type: ignore[arg-type]
    try:
        compile(after, "", "exec")
    except SyntaxError:
        return None
    if after == before:
        return None
    path = str(candidate.path.relative_to(HOME))
    lines, own = candidate.lines, candidate.own
    return Mutant(area, path, candidate.function, lines, own, after, change(before, after))


def change(before: str, after: str) -> str:
    """Return the lines that differ, old ones after a minus and new ones after a plus."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return "\n".join(line[0] + " " + line[1:].strip() for line in list(lines)[3:])


def candidates(area: str) -> Iterator[Candidate]:
    """Yield every change that mutmut knows in the functions of an area."""
    for path in sources(area):
        wrapper = MetadataWrapper(cst.parse_module(path.read_text(encoding="utf-8")))
        places = wrapper.resolve(PositionProvider)
        name = str(path.relative_to(folder_of(area)))
        for function, node in functions(wrapper.module):
            lines = lines_of(node.body, places)
            for rank, old, new in ranked(f"{area}/{name}/{function}", node):
                own = lines_of(old, places) if old in places else lines
                yield Candidate(rank, path, wrapper.module, function, lines, own, old, new)


def lines_of(node: cst.CSTNode, places: Mapping[cst.CSTNode, CodeRange]) -> range:
    """Return the lines of a node."""
    return range(places[node].start.line, places[node].end.line + 1)


def ranked(where: str, function: cst.FunctionDef) -> Iterator[tuple[str, cst.CSTNode, cst.CSTNode]]:
    """Yield one change of each place in a function, with a rank drawn from what both say.

    One, or calls with many arguments, each dropped and emptied, would fill the sample.
    """
    code, seen = cst.Module([]).code_for_node, Counter[str]()
    for old in nodes(function.body):
        drawn = []
        for new in changes(old):
            said = f"{SEED}:{where}:{code(old)}:{code(new)}"
            seen[said] += 1
            drawn.append((hashlib.sha256(f"{said}:{seen[said]}".encode()).hexdigest(), old, new))
        yield from sorted(drawn, key=lambda change: change[0])[:1]


def changes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield what mutmut makes of a node; of a text the first change only.

    The others turn it into capitals and back, which tells nothing where marks and case are folded.
    """
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            made: Iterable[cst.CSTNode] = operator(node)
            yield from list(made)[:1] if isinstance(node, cst.BaseString) else made


def functions(node: cst.CSTNode, above: str = "") -> Iterator[tuple[str, cst.FunctionDef]]:
    """Yield the functions and methods of a module, without those inside another one."""
    for child in node.children:
        if isinstance(child, cst.FunctionDef):
            yield above + child.name.value, child
        elif isinstance(child, cst.ClassDef):
            yield from functions(child, f"{above}{child.name.value}.")
        else:
            yield from functions(child, above)


def nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield a node and those below it, as far as they are changed."""
    if isinstance(node, UNTOUCHED) or (
        isinstance(node, cst.Call)
        and isinstance(node.func, cst.Name)
        and node.func.value in BUILT_IN
    ):
        return
    yield node
    for child in node.children:
        yield from nodes(child)
