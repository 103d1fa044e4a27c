"""`python -m bench reading`: how fast text is read, beside the plainest search for digits."""

import math
import re
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from lantoa.reading import checks_in, figures_in

SENTENCES = Path(__file__).parent.parent / "tests" / "reading" / "sentences"
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
DIGITS = re.compile(r"\d+")


def main() -> int:
    """Print, for each size, seconds of reading and of finding digits; and the slope."""
    seconds = []
    print(f"{'characters':>12}{'read s':>10}{'MB/s':>8}{'digits s':>10}{'ratio':>8}")
    for size in SIZES:
        text = text_of(size)
        read = _seconds(lambda text=text: checks_in(text, figures_in(text)))  # type: ignore[misc]
        plain = _seconds(lambda text=text: DIGITS.findall(text))  # type: ignore[misc]
        seconds.append(read)
        speed = len(text.encode()) / 1e6 / read
        print(f"{size:>12,}{read:>10.4f}{speed:>8.2f}{plain:>10.4f}{read / plain:>8.0f}")
    slope = math.log(seconds[-1] / seconds[1]) / math.log(SIZES[-1] / SIZES[1])
    print(f"Slope from {SIZES[1]:,} to {SIZES[-1]:,} characters: {slope:.2f} (1 is linear).")
    return 0


def text_of(size: int) -> str:
    """Return our own sentences, again and again, up to a size."""
    files = sorted(SENTENCES.glob("*.txt"))
    lines = [
        line.split("|")[0].strip() for f in files for line in f.read_text("utf-8").splitlines()
    ]
    kept = [line for line in lines if line and not line.startswith("#")]
    parts, length = [], 0
    for line in islice(cycle(kept), size):
        parts.append(line)
        length += len(line) + 1
        if length >= size:
            break
    return "\n".join(parts)[:size]


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
