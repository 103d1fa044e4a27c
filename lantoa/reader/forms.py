"""What is asked of a document, of one of its figures, and of a pasted message."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period, write_day
from lantoa.formats.lines import not_secret, secret
from lantoa.intake.documents import text_of
from lantoa.intake.refusal import Secret, Unreadable
from lantoa.intake.texts import plain
from lantoa.intake.texts.text import Text
from lantoa.reader.models import Reading
from lantoa.reader.operations import Submission
from lantoa.reader.places import day_of
from lantoa.reader.queries.known import written
from lantoa.reader.queries.reading import ReadFigure
from lantoa.reader.titles import title_of
from lantoa.records.record.forms import DayBox, ExactNumber, Options, PhraseBox
from lantoa.units.queries import Portrait

LONGEST_TEXT = 200_000
"""Code points of a document on a page: about eighty printed pages."""
LONGEST_MESSAGE = 2000
TOO_LONG = "Tài liệu dài quá 80 trang. Hãy tách thành nhiều phần."
NOTHING = "Hãy chọn một tệp, hoặc dán văn bản vào ô."
AGAIN = "Hãy chọn lại tệp: trang tải lại thì trình duyệt bỏ tệp đã chọn."
BOTH = "Chỉ gửi một thứ: tệp, hoặc văn bản dán vào ô."


class DocumentForm(forms.Form):
    """A document: a file or pasted words, what it is, and where it was published."""

    sort = Options(label="Đây là", choices=Reading.Sort.choices, missing="Hãy chọn loại tài liệu.")
    file = forms.FileField(
        label="Tệp",
        required=False,
        help_text="Word (.docx), PDF có chữ, Excel (.xlsx), trang web đã lưu (.html), .txt.",
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.xlsx,.html,.htm,.txt"}),
    )
    text = forms.CharField(
        label="Hoặc dán văn bản",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    source = PhraseBox(
        label="Nguồn",
        longest=300,
        missing="Hãy ghi nguồn của tài liệu.",
        help_text="Ví dụ: Báo An Giang, ngày 5/7/2024: “Tên bài”. Ghi ở mỗi số được trích.",
    )
    source_url = forms.URLField(
        label="Địa chỉ trang nguồn",
        help_text="Để sau này mở lại đúng bài.",
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages={"invalid": "Địa chỉ chưa đúng. Hãy ghi đủ, ví dụ https://angiang.gov.vn."},
    )
    day = DayBox(
        label="Ngày của tài liệu",
        required=False,
        help_text="Để trống thì lấy ngày ghi trong tài liệu.",
    )

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        """Take the day of asking, the day of a document that names none."""
        super().__init__(*args, **more)
        self.today = today
        self.initial.setdefault("sort", Reading.Sort.PUBLISHED)

    def clean_file(self) -> Text | None:
        """Return the text of the file; refuse one that cannot be read."""
        file = self.cleaned_data["file"]
        if file is None:
            return None
        if (file.size or 0) > settings.LARGEST_UPLOAD:
            raise ValidationError("Tệp lớn hơn 10 MB. Hãy tách nhỏ, hoặc bỏ bớt ảnh trong tệp.")
        try:
            return text_of(file.name or "", file.read())
        except Secret as refusal:
            raise ValidationError(secret(refusal.mark), code="secret") from None
        except Unreadable as refusal:
            raise ValidationError(str(refusal)) from None

    def clean_text(self) -> str:
        """Return the pasted words; refuse what is too long for a page before looking into it."""
        pasted: str = self.cleaned_data["text"]
        if len(pasted) > LONGEST_TEXT:
            raise ValidationError(TOO_LONG)
        not_secret(pasted)
        return pasted

    def clean(self) -> dict[str, Any]:
        """Refuse nothing at all, both at once, and a file that is too long for a page."""
        cleaned = super().clean() or {}
        if "file" not in cleaned or ("text" in self.errors and not cleaned["file"]):
            return cleaned
        read, pasted = cleaned["file"], cleaned.get("text") or ""
        if bool(read) == bool(pasted.strip()):
            self.add_error("file", BOTH if read else NOTHING)
            return cleaned
        text = read or Text(pasted, tuple(plain.lines_of(pasted)))
        if len(text.content) > LONGEST_TEXT:
            self.add_error("file", TOO_LONG)
        elif read and self.errors:
            self.add_error("file", AGAIN)
        cleaned["read"] = text
        return cleaned

    def paper(self) -> Submission:
        """Return the document that was handed in."""
        text: Text = self.cleaned_data["read"]
        return Submission(
            text=text,
            sort=self.cleaned_data["sort"],
            title=title_of(text.content),
            source=self.cleaned_data["source"],
            source_url=self.cleaned_data["source_url"],
            day=self.cleaned_data["day"] or day_of(text.content) or self.today,
        )


class FigureForm(forms.Form):
    """What one figure is about, whose it is and when; filled with what is proposed."""

    value = ExactNumber(label="Số")
    what = PhraseBox(label="Nội dung", longest=300, missing="Hãy ghi số này nói về việc gì.")
    measure = forms.ChoiceField(label="Thuộc chỉ tiêu", required=False)
    unit = forms.TypedChoiceField(
        label="Của đơn vị", coerce=UUID, error_messages={"required": "Hãy chọn đơn vị."}
    )
    first_day = DayBox(label="Từ ngày")
    last_day = DayBox(label="Đến hết ngày")

    def __init__(
        self,
        *args: Any,
        measures: Mapping[str, Measure],
        units: Sequence[Portrait],
        **more: Any,
    ) -> None:
        """Offer every measure, and the units that may be meant."""
        super().__init__(*args, **more)
        self.measures = measures
        listed = [(code, f"{each.label} ({each.unit})") for code, each in measures.items()]
        self.fields["measure"].choices = [  # type: ignore[attr-defined]
            ("", "Không thuộc chỉ tiêu nào: chỉ trích để lưu"),
            *listed,
        ]
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            (str(each.uuid), each.full_name) for each in units
        ]

    @staticmethod
    def proposed(row: ReadFigure) -> dict[str, Any]:
        """Return what is proposed for a figure, to be shown in the boxes."""
        proposal = row.proposal
        measure, unit, period = proposal.measure, proposal.unit, proposal.period
        return {
            "value": written(Decimal(str(row.figure.value))),
            "what": (row.figure.subject or row.words)[:300],
            "measure": measure.value.code if measure.value else "",
            "unit": str(unit.value.uuid) if unit.value else "",
            "first_day": write_day(period.value.first) if period.value else "",
            "last_day": write_day(period.value.last) if period.value else "",
        }

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "Ngày cuối phải từ ngày đầu trở đi.")
        return cleaned

    @property
    def period(self) -> Period:
        """Return the days that were asked for."""
        return Period(self.cleaned_data["first_day"], self.cleaned_data["last_day"])

    @property
    def chosen(self) -> Measure | None:
        """Return the measure that was chosen."""
        return self.measures.get(self.cleaned_data["measure"])


class MessageForm(forms.Form):
    """A pasted message; it is read on the way and kept nowhere."""

    message = forms.CharField(
        label="Tin nhắn",
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        help_text="Ví dụ: CB khóm 3 họp 3/10, 42/45 đv, vắng 3 có phép.",
        error_messages={
            "required": "Hãy dán tin nhắn vào ô.",
            "max_length": "Tin nhắn dài quá. Hãy dán từng tin.",
        },
    )

    def clean_message(self) -> str:
        """Return the message; refuse one, of those that are not too long, that is a secret."""
        message: str = self.cleaned_data["message"]
        not_secret(message)
        return message
