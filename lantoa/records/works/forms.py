"""What is asked of a work or a gift, and of the files that prove it."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from lantoa.intake.limits import LARGEST_PROOF
from lantoa.records.record.forms import PhraseBox, RecordForm
from lantoa.records.record.forms.listing import RowForm
from lantoa.records.works.models import Work
from lantoa.records.works.papers import KeptFile, read_paper
from lantoa.records.works.queries import bearers_among, bearers_offered
from lantoa.units.models import Unit

MOST_FILES = 10


class Sorts(forms.RadioSelect):
    """Sorts of works, each with its unit of measure for the script beside the quantity."""

    def create_option(self, *args: Any, **more: Any) -> dict[str, Any]:
        """Mark each choice with its unit of measure."""
        option = super().create_option(*args, **more)
        option["attrs"]["data-word"] = Work.MEASURED_IN[Work.Sort(option["value"])]
        return option


class FilesBox(forms.FileInput):
    """A box that takes several files."""

    allow_multiple_selected = True


class PapersBox(forms.FileField):
    """Photographs and papers, each opened to know what it really is."""

    widget = FilesBox(
        attrs={"accept": "image/jpeg,image/png,image/webp,image/heic,.heic,application/pdf"}
    )

    def clean(self, value: Any, initial: Any = None) -> list[KeptFile]:
        """Return what is fit to be kept; raises ValidationError naming every file that is not."""
        files: Sequence[UploadedFile[Any]] = value or []
        if len(files) > MOST_FILES:
            raise ValidationError(f"Mỗi lần gửi tối đa {MOST_FILES} tệp. Số còn lại thêm vào sau.")
        read, refused = [], []
        for file in files:
            try:
                read.append(
                    read_paper(title=file.name or "tệp", content=file.read(LARGEST_PROOF + 1))
                )
            except ValidationError as refusal:
                refused.append(refusal)
        if refused:
            raise ValidationError(refused)
        return read


class ProofForm(forms.Form):
    """Files that prove a work."""

    papers = PapersBox(
        label="Ảnh, giấy tờ làm minh chứng",
        required=False,
        help_text="Ảnh JPG, PNG, WebP, HEIC hoặc PDF, mỗi tệp tối đa 10 MB; chọn được nhiều tệp. "
        "Hệ thống giữ hình nhìn thấy và dấu của tệp; bản gốc, nhất là bản ký số, giữ ở đơn vị.",
    )

    @property
    def to_choose_again(self) -> str:
        """Name the files that were sent with a page that was refused: no browser keeps them."""
        names = [str(file.name) for file in self.files.getlist("papers")]
        told = "Điện thoại, máy tính không giữ tệp khi trang gửi lại. Sửa xong, hãy chọn lại: "
        return f"{told}{', '.join(names)}." if names else ""


class WorkForm(ProofForm, RecordForm):
    """A work or a gift; money in đồng by source, and what is not known stays empty."""

    cost_at = forms.ChoiceField(
        label="Kinh phí tính chung ở",
        required=False,
        help_text="Khi chỉ biết một số tiền cho nhiều công trình: ghi số ấy ở một công trình, các "
        "công trình kia chọn nó ở đây và để trống kinh phí. Số tiền chỉ tính một lần.",
        error_messages={"invalid_choice": "Lựa chọn này không còn. Hãy chọn lại."},
    )

    class Meta(RecordForm.Meta):
        model = Work
        widgets = RecordForm.Meta.widgets | {
            "sort": Sorts,
            "title": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Offer the works of the unit that may tell a cost for others."""
        super().__init__(*args, unit=unit, today=today, **more)
        held, own = str(self.initial.get("cost_at") or ""), str(self.initial.get("key") or "")
        offered = dict(bearers_offered(unit))
        if held and held not in offered:
            offered |= {key: each.title for key, each in bearers_among([held]).items()}
            offered.setdefault(held, "Công trình đã hủy ghi")
        offered.pop(own, None)
        none = ("", "Không tính chung với công trình nào")
        cast("Any", self.fields["cost_at"]).choices = [none, *offered.items()]


class WorkSortForm(RowForm):
    """A further sort of works: its words, in what it is counted, since when, by which paper."""

    measured_in = PhraseBox(
        label="Đơn vị tính", longest=30, missing="Hãy ghi đơn vị tính: mét, cái, cụm…"
    )
