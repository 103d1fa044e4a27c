"""Reading a template that may come from anybody, and filling it with the words of a report."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from lantoa.paper import ToWrite, one_line
from lantoa.reports.document import Document, Heading, numbered
from lantoa.reports.word.refusal import TemplateRefused
from lantoa.reports.word.tags import TagEnvironment

LARGEST = 5_000_000  # bytes of a template as sent
TOO_LARGE = "Tệp mẫu lớn hơn 5 MB. Hãy bỏ bớt hình trong mẫu."
LARGEST_UNPACKED = 20_000_000  # bytes of all its parts
LARGEST_TEXT = 2_000_000  # bytes of one part that holds text
ANNEXES_STAND_HERE = "\u2063phu luc\u2063"  # put in the place of {{ phu_luc }}
NO_BREAK = "\u00a0"
BLANK_NUMBER = NO_BREAK * 8  # room for the clerk's own number
NO_WORD_FILE = "Tệp này không phải văn bản Word (.docx). Hãy lưu mẫu ở dạng .docx rồi gửi lại."
UNREADABLE = (TemplateError, SyntaxError, LookupError, ValueError, TypeError, AttributeError)


def read_template(template: Path | BinaryIO) -> bytes:
    """Return the bytes of a template, once it is known to be a harmless Word file."""
    sent = template.read_bytes() if isinstance(template, Path) else template.read(LARGEST + 1)
    if len(sent) > LARGEST:
        raise TemplateRefused(TOO_LARGE)
    try:
        with ZipFile(BytesIO(sent)) as parts:
            refuse_harmful(parts)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise TemplateRefused(NO_WORD_FILE) from error
    return sent


def refuse_harmful(parts: ZipFile) -> None:
    """Refuse macros, bombs, entities and whatever would be fetched from elsewhere."""
    if "word/document.xml" not in parts.namelist():
        raise TemplateRefused(NO_WORD_FILE)
    if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
        raise TemplateRefused("Tệp mẫu quá lớn sau khi mở ra. Hãy bỏ bớt hình trong mẫu.")
    for part in parts.infolist():
        refuse_harmful_part(part.filename, part.file_size, parts)


def refuse_harmful_part(name: str, size: int, parts: ZipFile) -> None:
    """Refuse one part of the file for what it is or holds."""
    if name.endswith("vbaProject.bin"):
        raise TemplateRefused("Mẫu có macro. Hãy lưu lại ở dạng .docx không có macro.")
    if not name.endswith((".xml", ".rels")):
        return
    if size > LARGEST_TEXT:
        raise TemplateRefused("Phần chữ của mẫu quá dài. Hãy rút gọn mẫu.")
    refuse_harmful_text(parts.read(name))


def refuse_harmful_text(text: bytes) -> None:
    """Refuse what is not XML, declares entities or points to a file that Word would fetch."""
    try:
        root = parse_xml(text)
    except SyntaxError as error:
        raise TemplateRefused(NO_WORD_FILE) from error
    if root.getroottree().docinfo.doctype:
        raise TemplateRefused("Mẫu có khai báo lạ (DOCTYPE). Hãy tạo lại mẫu bằng Word.")
    for relation in root.iterchildren("{*}Relationship"):
        if relation.get("TargetMode") == "External" and not is_link(relation):
            raise TemplateRefused("Mẫu nối tới tệp bên ngoài. Hãy chèn hình thẳng vào mẫu.")


def is_link(relation: Any) -> bool:
    """Say whether a relation is a link that only a reader's click follows."""
    return str(relation.get("Type")).endswith("/hyperlink")


def fill_template(document: Document, template: bytes) -> bytes:
    """Return the template with its tags replaced; the place of the annexes is only marked."""
    filled = BytesIO()
    try:
        layout = DocxTemplate(BytesIO(template))
        layout.render(words_of(document), jinja_env=TagEnvironment(), autoescape=True)
        layout.save(filled)
    except TemplateRefused:
        raise
    except UNREADABLE as error:
        raise TemplateRefused(
            "Không điền được vào mẫu này: có thẻ đặt sai chỗ hoặc tệp bị hỏng. "
            "Hãy đặt mỗi thẻ {%p … %} riêng một dòng."
        ) from error
    return filled.getvalue()


def words_of(document: Document) -> dict[str, Any]:
    """Return what the tags stand for: texts and lists of texts only, nothing that can act."""
    return {
        "cap_tren": one_line(document.issuer.superior),
        "co_quan": one_line(document.issuer.committee),
        "so": one_line(document.number) or BLANK_NUMBER,
        "ky_hieu": one_line(document.symbol),
        "noi_va_ngay": unbroken(document),
        "ten_loai": one_line(document.kind),
        "trich_yeu": one_line(document.subject),
        "mo_dau": [line_of(part) for part in document.opening],
        "noi_dung": [line_of(part) for part in numbered(document.sections)],
        "noi_nhan": list(closed(document.recipients)),
        "thay_mat": one_line(document.signature.authority),
        "chuc_vu": one_line(document.signature.post),
        "ho_ten": one_line(document.signature.name),
        "phu_luc": ANNEXES_STAND_HERE,
        "canh_bao": [one_line(mark) for mark in document.marks],
        "nguon_goc": one_line(document.provenance),
    }


def unbroken(document: Document) -> str:
    """Return place and day so that a long line ends after the place and nowhere in the day."""
    place, day = one_line(document.place_and_day).rsplit(", ", 1)
    return f"{place}, {day.replace(' ', NO_BREAK)}"


def line_of(part: Heading | str | ToWrite) -> dict[str, str]:
    """Return one line of the report with the kind by which the template sets it."""
    if isinstance(part, Heading):
        kind = ("muc I", "muc 1", "muc a")[min(part.level, 3) - 1]
        return {"loai": kind, "so": part.number, "chu": one_line(part.text)}
    if isinstance(part, ToWrite):
        return {"loai": "viet them", "so": "", "chu": one_line(part.prompt)}
    return {"loai": "doan", "so": "", "chu": one_line(part)}


def closed(recipients: tuple[str, ...]) -> Iterator[str]:
    """Yield the recipients with a comma after each and a full stop after the last."""
    for place, recipient in enumerate(recipients, start=1):
        yield one_line(recipient) + ("." if place == len(recipients) else ",")
