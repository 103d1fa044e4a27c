"""A column of a kind of record: Django's own field, with what is said of it once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypedDict, TypeVar, Unpack

from django.utils.module_loading import import_string

from lantoa.records.record.columns.refusing import NO_SUCH_CHOICE, TOO_LONG

Set = TypeVar("Set")
Get = TypeVar("Get")

if TYPE_CHECKING:
    from django.db.models import Field
else:

    class Field:
        """Takes types as Django's field does for mypy; `typing.Generic` could not be copied."""

        def __class_getitem__(cls, types: Any) -> Any:
            """Return the class itself."""
            return cls


WORDS = {"verbose_name", "help_text", "choices", "error_messages"}
"""What a migration is not told: a label may change without one."""


@dataclass(frozen=True)
class Part:
    """Columns that belong together, under one heading on form and page.

    `help` stands above the boxes; `more` is the summary under which those are folded away that an
    ordinary entry does not need. `total` and `summed` are the unit of measure and the label of the
    sum that is shown while typing. `template` draws the boxes where the shared one cannot. `only`
    names the sorts, with spaces between, to which the part belongs; with scripts it is seen with
    these alone.
    """

    title: str
    help: str = ""
    more: str = ""
    total: str = ""
    summed: str = ""
    template: str = ""
    only: str = ""


class Said(TypedDict, total=False):
    """What a column may say beside its label and its part; `default` makes it optional.

    `word` is its unit of measure, `missing` the sentence where it is left empty, `unknown` the
    choice that says nothing, `counted` the label of its plain sum and `code` the name of that sum
    where it is not the column's, `sensitive` marks people who must not be recognised.
    """

    help_text: str
    word: str
    missing: str
    unknown: str
    counted: str
    code: str
    sensitive: bool
    asked: Literal["usual", "more", "import"]
    max_length: int
    choices: Sequence[tuple[str, Any]]
    blank: bool
    default: Any


class RecordColumn(Field[Set, Get]):
    """A column of a kind of record, said once."""

    word = ""
    default_error_messages = {
        "blank": "Hãy ghi ô này.",
        "null": "Hãy ghi ô này.",
        "invalid_choice": NO_SUCH_CHOICE,
        "max_length": TOO_LONG,
    }

    def __init__(self, label: str = "", part: Part | None = None, **said: Unpack[Said]) -> None:
        """Take what is said; what Django does not know stays here."""
        self.part, self.word = part, said.pop("word", self.word)
        self.missing, self.unknown = said.pop("missing", ""), said.pop("unknown", "")
        self.counted, self.code = said.pop("counted", ""), said.pop("code", "")
        self.asked, self.sensitive = said.pop("asked", "usual"), said.pop("sensitive", False)
        super().__init__(verbose_name=label, **self.kept(said))
        if self.missing:
            self.error_messages |= {"blank": self.missing, "null": self.missing}

    def kept(self, said: Said) -> dict[str, Any]:
        """Return what Django's own field is told."""
        return {"blank": said.get("default") == "", **said}

    def deconstruct(self) -> Any:
        """Return Django's own field, without words: that is what migrations see."""
        name, _, args, kwargs = super().deconstruct()
        told = {key: value for key, value in kwargs.items() if key not in WORDS}
        return name, f"django.db.models.{self.get_internal_type()}", args, told

    def clone(self) -> Any:
        """Return Django's own field: what migrations and rebuilt tables need."""
        _, path, args, kwargs = self.deconstruct()
        return import_string(path)(*args, **kwargs)
