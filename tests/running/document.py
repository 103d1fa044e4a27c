"""What docs/installing.md tells to type and to write, taken from the page itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).parent.parent.parent
PAGE = HOME / "docs" / "installing.md"
LAST_SECTION = "## 7."
FILE = re.compile(r"`(/(?:etc|usr)/[^`]+)`")


@dataclass(frozen=True)
class Told:
    """One block of the page: a file with its path, or commands, whose path is empty."""

    path: str
    text: str

    @property
    def is_commands(self) -> bool:
        """Tell whether it is to be typed."""
        return not self.path and self.text.startswith("sudo ")


def told() -> Iterator[Told]:
    """Yield every block up to the copy that is proven, in the order of the page."""
    page = PAGE.read_text("utf-8").split(LAST_SECTION)[0]
    parts = re.split(r"^```\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    for words, block in zip(parts[::2], parts[1::2], strict=False):
        named = FILE.search(words.rsplit("\n#", 1)[-1])
        yield Told("" if block.startswith("sudo ") or not named else named[1], block)


def value(unit: str, key: str) -> str:
    """Return what a unit of systemd says under a key."""
    return re.search(rf"^{key}=(.*)$", unit, flags=re.MULTILINE)[1]
