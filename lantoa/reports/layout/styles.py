"""The named styles of a template; a clerk changes how a report looks by changing these in Word."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from lantoa.reports.profiles import Profile

LEFT, CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
RIGHT, BOTH = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
GREY, RED = "7F7F7F", "B3202C"

SUPERIOR, ISSUER, STAR, NUMBER = "Cơ quan cấp trên", "Cơ quan ban hành", "Dấu sao", "Số ký hiệu"
PARTY_TITLE, RULE, PLACE_AND_DAY = "Tiêu đề Đảng", "Kẻ dưới tiêu đề", "Địa danh và ngày"
KIND, SUBJECT, BELOW_SUBJECT = "Tên loại", "Trích yếu", "Dưới trích yếu"
PARAGRAPH, TO_WRITE = "Đoạn văn", "Phần đơn vị viết thêm"
HEADING_1, HEADING_2, HEADING_3 = "Đề mục I", "Đề mục 1", "Đề mục a"
AUTHORITY, POST, SIGNER = "Thay mặt", "Chức vụ người ký", "Họ tên người ký"
RECIPIENTS_TITLE, RECIPIENT = "Nơi nhận", "Danh sách nơi nhận"
ANNEX_LABEL, ANNEX_TITLE, ATTACHED_TO = "Số phụ lục", "Tên phụ lục", "Kèm theo"
MEASURED_IN, COLUMN_HEAD, FOOTNOTE = "Đơn vị tính", "Đầu cột", "Chú thích bảng"
CELL_TEXT, CELL_ORDER, CELL_FIGURE = "Ô chữ", "Ô thứ tự", "Ô số"
CELL_NOTE = "Ô ghi chú"
PAGE_NUMBER, MARK, PROVENANCE = "Số trang", "Nhãn cảnh báo", "Cách tính số liệu"
INSTRUCTION, GAP = "Dòng lệnh của mẫu", "Khoảng cách nhỏ"


@dataclass(frozen=True)
class Look:
    """How a style looks: its size is named in the profile or given in points; spaces in points."""

    name: str
    size: str | float
    align: Any = LEFT
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = "000000"
    before: float = 0
    after: float = 0
    lines: float = 1.0
    first_line: bool = False
    keep_next: bool = False
    outline: int | None = None


LOOKS = (
    Look(SUPERIOR, "superior", CENTRE),
    Look(ISSUER, "issuer", CENTRE, bold=True),
    Look(STAR, "issuer", CENTRE),
    Look(NUMBER, "number", CENTRE),
    Look(PARTY_TITLE, "party_title", CENTRE, bold=True),
    Look(RULE, 2, CENTRE),
    Look(PLACE_AND_DAY, "place_and_day", CENTRE, italic=True),
    Look(KIND, "kind", CENTRE, bold=True, before=18, keep_next=True, outline=0),
    Look(SUBJECT, "subject", CENTRE, bold=True, keep_next=True),
    Look(BELOW_SUBJECT, "subject", CENTRE, after=10, keep_next=True),
    Look(PARAGRAPH, "body", BOTH, after=6, lines=1.1, first_line=True),
    Look(TO_WRITE, "body", BOTH, italic=True, colour=GREY, after=6, lines=1.1, first_line=True),
    Look(HEADING_1, "body", BOTH, bold=True, before=8, after=6, lines=1.1, first_line=True,
         keep_next=True, outline=0),
    Look(HEADING_2, "body", BOTH, bold=True, before=2, after=6, lines=1.1, first_line=True,
         keep_next=True, outline=1),
    Look(HEADING_3, "body", BOTH, bold=True, italic=True, after=6, lines=1.1, first_line=True,
         keep_next=True, outline=2),
    Look(RECIPIENTS_TITLE, "recipients_title", underline=True),
    Look(RECIPIENT, "recipients"),
    Look(AUTHORITY, "signature", CENTRE, bold=True),
    Look(POST, "signature", CENTRE),
    Look(SIGNER, "signature", CENTRE, bold=True, before=72),
    Look(ANNEX_LABEL, "annex_title", CENTRE, bold=True, keep_next=True, outline=0),
    Look(ANNEX_TITLE, "annex_title", CENTRE, bold=True, keep_next=True),
    Look(ATTACHED_TO, "table", CENTRE, italic=True, after=6, keep_next=True),
    Look(MEASURED_IN, "table", RIGHT, italic=True, after=3, keep_next=True),
    Look(COLUMN_HEAD, "table", CENTRE, bold=True, before=2, after=2),
    Look(CELL_TEXT, "table", LEFT, before=2, after=2),
    Look(CELL_ORDER, "table", CENTRE, before=2, after=2),
    Look(CELL_FIGURE, "table", RIGHT, before=2, after=2),
    Look(CELL_NOTE, "table", CENTRE, italic=True, before=2, after=2),
    Look(FOOTNOTE, "note", BOTH, italic=True, before=3),
    Look(PAGE_NUMBER, "page_number", CENTRE),
    Look(MARK, 12, CENTRE, bold=True, colour=RED, after=4),
    Look(PROVENANCE, "note", BOTH, italic=True, colour="52606D", before=12),
    Look(INSTRUCTION, 9, LEFT, colour=GREY),
    Look(GAP, 2, LEFT),
)  # fmt: skip


def write_styles(word: WordDocument, profile: Profile) -> None:
    """Replace the styles of an empty Word file by ours, all in the one font of the profile."""
    drop_styles(word)
    set_defaults(word, profile)
    for look in LOOKS:
        write_style(word, look, profile)


def drop_styles(word: WordDocument) -> None:
    """Take out every style but the four that Word calls its defaults."""
    for style in word.styles.element.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1":
            word.styles.element.remove(style)


def set_defaults(word: WordDocument, profile: Profile) -> None:
    """Make the font and Vietnamese the default of every text, theme fonts notwithstanding."""
    properties = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(properties):
        properties.remove(child)
    properties.append(font_of(profile))
    properties.append(valued("w:sz", str(int(profile.sizes_pt["body"] * 2))))
    language = OxmlElement("w:lang")
    for kind in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(kind), "vi-VN")
    properties.append(language)
    spacing = word.styles.element.find(f".//{qn('w:pPrDefault')}/{qn('w:pPr')}")
    for child in list(spacing):
        spacing.remove(child)
    normal = word.styles["Normal"].element
    for child in normal.findall(qn("w:rPr")) + normal.findall(qn("w:pPr")):
        normal.remove(child)


def write_style(word: WordDocument, look: Look, profile: Profile) -> None:
    """Add one style."""
    style: Any = word.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.quick_style, style.hidden = True, False
    size = look.size if isinstance(look.size, (int, float)) else profile.sizes_pt[look.size]
    style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(look.colour)
    style.font.bold, style.font.italic, style.font.underline = (
        look.bold, look.italic, look.underline
    )  # fmt: skip
    spacing = style.paragraph_format
    spacing.alignment, spacing.keep_with_next = look.align, look.keep_next
    spacing.space_before, spacing.space_after = Pt(look.before), Pt(look.after)
    spacing.line_spacing, spacing.widow_control = look.lines, True
    spacing.first_line_indent = Mm(profile.first_line_mm) if look.first_line else None
    if look.outline is not None:
        spacing.element.pPr.append(valued("w:outlineLvl", str(look.outline)))


def font_of(profile: Profile) -> Any:
    """Return the one font for Latin, Asian and other signs alike."""
    font = OxmlElement("w:rFonts")
    for signs in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        font.set(qn(signs), profile.font)
    return font


def valued(tag: str, value: str) -> Any:
    """Return an element of WordprocessingML with its value."""
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    return element
