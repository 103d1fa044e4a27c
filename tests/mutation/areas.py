"""Which folders are changed, and how many changes each gets: in proportion to its code."""

from collections.abc import Iterator, Mapping
from pathlib import Path

HOME = Path(__file__).parent.parent.parent
AREAS = {
    "figures": "lantoa/figures",
    "tally": "lantoa/tally",
    "records/record": "lantoa/records/record",
    "acts": "lantoa/acts",
    "reading/checks": "lantoa/reading/checks",
}
"""Each area and where it lies."""


def folder_of(area: str) -> Path:
    """Return the folder of an area."""
    return HOME / AREAS[area]


def sources(area: str) -> Iterator[Path]:
    """Yield the files of an area that are changed, in order: code, not migrations."""
    for path in sorted(folder_of(area).rglob("*.py")):
        if not {"migrations", "tests"} & set(path.parts):
            yield path


def lines_of(area: str) -> int:
    """Return how many lines of an area are not empty."""
    texts = (path.read_text(encoding="utf-8") for path in sources(area))
    return sum(bool(line.strip()) for text in texts for line in text.splitlines())


def shares(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Share a whole number out by weight, largest remainders first; the parts sum to it."""
    whole = sum(weights.values())
    parts = {name: total * weight // whole for name, weight in weights.items()}
    rests = sorted(weights, key=lambda name: total * weights[name] % whole, reverse=True)
    for name in rests[: total - sum(parts.values())]:
        parts[name] += 1
    return parts
