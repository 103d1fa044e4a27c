"""The table of lanterns."""

from lantoa.persons.models import NamedFor
from lantoa.records.record.columns import Count, Part, Phrase, Whom
from lantoa.records.record.models import Record

LIT = Part("Đèn đã thả")


class Lantern(Record):
    """Lanterns that a unit let up."""

    title: Phrase = Phrase("Tên đêm", LIT, missing="Hãy ghi tên đêm.", max_length=100)
    lit: Count = Count("Số đèn", LIT, word="chiếc", counted="Số đèn đã thả", default=None)
    giver: Whom = Whom("Người góp đèn", LIT, used_for=NamedFor.GIVER)

    class Meta(Record.Meta):
        verbose_name = "đêm thả đèn"

    def __str__(self) -> str:
        """Return its title."""
        return self.title
