"""The letterhead under which a unit prints a paper of its records, and the paper as an answer."""

from datetime import date

from django.http import HttpResponse

from lantoa.paper.leaf import Leaf, leaf_docx
from lantoa.units.models import PARTY_KINDS, Kind, Unit
from lantoa.units.queries import portrait, portraits

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def letterhead(unit: Unit, *, on: date) -> tuple[list[str], list[str]]:
    """Return the left and the right column: whose paper it is, and under which title.

    Organisations of the Party bear its title, all others that of the State.
    """
    shown = portrait(unit, on=on)
    above = portraits([shown.parent], on=on)[shown.parent] if shown.parent else None
    superior = above.name.upper() if above and above.kind != Kind.NATION else ""
    is_party = shown.kind in PARTY_KINDS
    left = [_issuer(superior), _issuer(shown.name.upper()), "*" if is_party else "", "Số:      "]
    return [each for each in left if each], list(PARTY if is_party else STATE)


def day_line(on: date) -> str:
    """Return place and day, the place left open for who signs."""
    return f".........., ngày {on.day} tháng {on.month} năm {on.year}"


def as_word(leaf: Leaf, *, name: str) -> HttpResponse:
    """Return a leaf as a Word file to be kept."""
    answer = HttpResponse(leaf_docx(leaf), content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _issuer(name: str) -> str:
    """Return who issues papers: of a Party organisation its committee."""
    return name.replace("ĐẢNG BỘ ", "ĐẢNG ỦY ", 1)
