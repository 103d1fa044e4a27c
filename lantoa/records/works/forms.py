"""What is asked of a work or a gift, and of the files that prove it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from lantoa.intake.limits import LARGEST_PROOF
from lantoa.records.record.forms import (
    DongAmount,
    Options,
    RecordForm,
    WholeNumber,
    Words,
)
from lantoa.records.record.models import Approximation
from lantoa.records.works.models import BENEFICIARIES, MONEY, Work
from lantoa.records.works.operations import WorkEntry
from lantoa.records.works.papers import Paper, read_paper

MOST_FILES = 10
NO_NAMES = "Không ghi tên người được hưởng."


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


class Papers(forms.FileField):
    """Photographs and papers, each opened to know what it really is."""

    widget = FilesBox(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"})

    def clean(self, value: Any, initial: Any = None) -> list[Paper]:
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

    papers = Papers(
        label="Ảnh, giấy tờ làm minh chứng",
        required=False,
        help_text="Ảnh JPG, PNG, WebP hoặc PDF, mỗi tệp tối đa 10 MB; chọn được nhiều tệp.",
    )

    @property
    def to_choose_again(self) -> str:
        """Name the files that were sent with a page that was refused: no browser keeps them."""
        names = [str(file.name) for file in self.files.getlist("papers")]
        told = "Điện thoại, máy tính không giữ tệp khi trang gửi lại. Sửa xong, hãy chọn lại: "
        return f"{told}{', '.join(names)}." if names else ""


class WorkForm(ProofForm, RecordForm):
    """A work or a gift; money in đồng by source, and what is not known stays empty."""

    sort = Options(
        label="Loại công trình, phần việc",
        choices=Work.Sort.choices,
        missing="Hãy chọn loại công trình, phần việc.",
        widget=Sorts,
    )
    house = Options(label="Loại nhà", choices=Work.House.choices, unknown="Không phải nhà ở")
    title = Words(
        label="Tên công trình, phần việc",
        longest=300,
        missing="Hãy ghi tên công trình, phần việc.",
        help_text=f"Ví dụ: Nâng cấp đường tổ 5. {NO_NAMES}",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    place = Words(label="Địa điểm", longest=200, help_text="Khóm, ấp, tuyến đường.")
    quantity = WholeNumber(
        label="Số lượng",
        required=False,
        help_text="Nhà tính căn; đường, kênh tính mét; đèn tính bóng; quà tính suất.",
    )
    state_money = DongAmount(label="Ngân sách nhà nước", required=False)
    members_money = DongAmount(label="Cán bộ, đảng viên đóng góp", required=False)
    people_money = DongAmount(label="Nhân dân đóng góp", required=False)
    sponsors_money = DongAmount(label="Mạnh thường quân, doanh nghiệp", required=False)
    unsplit_money = DongAmount(label="Chưa tách được nguồn", required=False)
    money_approximation = Options(
        label="Số tiền này", choices=Approximation.choices, missing="Hãy chọn mức chính xác."
    )
    money_words = Words(
        label="Nguồn ghi số tiền là", longest=80, help_text="Nguyên văn, ví dụ: gần 143 triệu."
    )
    workdays = WholeNumber(label="Ngày công đóng góp", required=False)
    partners = Words(
        label="Đơn vị cùng góp sức",
        longest=300,
        help_text="Chỉ tên tổ chức: doanh nghiệp, chùa, hội. Không ghi tên người.",
    )
    poor_households = WholeNumber(label="Hộ nghèo", required=False)
    near_poor_households = WholeNumber(label="Hộ cận nghèo", required=False)
    policy_households = WholeNumber(label="Gia đình chính sách", required=False)
    other_households = WholeNumber(label="Hộ khác, chưa phân loại", required=False)
    pupils = WholeNumber(label="Học sinh", required=False)
    people = WholeNumber(label="Người", required=False)
    organisations = WholeNumber(label="Cơ quan, đơn vị", required=False)

    field_order = (
        *("sort", "house", "title", "place", "last_day", "first_day", "quantity", *MONEY),
        *("money_approximation", "money_words", "workdays", "partners", *BENEFICIARIES, "papers"),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        """Take amounts to be exact, unless somebody says otherwise."""
        super().__init__(*args, **more)
        self.initial.setdefault("money_approximation", Approximation.EXACT)

    def entry(self, *, key: str) -> WorkEntry:
        """Return the work that was asked to be written down; its files are kept apart."""
        columns = {name: value for name, value in self.columns().items() if name != "papers"}
        return WorkEntry(key=key, **columns)

    @property
    def money(self) -> list[forms.BoundField]:
        """Return the boxes of money by source."""
        return [self[name] for name in MONEY]

    @property
    def beneficiaries(self) -> list[forms.BoundField]:
        """Return the boxes of those who benefit."""
        return [self[name] for name in BENEFICIARIES]

    @property
    def uses_money_words(self) -> bool:
        """Tell whether an amount is not exact, or stated in words."""
        rough = self["money_approximation"].value() != Approximation.EXACT
        return rough or self.is_used("money_words")
