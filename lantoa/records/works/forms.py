"""What is asked of a work or a gift, and of the files that prove it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from lantoa.intake.limits import LARGEST_PROOF
from lantoa.records.record.forms import RecordForm
from lantoa.records.works.models import Work
from lantoa.records.works.papers import KeptFile, read_paper

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

    class Meta(RecordForm.Meta):
        model = Work
        widgets = RecordForm.Meta.widgets | {
            "sort": Sorts,
            "title": forms.Textarea(attrs={"rows": 2}),
        }
