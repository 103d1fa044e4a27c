"""A decision from a spreadsheet: its head, and the list of its steps."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from lantoa.acts.plan import plan
from lantoa.acts.spreadsheet import read_steps
from lantoa.acts.steps import Step
from lantoa.figures.writing import write_number
from lantoa.intake.limits import LARGEST_LIST
from lantoa.reorganisation.forms.heading import HeadingForm
from lantoa.reorganisation.queries.seat import outside, reach
from lantoa.units.models import Unit

SHEETS = ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NO_FILE = "Chọn tệp danh sách các việc."
ELSEWHERE = "Trước ngày này có đơn vị bạn không được giao sắp xếp, ở việc {orders}."
MOST_TOLD = 200
"""Wrong places told at once; a file of 2 MB can hold hundreds of thousands."""
AGAIN = "Chọn lại tệp: trang tải lại thì trình duyệt bỏ tệp đã chọn."


class SheetForm(HeadingForm):
    """Nothing of the list is taken unless every row is good."""

    file = forms.FileField(
        label="Danh sách các việc (.xlsx hoặc .csv)",
        widget=forms.FileInput(attrs={"accept": SHEETS}),
        error_messages={
            "required": NO_FILE,
            "missing": NO_FILE,
            "invalid": NO_FILE,
            "empty": "Tệp này rỗng. Chọn tệp khác.",
        },
    )

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Take the unit under which codes are read, and the day of asking."""
        self.unit, self.today = unit, today
        self.steps: tuple[Step, ...] = ()
        self.has_bad_rows = False
        super().__init__(*args, **more)

    def clean_file(self) -> "UploadedFile[Any] | None":
        """Refuse a file that is too large before reading it."""
        file = cast("UploadedFile[Any] | None", self.cleaned_data["file"])
        if file and (file.size is None or file.size > LARGEST_LIST):
            raise ValidationError("Tệp lớn hơn 2 MB. Hãy xóa hình ảnh, trang thừa rồi gửi lại.")
        return file

    def clean(self) -> dict[str, Any]:
        """Read the list; what is wrong in it stands beside the file."""
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        if file and "in_force_from" in cleaned:
            try:
                self._read(file.read())
            except ValidationError as refusal:
                self.has_bad_rows = True
                self.add_error("file", refusal)
        if file and self.errors and not self.has_bad_rows:
            self.add_error("file", AGAIN)
        return cleaned

    def bad_rows(self) -> list[str]:
        """Return what is wrong in the list, as much of it as a page can bear."""
        found = [str(each) for each in self.errors["file"]]
        more = len(found) - MOST_TOLD
        rest = [f"Và {write_number(more)} chỗ sai khác. Sửa các chỗ trên trước."]
        return found[:MOST_TOLD] + (rest if more > 0 else [])

    def _read(self, content: bytes) -> None:
        on = self.cleaned_data["in_force_from"]
        within = reach(self.unit.pk, on=on, today=self.today)
        reading = read_steps(content, on=on, within=within)
        faults = outside(reading.steps, unit=self.unit.pk, on=on, today=self.today)
        if faults := faults or list(plan(reading.steps, on=on).faults):
            raise ValidationError(reading.mistakes(faults))
        self.steps = reading.steps


class ResendForm(SheetForm):
    """A decision that was drafted before: without a file its steps stay as they are."""

    def __init__(self, *args: Any, kept: tuple[Step, ...], **more: Any) -> None:
        """Take the steps that stay where no file is sent."""
        super().__init__(*args, **more)
        self.kept = kept
        self.fields["file"].required = False
        self.fields["file"].help_text = "Để trống thì giữ nguyên các việc đã ghi."

    def clean(self) -> dict[str, Any]:
        """Refuse a day on which what the steps name was governed elsewhere."""
        cleaned = super().clean()
        if not cleaned.get("file") and "in_force_from" in cleaned:
            self.steps = self.kept
            on = cleaned["in_force_from"]
            faults = outside(self.kept, unit=self.unit.pk, on=on, today=self.today)
            if orders := ", ".join(str(each + 1) for each in {fault.step: 0 for fault in faults}):
                self.add_error("in_force_from", ELSEWHERE.format(orders=orders))
        return cleaned
