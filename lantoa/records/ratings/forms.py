"""What is asked of a rating: its columns, and a box for each criterion of a sheet; lists' rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from lantoa.formats.boxes import ExactNumber, WholeNumber
from lantoa.formats.lines import not_secret
from lantoa.formats.texts import no_identity_number
from lantoa.records.ratings.models import RatedClass, Rating, RatingQuota, ScoreSheet
from lantoa.records.ratings.operations import box_of_mark
from lantoa.records.ratings.queries import sheet_named, sheets_on
from lantoa.records.ratings.scoring import (
    Criterion,
    SheetFlawError,
    read_criteria,
    read_marks,
    scored,
    write_marks,
    write_points,
)
from lantoa.records.record.forms import ListBox, Options, RecordForm
from lantoa.records.record.forms.listing import RowForm
from lantoa.units.models import Unit

MISSING = "Hãy chấm tiêu chí này."
NOT_NOW = "Kỳ này không áp dụng"
GONE = "Bảng điểm này không có trong danh sách. Hãy chọn lại."


@dataclass(frozen=True)
class ScoreRow:
    """A line of a sheet on the form: what is judged, and the box in which it is marked, if any."""

    criterion: Criterion
    box: BoundField | None

    @property
    def most(self) -> str:
        """Return its points at most, as people write them."""
        return write_points(self.criterion.most)


class PointsBox(ExactNumber):
    """Points with one decimal at most, kept in tenths."""

    def to_python(self, value: Any) -> Any:
        """Return the tenths; raises ValidationError for more decimals."""
        number = super().to_python(value)
        if isinstance(number, Decimal) and number * 10 % 1:
            raise ValidationError("Điểm ghi tối đa một chữ số sau dấu phẩy.")
        return None if number is None else int(number * 10)


class RatingForm(RecordForm):
    """A rating in counts, or a score sheet with a box for each criterion that is marked."""

    sheet = ListBox(
        ScoreSheet.objects.all(),
        to_field_name="code",
        label="Bảng điểm",
        required=False,
        empty_label="Không chấm điểm",
        error_messages={"invalid_choice": GONE},
    )

    class Meta(RecordForm.Meta):
        model = Rating

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Take the sheet that is chosen, and ask for a mark of each of its criteria."""
        super().__init__(*args, unit=unit, today=today, **more)
        self.offered = sheets_on(today)
        is_scored = self["sort"].value() == Rating.Sort.SCORE
        self.chosen = sheet_named(str(self["sheet"].value() or "")) if is_scored else None
        for each in self.chosen.read.marked if self.chosen else ():
            self.fields[box_of_mark(each.number)] = _box(each)

    def _offer_list(self, name: str, today: date) -> None:
        """Offer the sheets that are there: which was in use on its day the operation asks."""

    @staticmethod
    def content(record: Rating) -> dict[str, Any]:
        """Return what a rating says, its sheet by its code, its marks each in its box."""
        content = RecordForm.content(record)
        if record.sheet is None:
            return content
        marks = {
            box_of_mark(number): "" if points is None else write_points(points)
            for number, points in read_marks(record.marks).items()
        }
        return {**content, "sheet": record.sheet.code, **marks}

    def columns(self) -> dict[str, Any]:
        """Return the answers by column, the marks of a sheet with what they add up to."""
        said = {**super().columns(), "sheet": self.chosen}
        if self.chosen is None:
            return said
        sheet = self.chosen.read
        marks = {e.number: _tenths(self.cleaned_data, e.number) for e in sheet.marked}
        sums = scored(sheet, marks)
        return {
            **said,
            "marks": write_marks(marks),
            "points": sums.points,
            "points_of": sums.points_of,
        }

    @property
    def score_rows(self) -> Iterator[ScoreRow]:
        """Yield the lines of the chosen sheet, each with its box where it is marked."""
        for each in self.chosen.read.criteria if self.chosen else ():
            name = box_of_mark(each.number)
            yield ScoreRow(each, self[name] if name in self.fields else None)


def _tenths(said: dict[str, Any], number: str) -> int | None:
    value = said.get(box_of_mark(number))
    return value if isinstance(value, int) or value is None else PointsBox().to_python(value)


def _box(one: Criterion) -> forms.Field:
    label = f"{one.number}. {one.words} (tối đa {write_points(one.most)} điểm)"
    more: dict[str, Any] = {"label": label}
    if one.when:
        more["help_text"] = f"Chỉ áp dụng {one.when}; kỳ này không áp dụng thì để trống."
    if one.options:
        offered = [
            (write_points(each.points), f"{write_points(each.points)}: {each.words}")
            for each in one.options
        ]
        told = {"unknown": NOT_NOW} if one.when else {"missing": MISSING}
        return Options(choices=offered, **told, **more)
    box = PointsBox(required=not one.when, **more)
    box.error_messages["required"] = MISSING
    return box


class ScoreSheetForm(RowForm):
    """A new score sheet, or a new version of one: its lines as they are pasted."""

    criteria = forms.CharField(
        label="Các dòng của bảng điểm",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 16}),
        validators=[no_identity_number, not_secret],
        error_messages={"required": "Hãy ghi các tiêu chí."},
        help_text="Mỗi dòng một tiêu chí: 1 | Thời gian | 5. Tiêu chí con: 3.1 | Nội dung | 3. "
        "Không phải kỳ nào cũng áp dụng thì thêm ô thứ tư: 4.3 | Chuyên đề | 5 | khi có sinh hoạt "
        "chuyên đề. Mức điểm: = 4 | Thiếu đến 15 phút. Mức chung theo phần trăm điểm: * 90 | Tốt.",
    )

    def clean_criteria(self) -> str:
        """Return the lines; raises ValidationError with the line that must be mended."""
        text: str = self.cleaned_data["criteria"]
        try:
            read_criteria(text)
        except SheetFlawError as flaw:
            raise ValidationError(str(flaw)) from None
        return text


class RatingQuotaForm(RowForm):
    """How many may be rated best: of whom, which percentage of what, rounded how."""

    whom = Options(choices=RatedClass.choices, label="Đối tượng", missing="Hãy chọn đối tượng.")
    percent = WholeNumber(label="Tỷ lệ tối đa (%)")
    base = Options(
        choices=RatingQuota.Base.choices, label="Tính trên", missing="Hãy chọn tính trên số nào."
    )
    rounding = Options(
        choices=RatingQuota.Rounding.choices, label="Làm tròn", missing="Hãy chọn cách làm tròn."
    )
