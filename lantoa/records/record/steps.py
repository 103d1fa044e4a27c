"""Which dated steps may stand beside the records of a kind, declared once on its model."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import TextChoices


@dataclass(frozen=True, kw_only=True)
class Steps:
    """The steps that a kind knows, in their usual order, and the levels at which some are taken.

    `at_level` are those steps that somebody takes by a decision: they may say at which level, and
    under which number. `last` are those after which a record is no longer going on.
    """

    choices: type[TextChoices]
    levels: type[TextChoices] | None = None
    at_level: Collection[str] = ()
    last: Collection[str] = ()

    def label(self, step: str) -> str:
        """Return the words of a step."""
        return str(self.choices(step).label)

    def level(self, level: str) -> str:
        """Return the words of a level; nothing where none is told."""
        return str(self.levels(level).label) if level and self.levels else ""
