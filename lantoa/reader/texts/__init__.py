"""Files to text, with the place in the file of every stretch of it. Plain Python.

Whoever sends a file is a stranger: a file is recognised by what is in it, read in a process of its
own with bounds of time and memory, and what cannot be read is refused in words to act on.
"""

from lantoa.reader.texts import apart, plain
from lantoa.reader.texts.kinds import SUFFIXES, Kind, kind_of
from lantoa.reader.texts.old_fonts import refuse_old_fonts
from lantoa.reader.texts.text import Stretch, Text, Unreadable

__all__ = ["SUFFIXES", "Kind", "Stretch", "Text", "Unreadable", "text_of"]


def text_of(name: str, content: bytes) -> Text:
    """Return the text of a .txt, .docx, .pdf, .html or .xlsx with the places of its stretches.

    The text of a .txt is the file as it is: its offsets are code points of the file. Raises
    Unreadable, in Vietnamese, for what is encrypted, scanned, broken, hostile or too large.
    """
    kind = kind_of(name, content)
    read = plain.read(content) if kind is Kind.PLAIN else apart.read(kind, content)
    refuse_old_fonts(read.content)
    return read
