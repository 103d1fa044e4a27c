"""The column in which a record names a person: a row apart, which can be erased."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

from lantoa.persons.models import NamedFor, PersonName
from lantoa.persons.operations.taking import refuse_without_consent
from lantoa.records.record.columns.column import Part, RecordColumn, Said
from lantoa.records.record.columns.listing import columns_of

if TYPE_CHECKING:
    Key = models.ForeignKey[PersonName | None, PersonName | None]
else:
    Key = models.ForeignKey


class Whom(RecordColumn[PersonName | None, PersonName | None], Key):
    """Whom a record names, with consent, or nobody; `used_for` says what the name is for."""

    def __init__(
        self,
        label: str = "",
        part: Part | None = None,
        *,
        used_for: NamedFor = NamedFor.GIVER,
        default: None = None,
        **said: Any,
    ) -> None:
        """Take for what the name is held."""
        self.used_for = used_for
        super().__init__(label, part, **said)

    def kept(self, said: Said) -> dict[str, Any]:
        """Let it name nobody."""
        to = {"to": PersonName, "on_delete": models.PROTECT, "related_name": "+"}
        return {**to, "null": True, "blank": True, **said}

    def clean(self, value: Any, model_instance: models.Model | None) -> PersonName | None:
        """Return the name; raises ValidationError for one that may not be kept."""
        if value is None:
            return None
        if not isinstance(value, PersonName):
            raise ValidationError("Ô này nhận họ tên kèm đồng ý, không nhận chữ.")
        if value.pk is None:
            refuse_without_consent(value)
        return value

    def get_internal_type(self) -> str:
        """Return the name of Django's own field."""
        return "ForeignKey"


def named_columns(model: type[models.Model]) -> list[Whom]:
    """Return the columns of a kind in which a record names people."""
    return [each for each in columns_of(model) if isinstance(each, Whom)]
