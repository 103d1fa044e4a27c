"""The words around a figure, in the form in which they are compared."""

import re
from functools import cache

from lantoa.reading import FoundFigure
from lantoa.reading.folding import plain

COUNTED = {
    "VND": "đồng",
    "USD": "USD",
    "percent": "%",
    "times": "lần",
    "rank": "hạng",
    "per_10000": "bác sĩ",
    "party_member": "đảng viên",
    "person": "người",
    "attendance": "lượt",
    "individual": "cá nhân",
    "collective": "tập thể",
    "household": "hộ",
    "class": "lớp",
    "conference": "hội nghị",
    "dialogue": "cuộc đối thoại",
    "event": "buổi, cuộc",
    "case": "vụ",
    "award": "giải, bằng khen",
    "opinion": "ý kiến",
    "model": "mô hình",
    "exemplar": "điển hình",
    "project": "công trình, việc",
    "document": "văn bản",
    "criterion": "chỉ tiêu, nội dung",
    "unit_org": "tổ chức",
    "commune": "xã, phường",
    "village": "khóm, ấp",
    "district": "huyện",
    "province": "tỉnh",
    "school": "trường",
    "site": "điểm",
    "house": "căn",
    "fund": "quỹ",
    "gift": "suất",
    "scholarship": "suất học bổng",
    "item": "cái",
    "vehicle": "xe",
    "blood_unit": "đơn vị máu",
    "workday": "ngày công",
    "tonne": "tấn",
    "kilogram": "kg",
    "metre": "mét",
    "kilometre": "km",
    "sqm": "m²",
    "sqkm": "km²",
    "hectare": "ha",
    "year_count": "năm",
    "month_count": "tháng",
    "day_count": "ngày",
    "age": "tuổi",
    "other": "đơn vị khác",
}
"""What a figure counts, as people say it."""

LONGEST_PHRASE = 120
SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n")
BEFORE, BEHIND = 240, 120
"""How far around a figure its sentence is looked at."""


def bare(words: str) -> str:
    """Return words in one spelling and with single spaces."""
    return " ".join(plain(words).split())


def phrase_of(figure: FoundFigure) -> str:
    """Return what a figure speaks of, without numbers: by this it is learned and found again."""
    words = re.sub(r"\d[\d.,/%]*", " ", f"{figure.subject}")
    return bare(words)[:LONGEST_PHRASE]


def sentence_around(text: str, figure: FoundFigure) -> str:
    """Return the sentence in which a figure stands."""
    before = text[max(0, figure.start - BEFORE) : figure.start]
    behind = text[figure.end : figure.end + BEHIND]
    return SENTENCE_END.split(before)[-1] + figure.text + SENTENCE_END.split(behind)[0]


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def holds(text: str, words: str) -> bool:
    """Tell whether a text holds one of some words ("dự|học tập") as whole words."""
    return _pattern(words).search(text) is not None
