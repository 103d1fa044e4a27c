"""What opening a ward's cells asks for: their list, and from when they are at work."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from lantoa.figures.period import write_day
from lantoa.formats.boxes import DayBox
from lantoa.intake.limits import LARGEST_LIST
from lantoa.office.sheets import ReadCells, read_cells
from lantoa.units.models import Unit
from lantoa.units.queries import portrait
from lantoa.units.queries.places import names_taken

SPREADSHEET = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class OpeningForm(forms.Form):
    """A ward's list of cells, and the day from which they are at work."""

    since = DayBox(
        label="Các đơn vị hoạt động từ ngày",
        help_text="Để ngày đầu năm thì ghi được cả những việc đã làm từ đầu năm.",
    )
    file = forms.FileField(
        label="Danh sách (.xlsx)",
        widget=forms.FileInput(attrs={"accept": SPREADSHEET}),
        error_messages={
            "required": "Chọn tệp danh sách.",
            "empty": "Tệp này rỗng. Chọn tệp khác.",
            "missing": "Chọn tệp danh sách.",
            "invalid": "Chọn tệp danh sách.",
        },
    )
    reading: ReadCells

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Take the unit under which cells open, and the day of asking."""
        self.unit, self.today = unit, today
        self.founded = portrait(unit, on=today).founded
        first = max(self.founded, date(today.year, 1, 1))
        more["initial"] = {"since": min(first, today)}
        super().__init__(*args, **more)

    def clean_since(self) -> date:
        """Refuse a day before the unit was founded, or a day to come."""
        since = cast(date, self.cleaned_data["since"])
        if not self.founded <= since <= self.today:
            raise ValidationError(
                f"Ghi ngày từ {write_day(self.founded)} (đơn vị cấp trên bắt đầu hoạt động) "
                f"đến {write_day(self.today)} (hôm nay)."
            )
        return since

    def clean_file(self) -> "UploadedFile[Any]":
        """Refuse a file that is too large before reading it."""
        file = cast("UploadedFile[Any]", self.cleaned_data["file"])
        if file.size is None or file.size > LARGEST_LIST:
            raise ValidationError("Tệp lớn hơn 2 MB. Hãy xóa hình ảnh, trang thừa rồi gửi lại.")
        return file

    def clean(self) -> dict[str, Any]:
        """Read the list; what is wrong in it stands beside the file."""
        cleaned = self.cleaned_data
        if "file" in cleaned and "since" in cleaned:
            taken = names_taken(self.unit, since=cleaned["since"])
            try:
                self.reading = read_cells(cleaned["file"].read(), taken=taken)
            except ValidationError as refusal:
                self.add_error("file", refusal)
        return cleaned
