"""How much of a stranger's file is read; beyond, it is refused."""

from typing import NamedTuple

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes of a file."""
MOST_CHARACTERS = 8_000_000
"""Code points of the text that a paged file may give; a .txt is bounded by its size alone."""
MOST_STRETCHES = 250_000
"""Paragraphs or filled cells: what says where each stands costs the process that serves pages."""
MOST_PAGES = 500
"""Pages of a PDF."""
MOST_PARTS = 2000
"""Files inside a .docx or .xlsx."""
LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one unpacked part."""
LARGEST_UNPACKED = 160 * 1024 * 1024
"""Bytes of all unpacked parts."""
DENSEST = 150
"""How many times smaller than its content a large packed part may be; a bomb is a thousand."""
DENSE_FROM = 8 * 1024 * 1024
"""Bytes from which that is looked at: blank tables of honest files pack well."""
DEEPEST = 200
"""Elements inside one another."""
MOST_ELEMENTS = 1_500_000
"""Elements of a document."""
MOST_ATTRIBUTES = 10_000
"""Words inside one tag of a page: each attribute is compared with all before it."""
MOST_SHEETS = 100
"""Sheets of a workbook."""
MOST_CELLS = 1_000_000
"""Cells of a workbook, empty ones between filled ones included."""
FEWEST_LETTERS = 20
"""Letters a page, on average, below which a PDF is pictures of pages."""

LARGEST_LIST = 2 * 1024 * 1024
"""Bytes of a workbook that holds a list."""
LARGEST_INSIDE = 50 * 1024 * 1024
"""Bytes of such a workbook once it is unpacked."""
MOST_PLACES = 2_000_000
"""Rows times columns that a page of it may span, the empty ones included."""

LARGEST_PROOF = 10 * 1024 * 1024
"""Bytes of a picture or PDF kept as proof."""
MOST_PIXELS = 60_000_000
"""Pixels of a picture; its size is known before it is opened."""
LONGEST_SIDE = 2400
"""Pixels of a side of a picture as it is kept."""
MOST_PROOF_PAGES = 60
"""Pages of a PDF kept as proof."""


class Bounds(NamedTuple):
    """Seconds, of the clock and of the processor, and bytes of address space of one process."""

    seconds: int
    memory: int


FILE = Bounds(30, 768 * 1024 * 1024)
"""What a process may take that reads one file."""
PICTURE = Bounds(30, 1536 * 1024 * 1024)
"""While a picture in WebP is read, its pixels stand five times in memory."""
LAYOUT = Bounds(120, 768 * 1024 * 1024)
"""A report with an annex of ten thousand rows is set in twenty seconds where all is quiet."""
