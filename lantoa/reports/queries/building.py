"""Putting a report together: header, sections in their order, annexes."""

from dataclasses import dataclass
from datetime import date

from lantoa.figures.period import write_day
from lantoa.figures.question import Question
from lantoa.figures.writing import write_number
from lantoa.paper import Paragraphs, ToWrite
from lantoa.reports.document import Document
from lantoa.reports.profiles import Profile, profile_for
from lantoa.reports.queries import crossing, header
from lantoa.reports.queries.annexes import annexes_of
from lantoa.reports.queries.chapters import sections_of
from lantoa.reports.queries.facts import Facts, facts_of, known_at

SIMULATED = "SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"


@dataclass(frozen=True)
class Request:
    """Which report is asked for: its question, day of the paper, and what the clerk fills in."""

    asked: Question
    day: date
    number: str = ""
    signed_by: str = ""

    @property
    def profile(self) -> Profile:
        """Return the format rules of the day of the paper."""
        return profile_for(self.day)


def report(request: Request) -> Document:
    """Return the report of a unit on the framework documents in force in a period.

    Raises LookupError where no format rules are known for the day of the paper.
    """
    facts = facts_of(request.asked)
    subject = header.subject_of(facts)
    return Document(
        issuer=header.issuer_of(facts),
        symbol=header.symbol_of(facts.unit),
        number=request.number,
        place=header.area_of(facts.unit)[1],
        day=request.day,
        subject=subject,
        opening=opening_of(facts),
        sections=sections_of(facts.form.chapters, facts.papers),
        annexes=annexes_of(facts),
        recipients=header.recipients_of(facts),
        signature=header.signature_of(facts.unit, request.profile, name=request.signed_by),
        marks=(SIMULATED,) if facts.unit.is_simulated else (),
        attached_to=f"(Kèm theo Báo cáo {subject})",
        provenance=provenance_of(facts),
    )


def opening_of(facts: Facts) -> Paragraphs:
    """Say on what the report is made, and how large the organisation is."""
    documents = () if facts.movement else facts.documents
    cited = "; ".join(header.cited(document) for document in documents)
    first = f"Thực hiện {cited}, " if cited else ""
    name = header.committee_of(facts.unit)
    opening = f"{first}{name} báo cáo kết quả {header.movement_of(facts)}, {facts.period}, như sau:"
    first = opening[:1].upper() + opening[1:]
    told = (*_organisation(facts), *crossing.paragraphs(facts))
    return (first, *told, ToWrite("đặc điểm tình hình"))


def _organisation(facts: Facts) -> tuple[str, ...]:
    on = f"Theo sơ đồ tổ chức ngày {write_day(facts.chart)}, {facts.unit.name}"
    direct, below = facts.counted.own("units.organisations"), facts.say("units.base_cells")
    if not direct:
        return ()
    named = (
        ("units.communes", "đảng bộ xã, phường, thị trấn"),
        ("units.bases", "đảng bộ cơ sở khác"),
        ("units.divisions", "đảng bộ bộ phận"),
        ("units.cells", "chi bộ trực thuộc"),
    )
    own = [(facts.counted.own(code) or 0, words) for code, words in named]
    parts = [f"{write_number(number)} {words}" for number, words in own if number]
    is_whole = len(parts) > 1 and sum(number for number, _ in own) == direct
    total = facts.counted.lines["units.organisations"].written(direct)
    listed = f" ({', '.join(parts)})" if is_whole else ""
    cells = f"; {below} chi bộ trực thuộc đảng ủy cơ sở" if below and below != "0" else ""
    members = facts.say("units.members")
    counted = f"; {members} đảng viên theo số các chi bộ đã ghi" if members else ""
    return (f"{on} có {total} chi, đảng bộ trực thuộc{listed}{cells}{counted}.",)


def provenance_of(facts: Facts) -> str:
    """Say how the figures were counted, so that they can be counted again."""
    known = f", như đã biết lúc {known_at(facts.as_known)}" if facts.as_known else ""
    of = f" thuộc phong trào “{facts.movement}”" if facts.movement else ""
    return (
        f"Số liệu tính từ bản ghi của các đơn vị{of}, {facts.period}, theo sơ đồ tổ chức ngày "
        f"{write_day(facts.chart)}{known}. Số liệu theo dõi, không thay sổ kế toán."
    )
