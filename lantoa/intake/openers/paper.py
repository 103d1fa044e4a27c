"""Opening a PDF kept as proof: what is to be seen of its pages, and nothing else."""

from io import BytesIO

import pypdfium2

from lantoa.figures.secrecy import mark_of
from lantoa.intake.answer import FileContents
from lantoa.intake.limits import LONGEST_PAGE_SIDE, MOST_PROOF_PAGES
from lantoa.intake.refusal import Secret, Unreadable

A4_POINTS = 842
QUALITY = 80


def opened(content: bytes) -> FileContents:
    """Return a PDF of the pictures of another's pages, and how many there are.

    Names, scripts, attachments, links and hidden words are not in it. Raises Unreadable for a
    broken, empty or long one, and for one with a password.
    """
    try:
        with pypdfium2.PdfDocument(content) as document:
            pages = len(document)
            if not 1 <= pages <= MOST_PROOF_PAGES:
                raise Unreadable(f"có {pages} trang; minh chứng tối đa {MOST_PROOF_PAGES} trang.")
            _refuse_secrets(document)
            document.init_forms()  # else what was typed into a form is not drawn
            return FileContents(pages, _pictured(document))
    except pypdfium2.PdfiumError as fault:
        raise Unreadable(_why(fault)) from None


def _refuse_secrets(document: pypdfium2.PdfDocument) -> None:
    """Raise Secret where a page says that it is one; of a scanned page nothing can be told."""
    for page in document:
        if mark := mark_of(page.get_textpage().get_text_range()):
            raise Secret(mark)


def _why(fault: pypdfium2.PdfiumError) -> str:
    if "password" in str(fault).lower():
        return "là tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại."
    return "không mở được: tệp PDF hỏng hoặc bị cắt cụt. Hãy xuất hoặc quét lại rồi gửi."


def _pictured(document: pypdfium2.PdfDocument) -> bytes:
    written = BytesIO()
    with pypdfium2.PdfDocument.new() as pictured:
        for page in document:
            _add(pictured, _picture_of(page))
            page.close()
        pictured.save(written)
    return written.getvalue()


def _picture_of(page: pypdfium2.PdfPage) -> BytesIO:
    """Return a page as a JPEG, as it is printed: what is written by hand or stamped on it too."""
    scale = LONGEST_PAGE_SIDE / max(1, *page.get_size())
    drawn = BytesIO()
    page.render(scale=scale, draw_annots=True).to_pil().convert("RGB").save(
        drawn, "JPEG", quality=QUALITY
    )
    return drawn


def _add(pictured: pypdfium2.PdfDocument, drawn: BytesIO) -> None:
    """Add a page that is one picture, its longer side that of A4."""
    image = pypdfium2.PdfImage.new(pictured)
    image.load_jpeg(drawn, inline=True)
    across, down = image.get_px_size()
    scale = A4_POINTS / LONGEST_PAGE_SIDE
    width, height = across * scale, down * scale
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page = pictured.new_page(width, height)
    page.insert_obj(image)
    page.gen_content()
