"""The layout of a report as a Word file that a clerk can change: written once from a profile.

The tags inside are the names that `lantoa.reports.word` fills. They are Vietnamese without marks,
so that they survive every keyboard; the grey lines are instructions and are never printed.
"""

from datetime import UTC, datetime
from pathlib import Path

from docx.document import Document as WordDocument
from docx.shared import Mm

from lantoa.reports.layout.body import write_body
from lantoa.reports.layout.frame import write_headers
from lantoa.reports.layout.skeleton import bare_word
from lantoa.reports.layout.styles import write_styles
from lantoa.reports.profiles import Profile


def write_template(profile: Profile, path: Path) -> None:
    """Write the Word template that follows a profile."""
    word = bare_word()
    write_styles(word, profile)
    set_paper(word, profile)
    write_headers(word)
    write_body(word, profile)
    set_properties(word, profile)
    word.save(str(path))


def set_paper(word: WordDocument, profile: Profile) -> None:
    """Give the only section its paper, margins and a first page without number."""
    section = word.sections[0]
    section.page_width = Mm(profile.paper_mm["width"])
    section.page_height = Mm(profile.paper_mm["height"])
    section.top_margin = Mm(profile.margins_mm["top"])
    section.bottom_margin = Mm(profile.margins_mm["bottom"])
    section.left_margin = Mm(profile.margins_mm["left"])
    section.right_margin = Mm(profile.margins_mm["right"])
    section.header_distance = section.footer_distance = Mm(profile.page_number_mm)
    section.different_first_page_header_footer = True


def set_properties(word: WordDocument, profile: Profile) -> None:
    """Say what the file is; the day is the profile's own, so that writing twice is the same."""
    began = datetime.combine(profile.valid_from, datetime.min.time(), tzinfo=UTC)
    properties = word.core_properties
    properties.title = profile.name
    properties.language = "vi-VN"
    properties.created = properties.modified = began
    properties.author = properties.last_modified_by = ""
    properties.comments = profile.status
