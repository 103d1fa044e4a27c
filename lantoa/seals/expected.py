"""What the lines of a trail say that each row of a table should be: its seal, and since which line.

Held in plain bytes by the key of the row, 40 a row: six million rows take a quarter of a gigabyte.
"""

from array import array
from collections.abc import Iterator

SEAL = 32
NOTHING = bytes(SEAL)
ROOM = 4096
MOST_ROOM = 1 << 26
"""Keys from here on, which no honest table has, are held one by one."""


class Expected:
    """The seal that each row of one table should have, and the line that said so last."""

    def __init__(self) -> None:
        """Begin with no row."""
        self.seals, self.lines = bytearray(), array("q")
        self.far: dict[int, tuple[bytes, int]] = {}

    def get(self, key: int) -> tuple[bytes | None, int]:
        """Return the seal of a row, None where there should be none, and the last line about it."""
        if 0 <= key < len(self.lines):
            seal, line = bytes(self.seals[key * SEAL : (key + 1) * SEAL]), self.lines[key]
        else:
            seal, line = self.far.get(key, (NOTHING, 0))
        return (None if seal == NOTHING else seal), line

    def put(self, key: int, seal: bytes | None, line: int) -> None:
        """Expect a row to have a seal from a line on; None: that it is gone."""
        if not self._has_room(key):
            self.far[key] = (seal or NOTHING, line)
            return
        self.seals[key * SEAL : (key + 1) * SEAL] = seal or NOTHING
        self.lines[key] = line

    def _has_room(self, key: int) -> bool:
        room = len(self.lines)
        if 0 <= key < room:
            return True
        if key < 0 or key >= min(2 * room + ROOM, MOST_ROOM):
            return False
        more = max(room, ROOM)
        self.seals.extend(bytes(more * SEAL))
        self.lines.extend(array("q", bytes(8 * more)))
        return True

    def left(self) -> Iterator[tuple[int, int]]:
        """Yield the key of each row that is still expected, and the last line about it."""
        if self.seals.count(0) < len(self.seals):
            for key in range(len(self.lines)):
                if self.seals[key * SEAL : (key + 1) * SEAL] != NOTHING:
                    yield key, self.lines[key]
        yield from ((key, line) for key, (seal, line) in self.far.items() if seal != NOTHING)
