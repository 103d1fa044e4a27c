"""What documents, themes, drives and targets ask for."""

from collections.abc import Collection
from datetime import date
from typing import Any, ClassVar

from django import forms

from lantoa.formats.boxes import DayBox, WholeNumber
from lantoa.guidance.models import Drive, FrameworkDocument, GuidanceRow, Target, Theme
from lantoa.guidance.queries import rows_seen
from lantoa.records.record.forms import Options, PhraseBox

LONG = forms.Textarea(attrs={"rows": 3})
SORTS = (
    "Kế hoạch", "Nghị quyết", "Chỉ thị", "Kết luận", "Quyết định", "Quy định", "Hướng dẫn",
    "Chương trình", "Công văn", "Thông báo", "Ý kiến chỉ đạo",
)  # fmt: skip


def _source() -> PhraseBox:
    return PhraseBox(label="Nguồn", longest=300, help_text="Lấy ở đâu, nếu chưa có văn bản.")


class GuidanceForm(forms.Form):
    """What one sort of guidance asks; it reads and never saves."""

    model: ClassVar[type[GuidanceRow]]
    asks_documents: ClassVar[tuple[str, ...]] = ("document",)

    def __init__(self, *args: Any, way: Collection[int], **more: Any) -> None:
        """Offer the documents that hold for the unit."""
        super().__init__(*args, **more)
        held = rows_seen(FrameworkDocument, way)
        self.documents = {str(each.uuid): each for each in held}
        choices = [("", "Không"), *((key, str(each)[:120]) for key, each in self.documents.items())]
        for name in self.asks_documents:
            if name in self.fields:
                self.fields[name].choices = choices  # type: ignore[attr-defined]

    @classmethod
    def content(cls, row: GuidanceRow) -> dict[str, Any]:
        """Return what a row says, to be shown in the boxes."""
        found = {name: getattr(row, name) for name in row.content()}
        return {name: str(getattr(value, "uuid", "")) if isinstance(value, GuidanceRow) else value
                for name, value in found.items()}  # fmt: skip

    def entry(self) -> Any:
        """Return what was asked to be written down: a row that is not saved."""
        said = dict(self.cleaned_data)
        for name in self.asks_documents:
            if name in said:
                said[name] = self.documents.get(said[name])
        return self.model(**said)


class GuidanceDocumentForm(GuidanceForm):
    """A document of a unit; number and days may be unknown."""

    model = FrameworkDocument
    asks_documents = ("carries_out", "replaces")

    sort = PhraseBox(
        label="Thể loại",
        longest=40,
        missing="Hãy ghi thể loại.",
        help_text=f"Ví dụ: {', '.join(SORTS[:7])}…",
    )
    number = PhraseBox(label="Số, ký hiệu", longest=40, help_text="Chưa rõ thì để trống.")
    issued_on = DayBox(label="Ngày ban hành", required=False, help_text="Chưa rõ thì để trống.")
    issuer = PhraseBox(label="Cơ quan ban hành", longest=120, missing="Hãy ghi cơ quan ban hành.")
    title = PhraseBox(
        label="Trích yếu",
        longest=300,
        missing="Hãy ghi văn bản về việc gì.",
        widget=LONG,
    )
    valid_from = DayBox(label="Có hiệu lực từ ngày", required=False)
    valid_to = DayBox(label="Hết hiệu lực từ ngày", required=False)
    carries_out = forms.ChoiceField(label="Cụ thể hóa văn bản", required=False)
    replaces = forms.ChoiceField(label="Thay thế văn bản", required=False)
    addressees = PhraseBox(label="Nơi nhận", longest=300)
    source = _source()


class LeadingDocumentForm(GuidanceDocumentForm):
    """A document of the highest unit, on which reports may be written."""

    leads = forms.BooleanField(
        label="Là văn bản khung: báo cáo trong kỳ viết theo văn bản này", required=False
    )
    movement = PhraseBox(
        label="Tên gọi của việc học tập theo văn bản này",
        longest=200,
        help_text="Báo cáo dùng đúng chữ này, ví dụ: học tập, thực hành tư tưởng, đạo đức, phương "
        "pháp, phong cách Hồ Chí Minh.",
    )


class ThemeForm(GuidanceForm):
    """A theme of a year, of several, or of a term."""

    model = Theme
    sort = Options(label="Loại", choices=Theme.Sort.choices, missing="Chọn loại.")
    short = PhraseBox(
        label="Tên gọn",
        longest=80,
        missing="Hãy ghi tên gọn.",
        help_text="Ví dụ: Chuyên đề năm 2027. Đơn vị chọn tên này khi ghi buổi học.",
    )
    title = PhraseBox(
        label="Tên đầy đủ", longest=300, missing="Hãy ghi tên chuyên đề.", widget=LONG
    )
    first_day = DayBox(label="Từ ngày")
    last_day = DayBox(label="Đến hết ngày", help_text="Chuyên đề toàn khóa: ngày cuối của khóa.")
    scope = PhraseBox(label="Phạm vi", longest=80, help_text="Ví dụ: toàn tỉnh.")
    source = _source()


class DriveForm(GuidanceForm):
    """An emulation drive; who joined, the review and the closing are added when they are known."""

    model = Drive
    name = PhraseBox(label="Tên phong trào", longest=200, missing="Hãy ghi tên phong trào.")
    first_day = DayBox(label="Phát động từ ngày", required=False)
    last_day = DayBox(label="Đến ngày", required=False)
    contents = PhraseBox(label="Nội dung thi đua", longest=1000, widget=LONG)
    document = forms.ChoiceField(label="Theo văn bản", required=False)
    units_joined = WholeNumber(label="Số đơn vị tham gia", required=False)
    people_joined = WholeNumber(label="Số người tham gia", required=False)
    households_joined = WholeNumber(label="Số hộ tham gia", required=False)
    reviewed_on = DayBox(label="Sơ kết ngày", required=False)
    review = PhraseBox(label="Kết quả sơ kết", longest=1000, widget=LONG)
    closed_on = DayBox(label="Tổng kết ngày", required=False)
    closing = PhraseBox(label="Kết quả tổng kết", longest=1000, widget=LONG)
    source = _source()


class TargetForm(GuidanceForm):
    """A target in words, with a number where there is one, and what became of it."""

    model = Target
    words = PhraseBox(
        label="Chỉ tiêu",
        longest=300,
        missing="Hãy ghi chỉ tiêu.",
        help_text="Ví dụ: xã đạt chuẩn nông thôn mới nâng cao.",
        widget=LONG,
    )
    figure = WholeNumber(label="Bằng số", required=False, help_text="Chỉ khi chỉ tiêu là một số.")
    measured_in = PhraseBox(label="Đơn vị tính", longest=40)
    first_day = DayBox(label="Từ ngày")
    last_day = DayBox(label="Đến hết ngày")
    document = forms.ChoiceField(label="Theo văn bản", required=False)
    outcome = Options(label="Kết quả", choices=Target.Outcome.choices, unknown="Chưa có kết quả")
    outcome_on = DayBox(label="Ngày xác định kết quả", required=False)
    outcome_words = PhraseBox(label="Căn cứ kết quả", longest=300)
    source = _source()


class FileForm(forms.Form):
    """A file of a document."""

    file = forms.FileField(
        label="Tệp ảnh hoặc PDF",
        error_messages={"required": "Chọn một tệp.", "empty": "Tệp này rỗng. Hãy chọn tệp khác."},
        widget=forms.FileInput(attrs={"accept": "image/*,.heic,application/pdf"}),
        help_text="Mỗi tệp tối đa 10 MB. Hệ thống giữ hình nhìn thấy và dấu của tệp; bản gốc giữ ở "
        "đơn vị.",
    )


def first_day_of(today: date) -> dict[str, date]:
    """Return the days that a theme or target of this year begins and ends by default."""
    return {"first_day": today.replace(month=1, day=1), "last_day": today.replace(month=12, day=31)}
