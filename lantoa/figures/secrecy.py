"""The marks of state secrets, by which a text says that it may not be kept here."""

import re

MARK = r"(?:tuyệt\s+mật|tối\s+mật|mật)"
BESIDE = r"(?:[^\w\n]|_)*"
"""What may stand beside a mark on its line; it ends with the line, so that a search of many lines
that hold nothing looks at each once.
"""
ALONE = re.compile(rf"^{BESIDE}({MARK}){BESIDE}$", re.MULTILINE | re.IGNORECASE)
"""A line that holds nothing but the mark, as a stamp does."""
SAID = re.compile(rf"\bđộ\s+(?:bảo\s+)?mật\s*(?:[:\-–]\s*)?({MARK})\b", re.IGNORECASE)
BRACKETED = re.compile(rf"[(\[]\s*({MARK})\s*[)\]]", re.IGNORECASE)
CAPITALS = re.compile(r"\b(TUYỆT\s+MẬT|TỐI\s+MẬT)\b")


def mark_of(text: str) -> str:
    """Return the mark that a text bears ("Mật", "Tối mật", "Tuyệt mật"), empty where none.

    The three degrees are those of the law on protecting state secrets (29/2018/QH14, article 8).
    The word inside a sentence ("giữ bí mật", "mật ong") is no mark.
    """
    for form in (ALONE, SAID, BRACKETED, CAPITALS):
        if found := form.search(text):
            return " ".join(found[1].split()).capitalize()
    return ""
