"""What a file really is that is neither a picture nor a paper, in words for who sent it."""

import re

NO_PICTURE = (
    "không phải ảnh (JPG, PNG, WebP, HEIC) hay tệp PDF như tên gọi. "
    "Hãy chọn đúng tệp ảnh chụp hoặc bản quét."
)
EMPTY = "là tệp trống: không có gì bên trong. Hãy chép lại từ máy chụp rồi gửi."
AS_PICTURE = "Hãy mở ra, lưu thành ảnh JPG hoặc PNG rồi gửi lại."
AS_PAPER = "Hãy mở ra, lưu hoặc in thành PDF rồi gửi lại."
TRUNCATED = (
    "là ảnh bị hỏng hoặc bị cắt cụt: phần cuối tệp không có. Hãy chép lại từ máy chụp rồi gửi."
)
SORTS = (
    (rb"GIF8[79]a", f"là ảnh GIF. {AS_PICTURE}"),
    (rb"BM.{4}\0{4}", f"là ảnh BMP. {AS_PICTURE}"),
    (rb"II\*\0|MM\0\*", f"là ảnh TIFF hoặc ảnh thô của máy ảnh. {AS_PICTURE}"),
    (rb".{4}ftyp(?:avif|avis)", f"là ảnh AVIF. {AS_PICTURE}"),
    (rb".{4}ftyp(?:heic|heix|mif1|heim|heis)", f"là ảnh HEIC bị hỏng. {AS_PICTURE}"),
    (rb".{4}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI ", "là phim. Chỉ nhận ảnh chụp và tệp PDF."),
    (rb"\xff\xd8\xff|\x89PNG|RIFF.{4}WEBP", TRUNCATED),
    (rb"PK\x03\x04.{0,4000}word/", f"là tệp Word. {AS_PAPER}"),
    (rb"PK\x03\x04.{0,4000}xl/", f"là tệp Excel. {AS_PAPER}"),
    (rb"PK\x03\x04|Rar!|7z\xbc\xaf", "là tệp nén. Hãy giải nén rồi gửi từng ảnh, từng tệp PDF."),
    (rb"\xd0\xcf\x11\xe0", f"là tệp Word, Excel đời cũ. {AS_PAPER}"),
    (rb"8BPS", f"là tệp Photoshop. {AS_PICTURE}"),
    (rb"\s*(?:<\?xml[^>]*>\s*)?<svg", f"là hình vẽ SVG. {AS_PICTURE}"),
    (rb"\s*<(?:!doctype|html|script)", "là trang web. Hãy chụp màn hình trang đó, hoặc in ra PDF."),
)


def unknown(content: bytes) -> str:
    """Say what a file is that cannot be taken, and what to do with it."""
    if not content.strip(b"\0 \r\n\t"):
        return EMPTY
    begun = content[:5000]
    found = (say for sign, say in SORTS if re.match(sign, begun, re.DOTALL | re.IGNORECASE))
    return next(found, NO_PICTURE)
