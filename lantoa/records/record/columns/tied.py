"""The column that says with whom a record was done, and to which movements it belongs."""

import re
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

from lantoa.formats.texts import phrase
from lantoa.records.record.columns.column import Part, RecordColumn, Said

if TYPE_CHECKING:
    Link = models.ForeignKey[Any, Any]
else:
    Link = models.ForeignKey

MOST_TIES = 20
"""Partner units, and organisations outside, of one record: more are no partners, but a meeting."""
LONGEST_OUTSIDE = 200
TOO_MANY = f"Nhiều quá {MOST_TIES} dòng. Chỉ ghi nơi thật sự cùng làm."
PEOPLE = (
    "Ô này chỉ nhận tên tổ chức, không nhận tên người hay danh sách tín đồ. "
    "Ví dụ: Chùa Ông Bắc, Công ty Lộc Trời."
)
OF_PEOPLE = re.compile(
    r"(ông|bà|anh|chị|em|cô|chú|bác|đồng chí|tín đồ|phật tử|giáo dân|đạo hữu|danh sách)\b", re.I
)
"""How a line begins that names people."""
ITSELF = "Đơn vị ghi việc này đã là đơn vị chính, không ghi là đơn vị cùng làm."
ANOTHER_ROOT = "Đơn vị này thuộc sơ đồ khác. Hãy ghi tên ở ô tổ chức ngoài hệ thống."


class Tied(RecordColumn[Any, Any], Link):
    """With whom a record was done and to which movements it belongs; None where it says nothing."""

    def __init__(
        self,
        to: Any,
        label: str = "",
        part: Part | None = None,
        *,
        default: None = None,
        **said: Any,
    ) -> None:
        """Take the table of ties; the form asks for them in boxes of its own."""
        self.table = to
        super().__init__(label, part, **{"asked": "import", **said})

    def kept(self, said: Said) -> dict[str, Any]:
        """Let it say nothing; the index is declared once for all kinds."""
        to = {"to": self.table, "on_delete": models.PROTECT, "related_name": "+"}
        return {**to, "null": True, "blank": True, "db_index": False, **said}

    def clean(self, value: Any, model_instance: Any) -> Any:
        """Return the ties; raises ValidationError for what no record can name."""
        if value is None or value.pk is not None:
            return value
        unit = model_instance.unit
        for each in value.partners:
            if each.pk == unit.pk:
                raise ValidationError(ITSELF)
            if each.home != unit.home:
                raise ValidationError(ANOTHER_ROOT)
        for name in value.outside:
            clean_outside(name)
        if len(value.partners) > MOST_TIES or len(value.outside) > MOST_TIES:
            raise ValidationError(TOO_MANY)
        return value

    def get_internal_type(self) -> str:
        """Return the name of Django's own field."""
        return "ForeignKey"


def clean_outside(text: str) -> str:
    """Return the name of an organisation as it is kept; raises ValidationError for no such name."""
    name = phrase(text)
    if OF_PEOPLE.match(name):
        raise ValidationError(PEOPLE)
    if len(name) > LONGEST_OUTSIDE:
        raise ValidationError(f"Tên dài quá {LONGEST_OUTSIDE} chữ cái. Hãy viết gọn lại.")
    return name
