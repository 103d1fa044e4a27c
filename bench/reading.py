"""`python -m bench reading`: how fast text is read, beside the plainest search for digits."""

import math
import re
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from bench.prose import prose
from lantoa.reading import checks_in, figures_in

SENTENCES = Path(__file__).parent.parent / "tests" / "reading" / "sentences"
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
DIGITS = re.compile(r"\d+")
AT_MOST, AT_LEAST = 20, 3
"""Rounds of which the best is told: many for short texts, a few for long ones."""


def main() -> int:
    """Print what reading dense text and ordinary prose takes."""
    print("Seconds of the processor, the best of several rounds; MB are those of UTF-8.")
    for name, text_of in (("Our test sentences", dense), ("Ordinary prose", prose)):
        _tell(name, text_of)
    return 0


def _tell(name: str, text_of: Callable[[int], str]) -> None:
    """Print, for each size, seconds of reading and of finding digits; and the slope."""
    longest = text_of(SIZES[-2])
    apart = len(longest) / len(figures_in(longest))
    print(f"\n{name}: a figure in {apart:.0f} characters")
    print(f"{'characters':>12}{'read s':>10}{'MB/s':>8}{'digits s':>10}{'ratio':>8}")
    seconds = [_row(text_of(size)) for size in SIZES]
    slope = math.log(seconds[-1] / seconds[1]) / math.log(SIZES[-1] / SIZES[1])
    print(f"Slope from {SIZES[1]:,} to {SIZES[-1]:,} characters: {slope:.2f} (1 is linear).")


def _row(text: str) -> float:
    """Print a row of the table; return the seconds of reading."""
    read = _seconds(lambda: checks_in(text, figures_in(text)), length=len(text))
    plain = _seconds(lambda: DIGITS.findall(text), length=len(text))
    speed = len(text.encode()) / 1e6 / read
    print(f"{len(text):>12,}{read:>10.4f}{speed:>8.2f}{plain:>10.4f}{read / plain:>8.0f}")
    return read


def dense(size: int) -> str:
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


def _seconds(run: Callable[[], object], *, length: int) -> float:
    """Return the seconds of the processor that the best round took."""
    rounds = max(AT_LEAST, min(AT_MOST, SIZES[-2] // length))
    return min(_round(run) for _ in range(rounds))


def _round(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start
