"""Paragraphs: a text, or a place where somebody writes in his own words."""

from dataclasses import dataclass
from unicodedata import category


@dataclass(frozen=True)
class ToWrite:
    """A place where the clerk writes in his own words; `prompt` says about what."""

    prompt: str


Paragraph = str | ToWrite
Paragraphs = tuple[Paragraph, ...]


def one_line(text: str) -> str:
    """Return a text without line ends, tabs and signs that no printer knows."""
    signs = (" " if category(sign)[0] == "C" or sign in "\u2028\u2029" else sign for sign in text)
    return "".join(signs)
