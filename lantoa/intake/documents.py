"""Files to text, with the place in the file of every stretch of it.

A file is recognised by what is in it, and read apart, plain text too.
"""

from lantoa.figures.secrecy import mark_of
from lantoa.intake import apart
from lantoa.intake.refusal import Secret
from lantoa.intake.texts.kinds import FileKind, kind_of
from lantoa.intake.texts.old_fonts import refuse_old_fonts
from lantoa.intake.texts.text import Text

OPENERS = {
    FileKind.PLAIN: "lantoa.intake.texts.plain",
    FileKind.WORD: "lantoa.intake.texts.word",
    FileKind.PDF: "lantoa.intake.texts.pdf",
    FileKind.WEB: "lantoa.intake.texts.web",
    FileKind.SHEET: "lantoa.intake.texts.sheet",
}


def text_of(name: str, content: bytes) -> Text:
    """Return the text of a .txt, .docx, .pdf, .html or .xlsx with the places of its stretches.

    The text of a .txt is the file as it is: its offsets are code points of the file. Raises
    Unreadable, in Vietnamese, for what is encrypted, scanned, broken, hostile or too large; Secret
    for what bears the mark of a state secret.
    """
    kind = kind_of(name, content)
    read = Text.told(apart.opened(OPENERS[kind], content).told)
    if mark := mark_of(read.content):
        raise Secret(mark)
    refuse_old_fonts(read.content)
    return read
