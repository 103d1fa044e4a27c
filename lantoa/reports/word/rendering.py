"""A finished report as a Word file: a template filled, its annexes set, nothing lost on the way."""

import pickle
from pathlib import Path
from typing import BinaryIO

from lantoa.intake import apart
from lantoa.intake.limits import LAYOUT
from lantoa.intake.refusal import Unreadable
from lantoa.reports.document import Document
from lantoa.reports.word.finishing import finish
from lantoa.reports.word.refusal import TemplateRefused
from lantoa.reports.word.template import fill_template, read_template

OPENER = "lantoa.reports.word.opener"


def render(document: Document, template: Path | BinaryIO) -> bytes:
    """Return a report as the bytes of a .docx, laid out by a template.

    The same report and template give the same bytes. Raises TemplateRefused, in Vietnamese, for a
    template that is no Word file, asks for unknown names, does what a layout need not do, or
    leaves out a line of the report, its annexes or its marks.
    """
    return finish(document, fill_template(document, read_template(template)))


def render_apart(document: Document, template: bytes) -> bytes:
    """Do the same with a template that somebody sent, in a process of its own.

    Raises TemplateRefused also where that process comes to harm.
    """
    try:
        packed = pickle.dumps((document, template))
        return apart.opened(OPENER, packed, within=LAYOUT).content
    except Unreadable as refusal:
        raise TemplateRefused(str(refusal)) from None
