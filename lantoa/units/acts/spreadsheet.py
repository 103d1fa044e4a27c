"""Reading the steps of a decision from a spreadsheet: .xlsx or .csv, one row a step or part of one.

Rows that merge units, or divide one, bear the same new code or name the same unit. A code names the
unit that bears it on the eve of the decision; where a unit is meant that the decision itself opens,
its new code does. Who receives others is who bears the code on the day, where another decision of
that day ended the former bearer. Nothing is taken unless every row is good.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import ValidationError
from python_calamine import CalamineError, PasswordError, load_workbook

from lantoa.figures.words import composed, fold, is_readable
from lantoa.units.acts.naming import Ambiguous, Bearers, bearers_of
from lantoa.units.acts.steps import Fault, Reference, Sort, Step
from lantoa.units.models import Kind
from lantoa.units.sheets.safety import LARGEST_FILE, NOT_A_SHEET, refuse_unsafe

STEP, UNIT, CODE, NAME, KIND = "Việc", "Mã đơn vị", "Mã mới", "Tên mới", "Loại mới"
PARENT, SUCCESSOR, NOTE = "Nơi trực thuộc mới", "Đơn vị kế thừa chính", "Ghi chú"
COLUMNS = {
    STEP: ("viec", "buoc"),
    UNIT: ("ma don vi", "ma cu", "don vi"),
    CODE: ("ma moi",),
    NAME: ("ten moi",),
    KIND: ("loai moi", "loai", "loai don vi"),
    PARENT: ("noi truc thuoc moi", "truc thuoc moi", "noi truc thuoc"),
    SUCCESSOR: ("don vi ke thua chinh", "ke thua chinh", "don vi ke thua"),
    NOTE: ("ghi chu",),
}
NEEDED = (STEP, UNIT)
WORDS = {
    Sort.OPEN: ("thanh lap", "mo"),
    Sort.CLOSE: ("ket thuc", "giai the"),
    Sort.RENAME: ("doi ten",),
    Sort.RECODE: ("doi ma",),
    Sort.MOVE: ("chuyen", "chuyen truc thuoc"),
    Sort.MERGE: ("hop nhat", "sap nhap", "nhap"),
    Sort.SPLIT: ("chia", "tach"),
    Sort.CHANGE_KIND: ("doi loai",),
}
SORTS = {word: sort for sort, words in WORDS.items() for word in words}
KINDS = {fold(word): kind for kind in Kind for word in (kind.label, kind.value)}
FIELDS = {
    "unit": UNIT,
    "code": CODE,
    "name": NAME,
    "kind": KIND,
    "parent": PARENT,
    "into": CODE,
    "successor": SUCCESSOR,
    "receives": UNIT,
}
"""In which column a fault of a step is shown."""
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How "Unicode text" begins, as spreadsheet programs save it."""
ROWS_LOOKED_AT = 30
LONGEST = {CODE: 40, NAME: 200, NOTE: 500}


class Mistakes(ValidationError):
    """What is wrong in a list, one sentence for each place: row and column."""


@dataclass(frozen=True)
class Row:
    """A row as it is numbered on the screen, and its texts by column."""

    number: int
    texts: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the text in a column, empty where the list has no such column."""
        return self.texts.get(column, "")

    def mistake(self, column: str, words: str) -> str:
        """Say what is wrong in one column of this row."""
        return f"Dòng {self.number}, cột {column}: {words}"


@dataclass(frozen=True)
class Reading:
    """The steps of a list, and for each of them the row it was read from."""

    steps: tuple[Step, ...]
    rows: tuple[Row, ...]

    def mistakes(self, faults: Sequence[Fault]) -> list[str]:
        """Say by row and column what a plan found wrong."""
        return [
            self.rows[each.step].mistake(FIELDS.get(each.field, STEP), each.words)
            for each in faults
        ]


def read_steps(content: bytes, *, on: date, within: set[int] | None = None) -> Reading:
    """Read the steps of a decision that is in force from a day.

    `within` keeps to units that somebody may reach. Raises Mistakes with every place that is wrong,
    or ValidationError where there is no list.
    """
    rows = list(_rows(content))
    if not rows:
        raise Mistakes(["Danh sách chưa có dòng nào. Ghi mỗi việc một dòng, dưới hàng tiêu đề."])
    codes = {row[column] for row in rows for column in (UNIT, CODE, PARENT, SUCCESSOR)} - {""}
    known = bearers_of(codes, on=on, within=within)
    opened = {row[CODE] or row[NAME] for row in rows if row[NAME] and _sort(row) in FORMING}
    mistakes: list[str] = []
    steps = [_step(row, known, opened, mistakes) for row in rows]
    if mistakes:
        raise Mistakes(mistakes)
    return Reading(tuple(steps), tuple(rows))


FORMING = {Sort.OPEN, Sort.MERGE, Sort.SPLIT}


def _sort(row: Row) -> Sort | None:
    return SORTS.get(fold(row[STEP]))


def _step(row: Row, known: Bearers, opened: set[str], mistakes: list[str]) -> Step:
    sort = _sort(row)
    if sort is None:
        allowed = ", ".join(words.label for words in Sort)
        mistakes.append(row.mistake(STEP, f"“{row[STEP]}” không phải là một trong: {allowed}."))
    mistakes += _bad_texts(row)
    step = Step(
        sort=sort or Sort.OPEN,
        unit=_existing(row, UNIT, known, mistakes) if sort is not Sort.OPEN else None,
        code=row[CODE],
        name=row[NAME],
        kind=_kind(row, mistakes),
        parent=_reference(row, PARENT, known, opened, mistakes),
        successor=_reference(row, SUCCESSOR, known, opened, mistakes),
        note=row[NOTE],
    )
    return _with_target(row, step, known, opened, mistakes)


def _bad_texts(row: Row) -> Iterator[str]:
    for column, longest in LONGEST.items():
        if len(row[column]) > longest:
            yield row.mistake(column, f"dài quá {longest} chữ.")
        if not is_readable(row[column]):
            yield row.mistake(column, "có ký tự lạ không đọc được. Hãy gõ lại.")


def _with_target(
    row: Row, step: Step, known: Bearers, opened: set[str], mistakes: list[str]
) -> Step:
    """Tell whether a merge or part goes to a unit that the list opens, or to one that is there."""
    if step.sort not in {Sort.MERGE, Sort.SPLIT} or step.key in opened:
        return step
    if not row[CODE]:
        mistakes.append(row.mistake(CODE, "chưa ghi mã mới hoặc tên mới của đơn vị nhận."))
        return step
    return replace(step, code="", into=_existing(row, CODE, known, mistakes))


def _kind(row: Row, mistakes: list[str]) -> Kind | None:
    text = row[KIND]
    if text and fold(text) not in KINDS:
        mistakes.append(row.mistake(KIND, f"không có loại “{text}”."))
    return KINDS.get(fold(text))


def _reference(
    row: Row, column: str, known: Bearers, opened: set[str], mistakes: list[str]
) -> Reference | None:
    if not row[column]:
        return None
    return row[column] if row[column] in opened else _existing(row, column, known, mistakes)


def _existing(row: Row, column: str, known: Bearers, mistakes: list[str]) -> int | None:
    text = row[column]
    if not text:
        mistakes.append(row.mistake(column, "chưa ghi mã."))
        return None
    try:
        return known.unit(text) if column == UNIT else known.receiver(text)
    except Ambiguous as refusal:
        mistakes.append(row.mistake(column, refusal.message))
        return None


def _rows(content: bytes) -> Iterator[Row]:
    """Yield the rows under the head that are not empty."""
    table = list(_table(content))
    head, order = _head(table)
    for number, values in enumerate(table[head + 1 :], start=head + 2):
        texts = {c: _text(values[place]) for c, place in order.items() if place < len(values)}
        if any(texts.values()):
            yield Row(number, texts)


def _head(table: Sequence[Sequence[object]]) -> tuple[int, dict[str, int]]:
    for place, values in enumerate(table[:ROWS_LOOKED_AT]):
        words = [fold(str(value)) for value in values]
        order = {
            column: words.index(head)
            for column, heads in COLUMNS.items()
            if (head := next((each for each in heads if each in words), None))
        }
        if all(column in order for column in NEEDED):
            return place, order
    raise ValidationError(f"Không tìm thấy hàng tiêu đề: {' | '.join(COLUMNS)}. Hãy dùng bảng mẫu.")


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return composed(str(value))


def _table(content: bytes) -> Iterator[Sequence[object]]:
    if content.startswith(b"PK"):
        yield from _workbook(content)
        return
    if len(content) > LARGEST_FILE:
        raise ValidationError("Tệp lớn hơn 2 MB.")
    try:
        text = content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ValidationError("Tệp .csv phải ghi bằng mã UTF-8, hoặc gửi tệp .xlsx.") from fault
    begins = "".join(text.splitlines(keepends=True)[:ROWS_LOOKED_AT])
    divider = max(";,\t", key=begins.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=divider)
    try:
        yield from rows
    except csv.Error as fault:
        raise ValidationError(f"Tệp .csv hỏng ở dòng {rows.line_num}.") from fault


def _workbook(content: bytes) -> Iterator[Sequence[object]]:
    refuse_unsafe(content)
    try:
        with load_workbook(io.BytesIO(content)) as book:
            yield from book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except PasswordError as fault:
        raise ValidationError("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.") from fault
    except CalamineError as fault:
        raise ValidationError(NOT_A_SHEET) from fault
