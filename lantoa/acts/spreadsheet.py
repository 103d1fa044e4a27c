"""Reading the steps of a decision from a spreadsheet: .xlsx or .csv, one row a step or part of one.

Rows that merge units, or divide one, bear the same new code or name the same unit. A code names the
unit that bears it on the eve of the decision; where a unit is meant that the decision itself opens,
its new code does. Who receives others is who bears the code on the day, where another decision of
that day ended the former bearer. Nothing is taken unless every row is good.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import ValidationError

from lantoa.acts.naming import Ambiguous, Bearers, bearers_of
from lantoa.acts.steps import Fault, Reference, Sort, Step
from lantoa.acts.table import CODE, KIND, NAME, NOTE, PARENT, STEP, SUCCESSOR, UNIT, find_steps
from lantoa.figures.words import fold, is_readable
from lantoa.units.models import Kind
from lantoa.units.sheets.table import text_of

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
LONGEST = {CODE: 40, NAME: 200, NOTE: 500}


class Mistakes(ValidationError):
    """What is wrong in a list, one sentence for each place: row and column."""


@dataclass(frozen=True)
class StepRow:
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
class ReadSteps:
    """The steps of a list, and for each of them the row it was read from."""

    steps: tuple[Step, ...]
    rows: tuple[StepRow, ...]

    def mistakes(self, faults: Sequence[Fault]) -> list[str]:
        """Say by row and column what a plan found wrong."""
        return [
            self.rows[each.step].mistake(FIELDS.get(each.field, STEP), each.words)
            for each in faults
        ]


def read_steps(content: bytes, *, on: date, within: set[int] | None = None) -> ReadSteps:
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
    return ReadSteps(tuple(steps), tuple(rows))


FORMING = {Sort.OPEN, Sort.MERGE, Sort.SPLIT}


def _sort(row: StepRow) -> Sort | None:
    return SORTS.get(fold(row[STEP]))


def _step(row: StepRow, known: Bearers, opened: set[str], mistakes: list[str]) -> Step:
    sort = _sort(row)
    if sort is None:
        allowed = ", ".join(words.label for words in Sort)
        mistakes.append(row.mistake(STEP, f"“{row[STEP]}” không phải là một trong: {allowed}."))
    mistakes += _bad_texts(row)
    if sort is Sort.OPEN and row[UNIT]:
        mistakes.append(row.mistake(UNIT, "việc thành lập ghi mã của đơn vị ở cột Mã mới."))
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


def _bad_texts(row: StepRow) -> Iterator[str]:
    for column, longest in LONGEST.items():
        if len(row[column]) > longest:
            yield row.mistake(column, f"dài quá {longest} chữ.")
        if not is_readable(row[column]):
            yield row.mistake(column, "có ký tự lạ không đọc được. Hãy gõ lại.")


def _with_target(
    row: StepRow, step: Step, known: Bearers, opened: set[str], mistakes: list[str]
) -> Step:
    """Tell whether a merge or part goes to a unit that the list opens, or to one that is there."""
    if step.sort not in {Sort.MERGE, Sort.SPLIT} or step.key in opened:
        return step
    if not row[CODE]:
        mistakes.append(row.mistake(CODE, "chưa ghi mã mới hoặc tên mới của đơn vị nhận."))
        return step
    return replace(step, code="", into=_existing(row, CODE, known, mistakes))


def _kind(row: StepRow, mistakes: list[str]) -> Kind | None:
    text = row[KIND]
    if text and fold(text) not in KINDS:
        allowed = "; ".join(kind.label for kind in Kind)
        mistakes.append(row.mistake(KIND, f"không có loại “{text}”. Ghi một trong: {allowed}."))
    return KINDS.get(fold(text))


def _reference(
    row: StepRow, column: str, known: Bearers, opened: set[str], mistakes: list[str]
) -> Reference | None:
    if not row[column]:
        return None
    return row[column] if row[column] in opened else _existing(row, column, known, mistakes)


def _existing(row: StepRow, column: str, known: Bearers, mistakes: list[str]) -> int | None:
    text = row[column]
    if not text:
        mistakes.append(row.mistake(column, "chưa ghi mã."))
        return None
    try:
        return known.unit(text) if column == UNIT else known.receiver(text)
    except Ambiguous as refusal:
        mistakes.append(row.mistake(column, refusal.message))
        return None


def _rows(content: bytes) -> Iterator[StepRow]:
    """Yield the rows under the head that are not empty."""
    table = find_steps(content)
    for number, values in enumerate(table.rows[table.head + 1 :], start=table.head + 2):
        texts = {c: text_of(values[at]) for c, at in table.order.items() if at < len(values)}
        if any(texts.values()):
            yield StepRow(number, texts)
