"""What a line of the trail says of the rows that it seals, as text.

The first line is the number of the form. Then a line a table: its name, and for each row its key
and its seals before and after: `12=NEW` where it is new, `12=OLD>NEW` where it was changed,
`12=OLD>` where it was deleted. Seals are SHA-256 in the alphabet of web addresses.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Iterator

from lantoa.seals.touched import SealChange

FORM = "1"


def written(tables: Iterable[tuple[str, list[SealChange]]]) -> str:
    """Return what became of rows as text; nothing is an empty text."""
    lines = [" ".join([name, *map(_word, changes)]) for name, changes in tables if changes]
    return "\n".join([FORM, *lines]) if lines else ""


def _word(change: SealChange) -> str:
    if change.after is None:
        return f"{change.key}={_text(change.before)}>"
    if change.before is None:
        return f"{change.key}={_text(change.after)}"
    return f"{change.key}={_text(change.before)}>{_text(change.after)}"


def _text(seal: bytes | None) -> str:
    return urlsafe_b64encode(seal or b"").decode().rstrip("=")


def read(text: str) -> Iterator[tuple[str, Iterator[SealChange]]]:
    """Yield the tables that a text tells of, with their changes; raises ValueError for others."""
    if not text:
        return
    form, *lines = text.split("\n")
    if form != FORM:
        raise ValueError(form)
    for line in lines:
        name, *words = line.split(" ")
        yield name, map(_change, words)


def _change(word: str) -> SealChange:
    key, _, seals = word.partition("=")
    before, is_change, after = seals.rpartition(">")
    return SealChange(
        int(key), _seal(before) if is_change else None, _seal(after) if after else None
    )


def _seal(text: str) -> bytes:
    return urlsafe_b64decode(f"{text}=")
