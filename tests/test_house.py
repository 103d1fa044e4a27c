"""The house keeps its own rules: short functions, few kinds of files, one word for one thing."""

import ast
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

HOME = Path(__file__).parent.parent
CODE = sorted(
    path
    for folder in ("lantoa", "tests", "bench")
    for path in (HOME / folder).rglob("*.py")
    if "migrations" not in path.parts
)
TEMPLATES = sorted((HOME / "lantoa").rglob("*.html"))
LONGEST_FUNCTION, LONGEST_FILE, LONGEST_TEMPLATE = 40, 300, 80
FILES = {
    "__init__", "models", "queries", "measures", "operations", "access", "forms", "views", "urls",
    "admin", "apps", "management", "templatetags", "migrations", "guards", "paper",
    "sheet", "pages", "tests",
}  # fmt: skip
OWN_FILES = {
    "units": {"sheets"},
    "acts": {
        "applying", "checks", "crossing", "drafting", "fates", "forming", "history", "living",
        "loading", "marking", "matters", "namesakes", "naming", "others", "picture", "placing",
        "plan",
        "reversing", "shown", "simulation", "sketch", "spreadsheet", "state", "steps", "surplus",
        "table", "template", "trees", "writing",
    },
    "drafts": {"catching", "filling", "once"},
    "office": {"sheets"},
    "seals": {"columns", "expected", "inserting", "rows", "touched"},
    "trail": {"files", "heads", "merkle", "sealing"},
    "tally": {"catalogue"},
    "desk": {"charts", "navigation"},
    "people": {
        "address", "answering", "asking", "door", "factor", "hashing", "known", "machines", "owing",
        "passkeys", "passwords", "phones", "renewing", "room", "secret", "slowing", "tidying",
        "waiting",
    },
    "phone": set(),
    "keeping": {"gauges", "journal", "proven", "watching"},
    "reader": {"titles", "places", "messages", "checking"},
    "reports": {"document", "word", "excel", "layout", "profiles"},
    "reorganisation": {"example", "sheets"},
    "works": {"papers"},
    "quotations": {"quoting"},
    "ratings": {"scoring"},
    "record": {
        "columns",
        "counting",
        "entry",
        "funding",
        "kinds",
        "letter",
        "lists",
        "quoting",
        "standing",
        "steps",
        "sums",
    },
}  # fmt: skip
"""Nouns that a package has beyond the usual files, each a thing of its own."""
FLOORS_OF_TABLES = {
    "models", "queries", "measures", "operations", "forms", "guards", "access", "acts", "people",
}  # fmt: skip
MANAGERS = {"objects", "_default_manager", "_base_manager"}
ASKING_YET = {
    "desk/navigation.py", "desk/views/figures.py", "reports/views.py",
    "tally/management/commands/figures.py",
}  # fmt: skip
"""Pages and commands that still look a unit up by themselves; none may join them."""
NAMED_BY_DJANGO = {"Command"}
"""Classes that Django looks up by this name; everything else has a name of its own."""
PLAIN = {"figures", "reading", "intake", "paper", "records", "formats", "demonstration"}
"""Packages whose files are named for what is in them."""


def functions() -> Iterator[tuple[str, int]]:
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                yield f"{path.relative_to(HOME)}:{node.lineno} {node.name}", length


def test_no_function_is_longer_than_forty_lines():
    long = [(where, length) for where, length in functions() if length > LONGEST_FUNCTION]

    assert long == []


def test_half_of_the_functions_have_nine_lines_or_fewer():
    lengths = sorted(length for _, length in functions())

    assert lengths[len(lengths) // 2] <= 9


@pytest.mark.parametrize(
    ("files", "longest"), [(CODE, LONGEST_FILE), (TEMPLATES, LONGEST_TEMPLATE)]
)
def test_no_file_is_too_long(files, longest):
    lengths = {str(p.relative_to(HOME)): p.read_text("utf-8").count("\n") for p in files}

    assert {name: lines for name, lines in lengths.items() if lines > longest} == {}


def packages() -> Iterator[Path]:
    for folder in ("lantoa", "lantoa/records"):
        for path in (HOME / folder).iterdir():
            if path.is_dir() and (path / "__init__.py").exists() and path.name not in PLAIN:
                yield path


def test_a_package_holds_only_files_of_known_names():
    unknown = [
        f"{package.name}/{path.stem}"
        for package in packages()
        for path in package.iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").exists())
        and path.stem not in FILES | OWN_FILES.get(package.name, set())
    ]

    assert unknown == []


def test_only_the_floors_of_tables_ask_tables():
    asking = {
        str(path.relative_to(HOME / "lantoa"))
        for path in CODE
        if path.is_relative_to(HOME / "lantoa") and not may_ask(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS
    }

    assert asking <= ASKING_YET


def may_ask(path: Path) -> bool:
    """Tell whether a file is one of those that the contract on models lets touch tables."""
    words = path.relative_to(HOME / "lantoa").with_suffix("").parts
    return bool(FLOORS_OF_TABLES.intersection(words)) or words[:2] == ("records", "record")


def classes() -> Iterator[str]:
    for path in CODE:
        if HOME / "lantoa" in path.parents:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            yield from (node.name for node in tree.body if isinstance(node, ast.ClassDef))


def test_no_two_classes_bear_one_name():
    named = Counter(name for name in classes() if name not in NAMED_BY_DJANGO)

    assert len(named) > 300
    assert [name for name, times in named.items() if times > 1] == []


def test_every_model_is_in_the_glossary():
    glossary = (HOME / "docs/glossary.md").read_text(encoding="utf-8")
    ours = [m for m in apps.get_models() if m.__module__.startswith("lantoa.")]

    assert [model.__name__ for model in ours if f"`{model.__name__}`" not in glossary] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_locks_hold_exact_versions_with_hashes_and_no_addresses(lock):
    text = (HOME / lock).read_text(encoding="utf-8")
    pinned = re.findall(r"^[a-z0-9._-]+(?:\[[a-z,]+\])?==", text, flags=re.MULTILINE)

    assert len(pinned) > 20
    assert text.count("--hash=sha256:") >= len(pinned)
    assert "://" not in text
    assert "index-url" not in text


def test_days_that_people_type_are_read_in_one_place():
    others = re.compile(r"forms\.Date|strptime|DateField\(\s*(?:label|required)|type=.?[\"']date")
    texts = [*CODE, *TEMPLATES, *(HOME / "lantoa").rglob("*.js")]
    ours = [path for path in texts if HOME / "lantoa" in path.parents]

    assert [str(path) for path in ours if others.search(path.read_text(encoding="utf-8"))] == []


def test_every_dependency_has_its_reason_on_the_line_above():
    lines = (HOME / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    asked = [
        n for n, line in enumerate(lines) if re.match(r'    "[A-Za-z][\w.-]+(\[\w+\])?>=', line)
    ]

    assert len(asked) > 15
    assert [lines[n] for n in asked if not lines[n - 1].strip().startswith("# ")] == []


def test_the_project_speaks_of_no_machine():
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=HOME, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    paths = re.compile(r"/(?:work|root|home)/\w+")
    texts = [
        HOME / name for name in tracked
        if name and name.endswith((".py", ".md", ".toml", ".html", ".json", ".csv", ".lock"))
    ]  # fmt: skip

    assert [str(p) for p in texts if p.exists() and paths.search(p.read_text("utf-8"))] == []
