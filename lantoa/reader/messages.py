"""A secretary's message to the fields of a meeting: numbers and days only, names are dropped.

"CB khóm 3 họp 3/10, 42/45 đv, vắng 3 có phép", or the same without marks, as telephones write it.
What is not understood is left out; nothing of the words themselves is kept.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from lantoa.figures.period import write_day
from lantoa.figures.words import fold
from lantoa.reading.typed import calendar_day

PEOPLE = r"(?:dv|d/v|dang vien|dc|d/c|dong chi|nguoi|luot)"
NUMBER = r"(\d{1,4})"
RATIO = re.compile(rf"(?<![\d/]){NUMBER} ?/ ?{NUMBER}(?![\d/]) ?{PEOPLE}(?!\w)")
CAME_OF = re.compile(
    rf"(?:du|co mat|hien dien|quan so|ty le|dat|si so)(?: hop)? ?:? ?{NUMBER} ?/ ?{NUMBER}(?![\d/])"
)
CAME = re.compile(
    rf"(?:du|co mat|hien dien)(?: hop)? ?:? ?{NUMBER}(?![\d/%])|(?<![\d/]){NUMBER} ?{PEOPLE} ?"
    r"(?:du|tham du|co mat|tham gia)(?! 100)"
)
INVITED = re.compile(
    rf"(?:trieu tap|tong so|ts) ?:? ?{NUMBER}(?![\d/])|{NUMBER} ?{PEOPLE} ?duoc trieu tap"
)
WITH_REASON = re.compile(
    rf"(?<![\d/]){NUMBER} ?{PEOPLE}? ?\(?(?:vang )?(khong|ko|k|0)? ?(?:co|xin)? ?"
    r"(?:phep|ly do|li do)"
)
ABSENT = re.compile(rf"vang(?: mat)? ?:? ?{NUMBER}")
ALL_CAME = re.compile(r"khong (?:ai |co )?vang|vang:? ?(?:khong|ko)(?! phep| ly| li| co)|du 100%")
EXEMPT = re.compile(
    rf"mien(?: sinh hoat| shd| sh)? ?:? ?{NUMBER}|{NUMBER} ?{PEOPLE}? ?(?:duoc )?mien"
)
GUESTS = re.compile(rf"{NUMBER} ?(?:khach|dai bieu)|khach ?(?:moi|du)? ?:? ?{NUMBER}")
OTHERS = re.compile(rf"{NUMBER} ?(?:quan chung|qc(?!\w))|quan chung ?:? ?{NUMBER}")
DAY = re.compile(r"(?<![\d/])(\d{1,2}) ?[/.\-] ?(\d{1,2})(?: ?[/.\-] ?(\d{4}|\d{2}))?(?![\d/])")
DAYS_BACK = {"hom nay": 0, "sang nay": 0, "chieu nay": 0, "toi nay": 0, "hom qua": 1, "toi qua": 1}
SORTS = (
    ("rhythm", r"chao co"),
    ("course", r"lop boi duong|lop tap huan|boi duong ly luan"),
    ("thematic", r"chuyen de"),
    ("talk", r"toa dam|ke chuyen"),
    ("conference", r"hoi nghi|lop hoc|hoc tap|quan triet|hoc nq|trien khai"),
    ("regular", r"hop|sinh hoat|shcb|shdk|thuong ky|dinh ky|hop le"),
)
TOPICS = {
    "rhythm": "Chào cờ đầu tuần",
    "course": "Lớp bồi dưỡng",
    "thematic": "Sinh hoạt chuyên đề tháng {month}",
    "talk": "Tọa đàm, kể chuyện về Bác",
    "conference": "Học tập, quán triệt",
    "regular": "Sinh hoạt chi bộ thường kỳ tháng {month}",
}
ONLINE = re.compile(r"truc tuyen|online|zoom|qua zalo|qua mang")

BOXES = (
    "last_day",
    "members_present",
    "members_invited",
    "absent_excused",
    "absent_unexcused",
    "members_exempt",
    "guests_present",
    "nonmembers_present",
)
"""The boxes for the day and for numbers that a message can fill, in the order of showing."""


@dataclass(frozen=True)
class Understood:
    """What was understood of a message: boxes of the form as text, and what to look at."""

    boxes: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to be written down."""
        return not set(self.boxes) & set(BOXES)

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Return the day and the numbers, each with the name of its box."""
        return [(name, self.boxes[name]) for name in BOXES if name in self.boxes]


def understood(message: str, *, today: date) -> Understood:
    """Return what a message says of a meeting; a day without a year is the latest one past."""
    low = fold(message)
    boxes = _crowd(low) | _absent(low) | _others(low)
    if not boxes:
        return Understood()
    if day := _day(CAME_OF.sub(" ", RATIO.sub(" ", low)), today):
        boxes["last_day"] = write_day(day)
    sort = _sort(low)
    if sort:
        month = f"{(day or today).month}/{(day or today).year}"
        boxes |= {"sort": sort, "topic": TOPICS[sort].format(month=month)}
    if ONLINE.search(low):
        boxes["mode"] = "online"
    return Understood(boxes, tuple(_remarks(low, boxes, day)))


def _first(pattern: re.Pattern[str], low: str) -> str | None:
    """Return the number that a pattern finds first."""
    found = pattern.search(low)
    return next((each for each in found.groups() if each), None) if found else None


def _crowd(low: str) -> dict[str, str]:
    """Return how many came and how many were invited."""
    if both := RATIO.search(low) or CAME_OF.search(low):
        return {"members_present": both[1], "members_invited": both[2]}
    found = {"members_present": _first(CAME, low), "members_invited": _first(INVITED, low)}
    return {name: number for name, number in found.items() if number}


def _absent(low: str) -> dict[str, str]:
    """Return how many were absent, with and without a reason; a bare number tells neither."""
    if ALL_CAME.search(low):
        return {"absent_excused": "0", "absent_unexcused": "0"}
    found = {
        "absent_unexcused" if each[2] else "absent_excused": each[1]
        for each in WITH_REASON.finditer(low)
    }
    return found if "vang" in low else {}


def _others(low: str) -> dict[str, str]:
    asked = {"members_exempt": EXEMPT, "guests_present": GUESTS, "nonmembers_present": OTHERS}
    found = {name: _first(pattern, low) for name, pattern in asked.items()}
    return {name: number for name, number in found.items() if number}


def _day(low: str, today: date) -> date | None:
    """Return the day of the meeting: the first that is in the calendar."""
    for found in DAY.finditer(low):
        if day := _past(int(found[1]), int(found[2]), found[3], today):
            return day
    spoken = next((back for words, back in DAYS_BACK.items() if words in low), None)
    return None if spoken is None else today - timedelta(days=spoken)


def _past(day: int, month: int, year: str | None, today: date) -> date | None:
    """Return a day of the calendar; without a year, the latest that is not ahead."""
    if year:
        return calendar_day(day, month, int(year))
    found = calendar_day(day, month, today.year)
    is_ahead = found is not None and found > today
    return calendar_day(day, month, today.year - 1) if is_ahead else found


def _sort(low: str) -> str:
    return next((sort for sort, words in SORTS if re.search(rf"(?<!\w)(?:{words})(?!\w)", low)), "")


def _remarks(low: str, boxes: Mapping[str, str], day: date | None) -> list[str]:
    """Return what a person should look at before saving."""
    remarks = [] if day else ["Tin nhắn không ghi ngày: hãy chọn ngày trong phiếu."]
    reasons = {"absent_excused", "absent_unexcused"} & set(boxes)
    if "sort" not in boxes:
        remarks.append("Chưa rõ loại buổi: hãy chọn trong phiếu.")
    if (bare := _first(ABSENT, low)) and not reasons:
        remarks.append(f"Vắng {bare}, chưa rõ có lý do hay không: hãy ghi vào ô đúng.")
    known = [int(boxes[name]) for name in ("members_present", *sorted(reasons)) if name in boxes]
    invited = int(boxes.get("members_invited", 0))
    if invited and reasons and "members_present" in boxes and sum(known) != invited:
        remarks.append(f"Số dự cộng số vắng là {sum(known)}, số triệu tập là {invited}.")
    return remarks
