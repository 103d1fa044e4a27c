"""Texts of the time before Unicode: they look right only in fonts that nobody has any more."""

import re

from lantoa.intake.refusal import Unreadable

TCVN3 = re.compile(r"[§®©ª«¬µ¶¸·¹¾»¼½Æ]")
VNI = re.compile(r"[aeouAEOU][øùûõïáàåãäéèúüëÙØÛÕÏÁÀÅÃÄÉÈÚÜË]|[ñÑ][aeiouôöAEIOUÔÖ]")
TODAY = re.compile(r"[\u1ea0-\u1ef9ăđơưĂĐƠƯ\u0300\u0301\u0303\u0309\u0323]")
SAMPLE = 50_000
ENOUGH = 40
OFTEN = 0.02


def refuse_old_fonts(text: str) -> None:
    """Raise Unreadable for a text written in TCVN3 or VNI: its letters would be read wrongly."""
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    today = len(TODAY.findall(sample))
    for name, sign in (("TCVN3 (ABC)", TCVN3), ("VNI", VNI)):
        old = len(sign.findall(sample))
        if old > ENOUGH and old > OFTEN * letters and old > 10 * today:
            raise Unreadable(
                f"Văn bản dùng bảng mã cũ {name}. Hãy chuyển sang Unicode rồi gửi lại."
            )
