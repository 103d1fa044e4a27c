"""Dialogues as a part of the project."""

from lantoa.records.record import kinds


class DialoguesConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.dialogues"
    verbose_name = "đối thoại, tiếp công dân"
    place = 50
