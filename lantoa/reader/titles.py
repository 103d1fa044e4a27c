"""What a document is called: its own heading, not the letterhead above it."""

from itertools import pairwise
from textwrap import shorten

PAPERS = frozenset(
    (
        "báo cáo", "báo cáo tóm tắt", "kế hoạch", "tờ trình", "thông báo", "nghị quyết",
        "kết luận", "hướng dẫn", "chương trình", "biên bản", "đề án", "phụ lục",
    )
)  # fmt: skip
"""Kinds of papers: where one stands alone on a line, the next line says what about."""
CELL = " | "
"""What stands between the cells of a table: a letterhead is one."""
HEAD = 15
"""Lines among which the heading stands."""
LONGEST = 120
"""Letters of a heading; a paragraph that stands where a heading should is cut between words."""


def title_of(text: str) -> str:
    """Return the heading of a text: kind of paper and subject, else its first line."""
    lines = [line for each in text.splitlines() if (line := " ".join(each.split()))][:HEAD]
    for line, subject in pairwise(lines):
        if line.casefold() in PAPERS:
            return _short(f"{line.capitalize()} {subject}")
    outside = [line for line in lines if CELL not in line]
    return _short(next(iter([*outside, *lines]), "Tài liệu"))


def _short(heading: str) -> str:
    return shorten(heading, LONGEST, placeholder="…")
