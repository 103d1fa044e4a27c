"""How much of a stranger's file is read; beyond, it is refused."""

from typing import NamedTuple

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes of a file."""
MOST_CHARACTERS = 1_500_000
"""Code points of the text that a paged file may give; a .txt is bounded by its size alone."""
MOST_STRETCHES = 100_000
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
MOST_PLACES = 1_000_000
"""Rows times columns that the pages of it may span, the empty ones included."""
MOST_FILLED = 400_000
"""Cells of it that hold something, counted as they come."""
MOST_WRITTEN = 4_000_000
"""Code points in all of them, also where the file keeps a text once and shows it often."""

LARGEST_PROOF = 10 * 1024 * 1024
"""Bytes of a picture or PDF kept as proof."""
MOST_PIXELS = 40_000_000
"""Pixels of a picture that is decoded whole; known before any of them is decoded."""
MOST_PHONE_PIXELS = 50_000_000
"""Pixels of a photograph in HEIC: the cameras of telephones end a little below."""
MOST_REDUCED_PIXELS = 250_000_000
"""Pixels of a JPEG, which is decoded at an eighth of its size where it is larger than needed."""
LONGEST_SIDE = 2400
"""Pixels of a side of a picture as it is kept."""
MOST_PROOF_PAGES = 60
"""Pages of a PDF kept as proof."""
LONGEST_PAGE_SIDE = 1754
"""Pixels of the longer side of a page as it is kept: A4 at 150 dots an inch."""


class Bounds(NamedTuple):
    """What one process may take, and how much it may answer."""

    seconds: int
    """Of the processor; the clock may show twice as many."""
    memory: int
    """Bytes of address space."""
    answer: int = 24 * 1024 * 1024
    """Bytes that come back; the process that serves pages holds them."""


FILE = Bounds(30, 768 * 1024 * 1024)
"""What a process may take that reads one file."""
LIST = Bounds(15, 320 * 1024 * 1024)
"""A list of fifty thousand rows takes two seconds and a hundred megabytes."""
PICTURE = Bounds(20, 1024 * 1024 * 1024)
"""While a picture in WebP is read, its pixels stand five times in memory."""
PAGES = Bounds(60, 768 * 1024 * 1024, answer=64 * 1024 * 1024)
"""Sixty pages are drawn in some ten seconds."""
LAYOUT = Bounds(120, 768 * 1024 * 1024, answer=64 * 1024 * 1024)
"""A report with an annex of ten thousand rows is set in twenty seconds where all is quiet."""
