"""The process in which a layout that somebody sent is filled."""

import pickle
from io import BytesIO

from lantoa.intake.answer import FileContents
from lantoa.intake.refusal import Unreadable
from lantoa.reports.word.refusal import TemplateRefused
from lantoa.reports.word.rendering import render


def opened(content: bytes) -> FileContents:
    """Return the report that was packed, set by the layout beside it."""
    document, template = pickle.loads(content)  # noqa: S301 - packed by who started this process
    try:
        return FileContents(None, render(document, BytesIO(template)))
    except TemplateRefused as refusal:
        raise Unreadable(str(refusal)) from None
