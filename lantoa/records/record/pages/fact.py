"""What a record says, as pages show it: facts, in groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from lantoa.figures.writing import write_number


@dataclass(frozen=True)
class Fact:
    """One thing that a record says; the address is that of what it names.

    Where it names several, `parts` are these, each with an address or none.
    """

    term: str
    text: str
    url: str = ""
    parts: Sequence["Fact"] = ()

    @classmethod
    def count(cls, term: str, number: int | None, word: str = "") -> "Fact":
        """Return a number with its word; what is not known says so."""
        behind = f" {word}" if word and number is not None else ""
        return cls(term, f"{write_number(number)}{behind}")


@dataclass(frozen=True)
class Group:
    """Facts that belong together, under a heading."""

    title: str
    facts: Sequence[Fact]
