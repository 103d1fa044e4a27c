"""What is asked of a matter: what it is about and who keeps it, and how its keeper goes on."""

from typing import Any
from uuid import UUID, uuid4

from django import forms

from lantoa.formats.boxes import DayBox
from lantoa.matters.models import RaisedMatter
from lantoa.matters.operations import Move
from lantoa.records.record.forms import Options, PhraseBox
from lantoa.units.models import Unit

LOST = "Trang gửi lên thiếu dấu của việc đã xem. Hãy mở lại trang của việc."
HIDDEN = {"required": LOST, "invalid": LOST}
LONGEST, LONGEST_REASON = 1000, 300
NO_NAMES = "Không ghi tên người, số giấy tờ, bí mật nhà nước."


def _words(label: str, missing: str, help_text: str = NO_NAMES) -> PhraseBox:
    area = forms.Textarea(attrs={"rows": 4})
    return PhraseBox(
        label=label, longest=LONGEST, missing=missing, help_text=help_text, widget=area
    )


def _keeper(label: str) -> forms.ChoiceField:
    sentences = {
        "required": "Hãy chọn đơn vị.",
        "invalid_choice": "Đơn vị này không có trong danh sách. Hãy chọn lại.",
    }
    return forms.ChoiceField(label=label, error_messages=sentences)


def _hidden() -> forms.UUIDField:
    return forms.UUIDField(widget=forms.HiddenInput, error_messages=HIDDEN)


def _sort() -> Options:
    return Options(label="Loại", choices=RaisedMatter.Sort.choices, missing="Hãy chọn loại.")


class RaiseForm(forms.Form):
    """What a matter is about, since when it waits, who keeps it and until when it is due."""

    sort = _sort()
    words = _words("Nội dung", "Hãy ghi nội dung cần trả lời, giải quyết.")
    raised_on = DayBox(label="Ngày nêu")
    keeper = _keeper("Đơn vị phải trả lời")
    due = DayBox(label="Hạn trả lời")
    key = _hidden()

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **more: Any) -> None:
        """Take the units that may keep it."""
        super().__init__(*args, **more)
        self.fields["keeper"].choices = offered  # type: ignore[attr-defined]
        self.initial.setdefault("key", uuid4())

    def entry(self, *, by: Unit, origin: str) -> RaisedMatter:
        """Return what was asked to be raised: a row that is not saved."""
        said = {name: self.cleaned_data[name] for name in ("sort", "words", "raised_on")}
        return RaisedMatter(key=str(self.cleaned_data["key"]), raised_by=by, origin=origin, **said)

    @property
    def chosen(self) -> UUID:
        """Return the unit that was chosen."""
        return UUID(self.cleaned_data["keeper"])


class AnswerForm(forms.Form):
    """The answer to a matter, and on which day it was given."""

    words = _words("Nội dung trả lời", "Hãy ghi nội dung trả lời.")
    on = DayBox(label="Ngày trả lời")
    key, seen = _hidden(), _hidden()

    def __init__(self, *args: Any, **more: Any) -> None:
        """Make a key, so that the page sent twice is one step."""
        super().__init__(*args, **more)
        self.initial.setdefault("key", uuid4())

    def move(self) -> Move:
        """Return what was asked to be done."""
        return Move(**{name: self.cleaned_data[name] for name in ("key", "seen", "on", "words")})


class CloseMatterForm(AnswerForm):
    """Why a matter is closed without an answer."""

    words = _words("Vì sao khép lại mà không trả lời", "Hãy ghi lý do.")
    on = DayBox(label="Ngày khép lại")


class HandOnForm(AnswerForm):
    """To whom a matter goes on, why, and until when it is due there."""

    keeper = _keeper("Chuyển đến")
    words = _words("Vì sao chuyển", "Hãy ghi vì sao chuyển.")
    on = DayBox(label="Ngày chuyển")
    due = DayBox(label="Hạn trả lời")
    field_order = ("keeper", "words", "on", "due")

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **more: Any) -> None:
        """Take the units that may get it."""
        super().__init__(*args, **more)
        self.fields["keeper"].choices = offered  # type: ignore[attr-defined]

    @property
    def chosen(self) -> UUID:
        """Return the unit that was chosen."""
        return UUID(self.cleaned_data["keeper"])


class WhyForm(forms.Form):
    """Why a step is taken back, or a matter withdrawn."""

    reason = PhraseBox(
        label="Lý do",
        longest=LONGEST_REASON,
        missing="Hãy ghi lý do.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = _hidden()


class RewordForm(forms.Form):
    """The right words and sort of a matter, and why they were wrong."""

    sort = _sort()
    words = _words("Nội dung", "Hãy ghi nội dung cần trả lời, giải quyết.")
    reason = PhraseBox(label="Vì sao sửa", longest=LONGEST_REASON, missing="Hãy ghi lý do.")
    seen = forms.IntegerField(widget=forms.HiddenInput, error_messages=HIDDEN, localize=False)
