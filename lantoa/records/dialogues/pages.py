"""How dialogues stand on pages: their limits, and the matters that came out of them."""

from typing import Any

from django.utils.timezone import localdate  # noqa: TID251 - what a page shows stands as of today

from lantoa.matters.queries import of_origin
from lantoa.records.dialogues.models import Dialogue
from lantoa.records.dialogues.queries import limits_kept
from lantoa.records.record.forms import form_of
from lantoa.records.record.pages import Action, Fact, Pages
from lantoa.units.models import Kind


def line(row: Dialogue) -> str:
    """Return it in one line: its sort, how many, and the number that matters most."""
    numbers = {
        "visits": ("households", "hộ"),
        "reception": ("received", "lượt người"),
    }
    name, word = numbers.get(row.sort, ("opinions", "ý kiến"))
    return f"{row.get_sort_display()}: {Fact.count('', getattr(row, name), word).text}"


def _beside(row: Dialogue) -> dict[str, Any]:
    return {"limits": limits_kept(row), "matters": of_origin(row.origin, today=localdate())}


PAGES = Pages(
    one="đối thoại, tiếp dân",
    many="Đối thoại, tiếp dân",
    recorded="bản ghi đối thoại, lắng nghe, tiếp công dân",
    word="doi-thoai",
    link="Đối thoại, tiếp dân",
    icon="people",
    button="Ghi đối thoại, tiếp dân",
    form=form_of(Dialogue),
    line=line,
    beside=_beside,
    actions=[
        Action(
            "Ghi đối thoại, tiếp dân",
            "Hội nghị, diễn đàn, đến hộ, tiếp dân",
            icon="people",
            first_of=(Kind.GOVERNMENT, Kind.COMMUNE, Kind.FRONT),
        )
    ],
)
