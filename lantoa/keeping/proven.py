"""Which copy was last brought back and found right: a note beside the database, cheap to ask."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from lantoa.trail.files import write_whole

PLACE = "proven.json"


@dataclass(frozen=True)
class Proven:
    """A copy that was brought back: its name, its SHA-256, when it was written and proven."""

    copy: str
    sha256: str
    written_at: str
    proven_at: str

    @property
    def moment(self) -> datetime:
        """Return the moment as of which the copy holds everything."""
        return datetime.fromisoformat(self.written_at)


def last_proven() -> Proven | None:
    """Return the copy that was last proven; None where none was, or the note cannot be read."""
    try:
        told = Proven(**json.loads(_place().read_text("utf-8")))
        return told if told.moment.tzinfo else None
    except (OSError, ValueError, TypeError):
        return None


def remember(proven: Proven) -> None:
    """Put the note in place of the one before, whole or not at all."""
    write_whole(_place(), json.dumps(asdict(proven)).encode())


def _place() -> Path:
    return Path(settings.VAR) / PLACE
