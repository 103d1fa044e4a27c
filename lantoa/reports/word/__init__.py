"""A finished report as a Word file: a template filled, its annexes set, nothing lost on the way."""

from pathlib import Path
from typing import BinaryIO

from lantoa.reports.document import Document
from lantoa.reports.word.finishing import finish
from lantoa.reports.word.refusal import TemplateRefused
from lantoa.reports.word.template import fill_template, read_template

__all__ = ["TemplateRefused", "render"]


def render(document: Document, template: Path | BinaryIO) -> bytes:
    """Return a report as the bytes of a .docx, laid out by a template that a clerk may have sent.

    The same report and template give the same bytes. Raises TemplateRefused, in Vietnamese, for a
    template that is no Word file, asks for unknown names, does what a layout need not do, or
    leaves out a line of the report, its annexes or its marks.
    """
    return finish(document, fill_template(document, read_template(template)))
