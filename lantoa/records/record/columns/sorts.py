"""The sorts of columns: one for each meaning, not for each table."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Unpack, overload

from django.core.exceptions import ValidationError
from django.db import models

from lantoa.figures.words import composed
from lantoa.formats.lines import not_secret, readable
from lantoa.formats.texts import no_identity_number
from lantoa.reading.typed import Mistyped, read_day
from lantoa.records.record.columns.column import Get, Part, RecordColumn, Said, Set
from lantoa.records.record.columns.refusing import (
    LARGEST_AMOUNT,
    LARGEST_COUNT,
    LARGEST_NUMBER,
    NOT_WHOLE,
    at_least_one,
    at_most,
    not_negative,
    web_address,
)

M = TypeVar("M", bound=models.Model)

if TYPE_CHECKING:
    from django.db.models import Manager

    Text = models.CharField[str, str]
    Date = models.DateField[date, date]
    SomeDate = models.DateField[date | None, date | None]
    Integer = models.PositiveIntegerField[int | None, int | None]
    Events = models.PositiveIntegerField[int, int]
    BigInteger = models.PositiveBigIntegerField[int | None, int | None]
    Signed = models.BigIntegerField[int | None, int | None]
    Known = models.BigIntegerField[int, int]
    Small = models.PositiveSmallIntegerField[int, int]
    Boolean = models.BooleanField[bool, bool]
else:
    Text, Boolean = models.CharField, models.BooleanField
    Date = SomeDate = models.DateField
    Integer = Events = models.PositiveIntegerField
    BigInteger, Small = models.PositiveBigIntegerField, models.PositiveSmallIntegerField
    Signed = Known = models.BigIntegerField


class Mark(RecordColumn[str, str], Text):
    """A short text that machines make or read: a key, a code; control characters are refused."""

    default_validators = [readable, not_secret]


class Phrase(Mark):
    """A text of one line, kept in NFC; it refuses what looks like an identity number."""

    default_validators = [readable, not_secret, no_identity_number]

    def to_python(self, value: Any) -> Any:
        """Return the text with single spaces."""
        return composed(value) if isinstance(value, str) else super().to_python(value)


class Address(Mark):
    """The address of a page on the web."""

    default_validators = [readable, web_address]


class Choice(Mark):
    """One of a few."""


class DayColumn(RecordColumn[Set, Get]):
    """A day, written as everywhere in the project."""

    def to_python(self, value: Any) -> Any:
        """Return the day; raises ValidationError for a text that writes none."""
        try:
            return read_day(value) if isinstance(value, str) else super().to_python(value)
        except Mistyped as refusal:
            raise ValidationError(str(refusal), code="invalid") from None


class Day(DayColumn[date, date], Date):
    """A day that is always known."""


class SomeDay(DayColumn[date | None, date | None], SomeDate):
    """A day that may be unknown, or not have come."""

    def kept(self, said: Said) -> dict[str, Any]:
        """Let it be empty."""
        told = {"null": True, "blank": True, **said}
        return {key: each for key, each in told.items() if key != "default"}


class WholeColumn(RecordColumn[Set, Get]):
    """A whole number: what has decimals is refused, not cut."""

    default_error_messages = {"invalid": NOT_WHOLE}

    def to_python(self, value: Any) -> Any:
        """Return the number; raises ValidationError for what is none, or would lose decimals."""
        try:
            if isinstance(value, float | Decimal | Fraction) and int(value) != value:
                raise ValueError
        except (ValueError, OverflowError):  # what is no number, and what is infinite, too
            raise ValidationError(NOT_WHOLE, code="invalid") from None
        return super().to_python(value)


class Unknowable(WholeColumn[int | None, int | None]):
    """A number that may be unknown: then it is empty, never zero."""

    def kept(self, said: Said) -> dict[str, Any]:
        """Let it be empty."""
        told = {"null": True, "blank": True, **said}
        return {key: each for key, each in told.items() if key != "default" or each is not None}


class Count(Unknowable, Integer):
    """How many, as far as it is known."""

    default_validators = [not_negative, at_most(LARGEST_COUNT)]


class Dong(Unknowable, BigInteger):
    """An amount of đồng, as far as it is known."""

    word = "đồng"
    default_validators = [not_negative, at_most(LARGEST_AMOUNT)]


class Number(Unknowable, Signed):
    """A number that may be large, negative, or not known."""

    default_validators = [at_most(LARGEST_NUMBER)]


class Value(WholeColumn[int, int], Known):
    """A number that may be large, and is always known."""

    default_validators = [at_most(LARGEST_NUMBER)]


class Times(WholeColumn[int, int], Events):
    """How many times: always known, and at least once."""

    default_validators = [at_least_one, at_most(LARGEST_COUNT)]


class Decimals(WholeColumn[int, int], Small):
    """How many of the digits of a number stand behind its comma."""

    default_validators = [not_negative]


class Flag(RecordColumn[bool, bool], Boolean):
    """Whether something is so."""


if TYPE_CHECKING:

    class Several(Generic[M]):
        """Several of a list, kept in a table of their own; an entry names them in a sequence."""

        def __init__(
            self, to: type[M], label: str, part: Part | None = None, **said: Unpack[Said]
        ) -> None: ...
        @overload
        def __get__(self, row: None, owner: Any) -> "Several[M]": ...
        @overload
        def __get__(self, row: models.Model, owner: Any) -> Manager[M]: ...
        def __get__(self, row: Any, owner: Any) -> Any: ...
        def __set__(self, row: models.Model, value: Sequence[M]) -> None: ...

    class OneOf(Generic[M]):
        """One of a list that an administrator keeps, or none."""

        def __init__(
            self, to: type[M], label: str, part: Part | None = None, **said: Unpack[Said]
        ) -> None: ...
        @overload
        def __get__(self, row: None, owner: Any) -> "OneOf[M]": ...
        @overload
        def __get__(self, row: models.Model, owner: Any) -> M | None: ...
        def __get__(self, row: Any, owner: Any) -> Any: ...
        def __set__(self, row: models.Model, value: M | None) -> None: ...

else:

    class OneOf(RecordColumn, models.ForeignKey):
        """One of a list that an administrator keeps, or none."""

        def __init__(self, to: Any, label: str = "", part: Part | None = None, **said: Any) -> None:
            """Take the list that is chosen from; a row that was chosen is never lost."""
            kept = {"on_delete": models.PROTECT, "related_name": "+", **said}
            super().__init__(label, part, to=to, **kept)

        def kept(self, said: Said) -> dict[str, Any]:
            """Let none be chosen where that is allowed."""
            empty = "default" in said
            told = {"null": empty, "blank": empty, **said}
            return {key: each for key, each in told.items() if key != "default"}

        def get_internal_type(self) -> str:
            """Return the name of Django's own field."""
            return "ForeignKey"

        def clean(self, value: Any, row: Any) -> Any:
            """Return the row that was chosen; raises ValidationError where one is missing."""
            if value is None and not self.null:
                raise ValidationError(self.missing or self.error_messages["null"], code="null")
            return value

    class Several(RecordColumn, models.ManyToManyField):
        """Several of a list, kept in a table of their own; an entry names them in a sequence."""

        def __init__(self, to: Any, label: str = "", part: Part | None = None, **said: Any) -> None:
            """Take the list that is chosen from."""
            super().__init__(label, part, to=to, **said)

        def kept(self, said: Said) -> dict[str, Any]:
            """Let none be chosen."""
            return {key: each for key, each in said.items() if key != "default"} | {"blank": True}

        def get_internal_type(self) -> str:
            """Return the name of Django's own field."""
            return "ManyToManyField"
