"""Texts of one line, in the form in which they are kept: in tables, and in the boxes of pages."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from lantoa.figures.secrecy import mark_of
from lantoa.figures.words import composed, is_readable

UNREADABLE = "Trong ô này có ký tự lạ không đọc được. Hãy gõ lại."

if TYPE_CHECKING:
    Text = models.CharField[str, str]
else:
    Text = models.CharField


def readable(text: str) -> None:
    """Raise ValidationError where a character stands for nothing that can be shown."""
    if not is_readable(text):
        raise ValidationError(UNREADABLE, code="unreadable")


def not_secret(text: str) -> None:
    """Raise ValidationError for a text that bears the mark of a state secret."""
    if mark := mark_of(text):
        raise ValidationError(secret(mark), code="secret")


def secret(mark: str) -> str:
    """Say why a text with a mark is not taken, and by which list of secrets."""
    return (
        f"Nội dung mang dấu “{mark}”. Không nhập tài liệu mật vào hệ thống này (danh mục bí mật "
        f"nhà nước: {settings.SECRETS_LISTED_BY}). Chưa có gì được lưu."
    )


class LineColumn(Text):
    """A column that holds one line, whoever wrote it."""

    default_validators = [readable, not_secret]

    def to_python(self, value: Any) -> Any:
        """Return the text as it is kept."""
        return composed(value) if isinstance(value, str) else super().to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        """Return the text as it is kept, also where it is looked for."""
        return composed(value) if isinstance(value, str) else super().get_prep_value(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Let the row say what is kept."""
        value = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value

    def deconstruct(self) -> Any:
        """Return Django's own column: that is what migrations see."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class LineBox(forms.CharField):
    """A box of one line: what is read is kept, so that one name is not written in two ways."""

    default_validators = [readable, not_secret]

    def to_python(self, value: Any) -> str:
        """Return the text as it is kept."""
        return composed(super().to_python(value) or "")
