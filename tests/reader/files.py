"""Small files of every kind, honest and hostile, made for the tests."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import xlsxwriter
from PIL import Image

STORY = (
    "Năm 2023, Đảng bộ huyện Thoại Sơn mở 956 hội nghị, có 17.939 lượt đảng viên học tập, gồm: "
    "chuyên đề toàn khóa 4.489 lượt đảng viên; chuyên đề năm 2022 có 4.416 lượt đảng viên; chuyên "
    "đề năm 2023 có 4.530 lượt đảng viên và chuyên đề năm 2024 có 4.054 lượt đảng viên."
)
"""The published figures of one district in words of our own: the parts make 17.489."""


def word(*blocks: str | list[list[str]]) -> bytes:
    """Return a .docx of paragraphs and tables."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=len(block[0]))
        for row, cells in enumerate(block):
            for column, words in enumerate(cells):
                table.cell(row, column).text = words
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def word_of_xml(body: str, *, head: str = "") -> bytes:
    """Return a .docx whose text part is given as XML."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": f'<?xml version="1.0"?>{head}{text}'.encode()})


def packed(parts: dict[str, bytes]) -> bytes:
    """Return the parts as one packed file."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def sheet(rows: list[list[object]], *, name: str = "Tổng hợp") -> bytes:
    """Return a .xlsx of one sheet."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        page = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            page.write_row(row, 0, cells)
    return written.getvalue()


def far_cell() -> bytes:
    """Return a .xlsx with one word in the first cell and one in the last that there can be."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.write(0, 0, "đầu")
        page.write(1_048_575, 16_383, "cuối")
    return written.getvalue()


def pdf(*pages: str, password: bool = False) -> bytes:
    """Return a PDF with a text layer, a page for each text."""
    letters = sorted(set("".join(pages)))
    code = {letter: place + 1 for place, letter in enumerate(letters)}
    lines = "\n".join(f"<{code[letter]:02x}> <{ord(letter):04x}>" for letter in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def 1 begincodespacerange "
        f"<00> <ff> endcodespacerange {len(letters)} beginbfchar\n{lines}\nendbfchar endcmap end"
    )
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _font(), _stream(cmap.encode())]
    kids = []
    for text in pages:
        shown = "".join(f"{code[letter]:02x}" for letter in text)
        objects.append(_stream(f"BT /F1 12 Tf 50 700 Td <{shown}> Tj ET".encode()))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 800] /Resources << /Font << /F1 3 0 "
            b"R >> >> /Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    return assembled(objects, password=password)


def _font() -> bytes:
    return (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 255 "
        b"/ToUnicode 4 0 R >>"
    )


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content)


def assembled(objects: list[bytes], *, password: bool = False) -> bytes:
    """Return the objects as one PDF."""
    out, places = b"%PDF-1.4\n", []
    if password:
        locked = b"(" + b"x" * 32 + b")"
        objects = [
            *objects,
            b"<< /Filter /Standard /V 1 /R 2 /O %b /U %b /P -4 >>" % (locked, locked),
        ]
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    more = b"/Encrypt %d 0 R /ID [(a) (a)] " % len(objects) if password else b""
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R %b>>\n"
        b"startxref\n%d\n%%%%EOF" % (len(objects) + 1, table, len(objects) + 1, more, start)
    )


def telling_pdf(secret: bytes) -> bytes:
    """Return a PDF of one black square that says more than is to be seen, in every way it can."""
    hidden = b"BT 3 Tr /F1 9 Tf 50 50 Td (%b) Tj ET 50 50 100 100 re f" % secret
    script = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R /OpenAction %b /Names << /EmbeddedFiles << /Names "
            b"[(a.txt) 5 0 R] >> >> >>" % script,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << "
            b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            _stream(hidden),
            b"<< /Type /Filespec /F (a.txt) /EF << /F 6 0 R >> >>",
            b"<< /Type /EmbeddedFile /Length %d >>\nstream\n%b\nendstream" % (len(secret), secret),
            b"<< /Author (%b) /Title (%b) >>" % (secret, secret),
        ]
    ).replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 7 0 R")


def form_pdf() -> bytes:
    """Return a PDF with nothing but a box into which something was typed."""
    drawn = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 90 30] /Length 14 >>\n"
        b"stream\n0 0 80 20 re f\nendstream"
    )
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Annots [4 0 R] >>",
            b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Co) /F 4 /Rect [20 20 110 50] "
            b"/AP << /N 5 0 R >> /P 3 0 R >>",
            drawn,
        ]
    )


def pdf_bomb() -> bytes:
    """Return a PDF whose one page unpacks to three hundred megabytes of drawing."""
    packer = zlib.compressobj(9)
    drawn = b"".join(packer.compress(b"0 0 m 1 1 l S " * 75_000) for _ in range(300))
    packed_page = drawn + packer.flush()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream"
        % (len(packed_page), packed_page),
    ]
    return assembled(objects)


def scan() -> bytes:
    """Return a PDF that is a picture of a page."""
    written = BytesIO()
    Image.new("RGB", (600, 800), "white").save(written, "PDF")
    return written.getvalue()


PAGE = f"""<!doctype html><html><head><title>Trang thử</title>
<script>var a = "99 hội nghị"</script></head><body><nav><a href="/">Trang chủ 12 mục</a></nav>
<div class="menu-left">Lượt truy cập 45.120 người</div>
<div id="content"><h1>Học Bác ở Thoại Sơn</h1><div class="share-buttons">Chia sẻ 15 lượt</div>
<div class="detail"><p>{STORY}</p><p>Tặng <b>1.200</b> suất quà.<br>Cất 12 căn nhà.</p>
<table><tr><th>Nội dung</th><th>Số buổi</th></tr><tr><td>Chuyên đề</td><td>275</td></tr></table>
</div></div>
<div class="tin-lien-quan"><a href="/2">Xã khác tặng 300 suất quà</a></div>
<footer>Điện thoại 0296 3852 222. 1.024 người đang xem</footer></body></html>"""
