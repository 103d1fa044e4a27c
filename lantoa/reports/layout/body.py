"""The text of a template: header block, title, loop of paragraphs, signature and annexes."""

from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from lantoa.reports.layout import styles
from lantoa.reports.layout.frame import add_pair
from lantoa.reports.profiles import Profile

LEFT_SHARE = 0.44  # of the text width, for the issuer; the Party's title needs the rest
TITLE_WIDTH_EM = 13.742  # "ĐẢNG CỘNG SẢN VIỆT NAM" in Times New Roman bold, in sizes of type
POINTS_PER_MM = 72 / 25.4

FIRST_WORDS = (
    "Mẫu trình bày: {name} ({status}).",
    "Sửa được trong Word: lời văn, cỡ chữ, khoảng cách, lề, kiểu của từng loại đoạn.",
    "Giữ nguyên chữ nằm trong ngoặc nhọn; phần mềm thay bằng chữ và số của báo cáo.",
    "Các dòng chữ xám nhỏ như dòng này là lệnh của mẫu, không in ra.",
)
LINES = (
    ('{%p if dong.loai == "muc I" %}', "{{ dong.so }}. {{ dong.chu }}", styles.HEADING_1),
    ('{%p elif dong.loai == "muc 1" %}', "{{ dong.so }}. {{ dong.chu }}", styles.HEADING_2),
    ('{%p elif dong.loai == "muc a" %}', "{{ dong.so }}) {{ dong.chu }}", styles.HEADING_3),
    ('{%p elif dong.loai == "viet them" %}', "(Đơn vị viết thêm: {{ dong.chu }})", styles.TO_WRITE),
    ("{%p else %}", "{{ dong.chu }}", styles.PARAGRAPH),
)


def write_body(word: WordDocument, profile: Profile) -> None:
    """Write everything between the margins."""
    write_first_words(word, profile)
    write_letterhead(word, profile)
    write_title(word, profile)
    write_lines(word, "mo_dau", LINES[3:])
    write_lines(word, "noi_dung", LINES)
    write_signature(word, profile)
    word.add_paragraph("{{ phu_luc }}", styles.INSTRUCTION)
    write_if_any(word, "nguon_goc", styles.PROVENANCE)


def write_first_words(word: WordDocument, profile: Profile) -> None:
    """Tell the clerk who opens the template what he may change."""
    for words in FIRST_WORDS:
        told = words.format(name=profile.name, status=profile.status)
        word.add_paragraph(f"{{#p {told} #}}", styles.INSTRUCTION)


def write_letterhead(word: WordDocument, profile: Profile) -> None:
    """Write who issues at the left, the Party's title and the day at the right."""
    left = profile.text_width_mm * LEFT_SHARE
    right = profile.text_width_mm - left
    table = add_pair(word, rows=2, widths_mm=(left, right))
    issuer, title = table.rows[0].cells
    number, day = table.rows[1].cells
    fill(issuer, ("{{ cap_tren }}", styles.SUPERIOR), ("{{ co_quan }}", styles.ISSUER),
         ("*", styles.STAR))  # fmt: skip
    fill(title, (profile.party_title, styles.PARTY_TITLE), ("", styles.RULE))
    draw_rule(title.paragraphs[-1], spare_mm=right - title_width_mm(profile))
    fill(number, (f"{profile.before_number}{{{{ so }}}}-{{{{ ky_hieu }}}}", styles.NUMBER))
    fill(day, ("{{ noi_va_ngay }}", styles.PLACE_AND_DAY))


def title_width_mm(profile: Profile) -> float:
    """Return how long the Party's title is on paper."""
    return TITLE_WIDTH_EM * profile.sizes_pt["party_title"] / POINTS_PER_MM


def draw_rule(paragraph: Any, *, spare_mm: float) -> None:
    """Draw a line as long as the title above it: half the spare width stays free on each side."""
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Mm(spare_mm / 2)
    layout.line_spacing = Pt(4)
    line = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    border = OxmlElement("w:pBdr")
    border.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def write_title(word: WordDocument, profile: Profile) -> None:
    """Write the kind of document, what it is about, and what sets them off from the text."""
    word.add_paragraph("{{ ten_loai }}", styles.KIND)
    word.add_paragraph("{{ trich_yeu }}", styles.SUBJECT)
    word.add_paragraph(profile.below_subject, styles.BELOW_SUBJECT)


def write_lines(word: WordDocument, name: str, choices: tuple[tuple[str, str, str], ...]) -> None:
    """Write the loop that sets each line by its kind."""
    add = word.add_paragraph
    add(f"{{%p for dong in {name} %}}", styles.INSTRUCTION)
    for index, (condition, text, style) in enumerate(choices):
        add(condition.replace("elif", "if") if index == 0 else condition, styles.INSTRUCTION)
        add(text, style)
    add("{%p endif %}", styles.INSTRUCTION)
    add("{%p endfor %}", styles.INSTRUCTION)


def write_signature(word: WordDocument, profile: Profile) -> None:
    """Write the recipients at the left and the signature at the right, never on two pages."""
    half = profile.text_width_mm / 2
    table = add_pair(word, rows=1, widths_mm=(half, half))
    recipients, signer = table.rows[0].cells
    fill(recipients, ("Nơi nhận:", styles.RECIPIENTS_TITLE),
         ("{%p for noi in noi_nhan %}", styles.INSTRUCTION), ("- {{ noi }}", styles.RECIPIENT),
         ("{%p endfor %}", styles.INSTRUCTION))  # fmt: skip
    fill(signer, ("{%p if thay_mat %}", styles.INSTRUCTION), ("{{ thay_mat }}", styles.AUTHORITY),
         ("{%p endif %}", styles.INSTRUCTION), ("{{ chuc_vu }}", styles.POST),
         ("{{ ho_ten }}", styles.SIGNER))  # fmt: skip


def write_if_any(word: WordDocument, name: str, style: str) -> None:
    """Write a paragraph that is left out where it would be empty."""
    word.add_paragraph(f"{{%p if {name} %}}", styles.INSTRUCTION)
    word.add_paragraph(f"{{{{ {name} }}}}", style)
    word.add_paragraph("{%p endif %}", styles.INSTRUCTION)


def fill(cell: Any, *lines: tuple[str, str]) -> None:
    """Fill a cell with paragraphs, each in its style."""
    cell.paragraphs[0].text, cell.paragraphs[0].style = lines[0]
    for text, style in lines[1:]:
        cell.add_paragraph(text, style)
