"""What follows the filling of a template: annexes set, losses refused, properties, equal bytes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from lantoa.reports.document import Document
from lantoa.reports.word.annexes import set_annexes
from lantoa.reports.word.refusal import TemplateRefused
from lantoa.reports.word.template import ANNEXES_STAND_HERE, words_of


def finish(document: Document, filled: bytes) -> bytes:
    """Return the bytes of a filled template as a finished report."""
    word = docx.Document(BytesIO(filled))
    refuse_losses(document, word)
    keep_with_tables(word)
    set_annexes(document, word, place=place_of_annexes(word))
    refuse_missing_marks(document, word)
    set_properties(document, word)
    finished = BytesIO()
    word.save(finished)
    return without_clock(finished.getvalue())


def refuse_losses(document: Document, word: WordDocument) -> None:
    """Refuse a template in which a line of the report, or how it was counted, does not appear."""
    shown = text_of(word.element.body).casefold()
    for line in lines_to_show(document):
        if line.casefold() not in shown:
            raise TemplateRefused(f"Mẫu làm mất một đoạn của báo cáo: “{line[:80]}”.")


def lines_to_show(document: Document) -> Iterator[str]:
    """Yield every line that no template may leave out."""
    words = words_of(document)
    for line in (*words["mo_dau"], *words["noi_dung"]):
        yield line["chu"]
    yield words["nguon_goc"]


def keep_with_tables(word: WordDocument) -> None:
    """Keep the paragraph before each table on its page, so that no signature stands alone."""
    for table in word.tables:
        before = table._tbl.getprevious()
        if before is not None and before.tag == qn("w:p"):
            before.get_or_add_pPr().get_or_add_keepNext().val = True


def place_of_annexes(word: WordDocument) -> Any:
    """Return the paragraph that holds the tag of the annexes, which must stand by itself."""
    for paragraph in word.paragraphs:
        if paragraph.text.strip() == ANNEXES_STAND_HERE:
            return paragraph._p
    raise TemplateRefused("Mẫu phải có {{ phu_luc }} đứng một mình trên một dòng, ngoài mọi bảng.")


def refuse_missing_marks(document: Document, word: WordDocument) -> None:
    """Refuse a template that would print a page without the marks of the report."""
    for header in headers_of(word):
        shown = text_of(header._element)
        if any(mark not in shown for mark in words_of(document)["canh_bao"]):
            raise TemplateRefused(
                "Mẫu phải có {{ nhan }} trong vòng lặp canh_bao ở đầu trang của mọi trang, "
                "kể cả trang đầu."
            )


def headers_of(word: WordDocument) -> Iterator[Any]:
    """Yield every header that some page of the document shows."""
    for section in word.sections:
        yield section.header
        if section.different_first_page_header_footer:
            yield section.first_page_header
        if word.settings.odd_and_even_pages_header_footer:
            yield section.even_page_header


def set_properties(document: Document, word: WordDocument) -> None:
    """Say in the file what it is, in which language and from which day."""
    words, properties = words_of(document), word.core_properties
    properties.title = f"{words['ten_loai']} {words['trich_yeu']}"[:255]
    properties.subject = words["trich_yeu"][:255]
    properties.author = properties.last_modified_by = words["co_quan"][:255]
    properties.comments = " ".join(words["canh_bao"])[:255]
    properties.language, properties.revision = "vi-VN", 1
    day = datetime.combine(document.day, datetime.min.time(), tzinfo=UTC)
    properties.created = properties.modified = day


def text_of(element: Any) -> str:
    """Return all the text inside an element."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def without_clock(package: bytes) -> bytes:
    """Return the same package without the hour of its writing, so that equal reports are equal."""
    packed = BytesIO()
    with ZipFile(BytesIO(package)) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as same:
        for name in parts.namelist():
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            same.writestr(part, parts.read(name))
    return packed.getvalue()
