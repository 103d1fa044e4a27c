"""Format rules of official documents as dated files, each with the template that follows it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Profile:
    """The format rules in force over a stretch of days (`valid_to` excluded, None: still in force).

    Lengths are millimetres, sizes are points. `before_number` is the word "Số" with what separates
    it from the number; `on_behalf` stands before the body for which somebody signs. `status` and
    `notes` tell the clerk how sure the rules are and what was chosen where sources disagree.
    """

    key: str
    name: str
    valid_from: date
    valid_to: date | None
    status: str
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    font: str
    paper_mm: Mapping[str, float]
    margins_mm: Mapping[str, float]
    page_number_mm: float
    first_line_mm: float
    party_title: str
    before_number: str
    on_behalf: str
    below_subject: str
    sizes_pt: Mapping[str, float]

    @property
    def template(self) -> Path:
        """Return the Word template that follows these rules."""
        return FOLDER / f"{self.key}.docx"

    @property
    def text_width_mm(self) -> float:
        """Return the width between the left and the right margin."""
        return self.paper_mm["width"] - self.margins_mm["left"] - self.margins_mm["right"]

    def holds_on(self, day: date) -> bool:
        """Say whether a document dated that day follows these rules."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@cache
def profiles() -> tuple[Profile, ...]:
    """Return every profile, earliest first."""
    found = (read_profile(path) for path in FOLDER.glob("*.json"))
    return tuple(sorted(found, key=lambda profile: profile.valid_from))


def profile_for(day: date) -> Profile:
    """Return the rules for a document dated that day.

    Raises LookupError with a Vietnamese message where no rules are known.
    """
    for profile in profiles():
        if profile.holds_on(day):
            return profile
    first = profiles()[0].valid_from
    raise LookupError(
        f"Chưa có thể thức văn bản cho ngày {written_day(day)}; "
        f"chỉ có từ ngày {written_day(first)}."
    )


def read_profile(path: Path) -> Profile:
    """Read the rules from their file."""
    rules: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    until = rules.pop("valid_to")
    return Profile(
        valid_from=date.fromisoformat(rules.pop("valid_from")),
        valid_to=None if until is None else date.fromisoformat(until),
        **{name: frozen(rule) for name, rule in rules.items()},
    )


def frozen(rule: Any) -> Any:
    """Return lists and mappings as values that nobody can change."""
    if isinstance(rule, list):
        return tuple(rule)
    return MappingProxyType(rule) if isinstance(rule, dict) else rule


def written_day(day: date) -> str:
    """Write a day as it is read: 3/4/2018."""
    return f"{day.day}/{day.month}/{day.year}"
