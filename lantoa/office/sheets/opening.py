"""Reading the list with which a ward opens its cells."""

from collections.abc import Mapping
from dataclasses import dataclass

from lantoa.figures.words import fold, is_readable
from lantoa.posts.operations.opening import RECORDER, NewCell
from lantoa.reading.typed import Mistyped, read_whole
from lantoa.units.models import Kind
from lantoa.units.queries.places import spelling
from lantoa.units.sheets.table import ListMistakes, ListRow, Value, find_rows, text_of

MOST_ROWS = 1000
MOST_MEMBERS = 100_000
NAME, KIND, MEMBERS, TITLE = "Tên chi bộ", "Loại", "Số đảng viên", "Chức danh người ghi"
COLUMNS = {
    NAME: ("ten chi bo", "ten don vi", "chi bo", "don vi"),
    KIND: ("loai", "loai don vi"),
    MEMBERS: ("so dang vien", "dang vien", "so dv"),
    TITLE: ("chuc danh nguoi ghi", "chuc danh", "nguoi ghi"),
}
EXAMPLE = "Ví dụ:"
"""A row whose name begins so is shown for guidance and opens nothing."""
SUMS = {"tong", "cong", "tong cong", "tong so"}

NOT_OPENED_BY_LIST = {Kind.NATION, Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE, Kind.UNPLACED}
KINDS = [kind for kind in Kind if kind not in NOT_OPENED_BY_LIST]
"""The kinds of unit that a list may open."""


class Wrong(Exception):
    """A value that cannot be taken, with the reason in words."""


@dataclass(frozen=True)
class ReadCells:
    """What a list says: the units to open, and the rows left out because they are examples."""

    cells: list[NewCell]
    examples: list[int]


def read_cells(content: bytes, *, taken: Mapping[str, str]) -> ReadCells:
    """Read the list of a ward; `taken` are the names of its open units, by their spelling.

    Raises ListMistakes with every place that is wrong, or ValidationError where there is no list.
    """
    places = find_rows(content, COLUMNS)
    examples = [place.number for place in places if _is_example(place)]
    rows = [place for place in places if not _is_example(place)]
    if not rows:
        raise ListMistakes(
            ["Danh sách chưa có dòng nào. Ghi mỗi đơn vị một dòng, dưới hàng tiêu đề."]
        )
    if len(rows) > MOST_ROWS:
        raise ListMistakes([f"Danh sách có {len(rows)} dòng; mỗi lần mở nhiều nhất 1.000 đơn vị."])
    return ReadCells(_cells(rows, taken=taken), examples)


def _is_example(place: ListRow) -> bool:
    return fold(str(place.values[NAME])).startswith(fold(EXAMPLE))


def _cells(rows: list[ListRow], *, taken: Mapping[str, str]) -> list[NewCell]:
    mistakes: list[str] = []
    seen: dict[str, int] = {}
    cells = []
    for place in rows:
        values, wrong = _values(place)
        name = values.get(NAME)
        if isinstance(name, str):
            wrong = _doubles(place, name, seen=seen, taken=taken) + wrong
        if not wrong:
            cells.append(NewCell(*(values[column] for column in COLUMNS)))  # type: ignore[arg-type]
        mistakes += wrong
    if mistakes:
        raise ListMistakes(mistakes)
    return cells


def _values(place: ListRow) -> tuple[dict[str, Value], list[str]]:
    values: dict[str, Value] = {}
    wrong = []
    for column, read in READERS.items():
        try:
            values[column] = read(place.values[column])
        except Wrong as refusal:
            wrong.append(place.mistake(column, str(refusal)))
    return values, wrong


def _doubles(
    place: ListRow, name: str, *, seen: dict[str, int], taken: Mapping[str, str]
) -> list[str]:
    key = spelling(name)
    if key in taken:
        return [place.mistake(NAME, f"“{taken[key]}” đang hoạt động rồi. Xóa dòng này.")]
    first = seen.setdefault(key, place.number)
    if first != place.number:
        return [place.mistake(NAME, f"“{name}” đã có ở dòng {first}. Sửa tên hoặc xóa một dòng.")]
    return []


def _text(value: Value, *, longest: int) -> str:
    text = text_of(value)
    if not is_readable(text):
        raise Wrong("có ký tự lạ không đọc được. Hãy gõ lại.")
    if len(text) > longest:
        raise Wrong(f"dài {len(text)} chữ, nhiều nhất {longest} chữ.")
    return text


def _name(value: Value) -> str:
    name = _text(value, longest=120)
    if not name:
        raise Wrong("chưa ghi tên.")
    if fold(name).rstrip(":") in SUMS:
        raise Wrong(f"“{name}” là dòng cộng. Xóa dòng này.")
    if not any(letter.isalpha() for letter in name):
        raise Wrong(f"“{name}” không phải là tên.")
    return name


def _kind(value: Value) -> Kind:
    text = _text(value, longest=120)
    if not text:
        raise Wrong("chưa ghi loại. Ví dụ: chi bộ.")
    kind = KIND_WORDS.get(_kind_word(text))
    if kind is None:
        raise Wrong(f"không có loại “{text}”. Chọn một loại trong bảng mẫu, ví dụ: chi bộ.")
    return kind


def _kind_word(text: str) -> str:
    return " ".join(fold(text).replace(",", " ").replace("/", " ").split())


def _members(value: Value) -> int | None:
    if isinstance(value, str):
        return _members_written(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Wrong(f"“{value}” không phải là số.")
    if not float(value).is_integer():
        raise Wrong(f"{str(value).replace('.', ',')} không phải là số nguyên.")
    if value < 0:
        raise Wrong("là số âm.")
    if value > MOST_MEMBERS:
        raise Wrong("lớn quá, hãy xem lại.")
    return int(value)


def _members_written(text: str) -> int | None:
    try:
        return _members(read_whole(text)) if text else None
    except Mistyped as refusal:
        raise Wrong(str(refusal)) from None


def _title(value: Value) -> str:
    return _text(value, longest=120) or RECORDER


def _kind_words() -> dict[str, Kind]:
    """Return the words by which each kind is known: its label, and each name in the label."""
    words = {_kind_word(name): kind for kind in KINDS for name in kind.label.split(",")}
    return words | {_kind_word(kind.label): kind for kind in KINDS} | MORE_WORDS


MORE_WORDS = {
    "khom ap": Kind.NEIGHBOURHOOD,
    "khu pho": Kind.NEIGHBOURHOOD,
    "doan": Kind.YOUTH,
    "doan tncs ho chi minh": Kind.YOUTH,
    "hoi lien hiep phu nu": Kind.WOMEN,
    "mat tran": Kind.FRONT,
    "ubnd": Kind.GOVERNMENT,
}
KIND_WORDS = _kind_words()
READERS = {NAME: _name, KIND: _kind, MEMBERS: _members, TITLE: _title}
