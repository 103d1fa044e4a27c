"""Who issues a report, to whom, and in which words it is headed."""

from lantoa.figures.period import write_day
from lantoa.guidance.models import FrameworkDocument
from lantoa.reports.document import Issuer, Signature
from lantoa.reports.profiles import Profile
from lantoa.reports.queries.facts import Facts
from lantoa.units.models import Kind
from lantoa.units.queries import Portrait

AREAS = ("tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu")
COMMITTEES = {
    (Kind.PROVINCE, "tỉnh"): "Tỉnh ủy",
    (Kind.PROVINCE, "thành phố"): "Thành ủy",
    (Kind.DISTRICT, "huyện"): "Huyện ủy",
    (Kind.DISTRICT, "thành phố"): "Thành ủy",
    (Kind.DISTRICT, "thị xã"): "Thị ủy",
    (Kind.DISTRICT, "quận"): "Quận ủy",
}
SYMBOLS = {"Tỉnh ủy": "TU", "Thành ủy": "TU", "Thị ủy": "TU", "Huyện ủy": "HU", "Quận ủy": "QU"}


def committee_of(unit: Portrait) -> str:
    """Return the name of the committee that issues a unit's papers: "Huyện ủy Thoại Sơn"."""
    area, name = area_of(unit)
    if title := COMMITTEES.get((unit.kind, area)):
        return f"{title} {name}"
    if unit.name.startswith("Đảng bộ "):
        return "Đảng ủy " + unit.name.removeprefix("Đảng bộ ")
    return unit.name


def area_of(unit: Portrait) -> tuple[str, str]:
    """Divide a name into the sort of area and its proper name: ("huyện", "Thoại Sơn")."""
    rest = unit.name.removeprefix("Đảng bộ ").split(" (")[0]
    for area in AREAS:
        if rest.lower().startswith(area + " "):
            return area, rest[len(area) + 1 :]
    return "", rest


def issuer_of(facts: Facts) -> Issuer:
    """Return the two lines at the top left: the unit above, and who issues."""
    return issuer(facts.unit, parent=facts.parent)


def issuer(unit: Portrait, *, parent: Portrait | None) -> Issuer:
    """Return who issues the papers of a unit, below the unit above it."""
    superior = parent.name if parent and parent.kind != Kind.NATION else ""
    if unit.kind == Kind.CELL and parent:
        superior = committee_of(parent)
    if unit.kind == Kind.PROVINCE:
        superior = "Ban Chấp hành Trung ương"
    return Issuer(superior=superior.upper(), committee=committee_of(unit).upper())


def symbol_of(unit: Portrait) -> str:
    """Return the symbol of a report: "BC/HU"."""
    if unit.kind == Kind.CELL:
        return "BC/CB"
    title = COMMITTEES.get((unit.kind, area_of(unit)[0]), "")
    return f"BC/{SYMBOLS.get(title, 'ĐU')}"


def signature_of(unit: Portrait, profile: Profile, *, name: str = "") -> Signature:
    """Return for whom and as what the report is signed."""
    body = "CHI ỦY" if unit.kind == Kind.CELL else "BAN THƯỜNG VỤ"
    return Signature(authority=f"{profile.on_behalf}{body}", post="BÍ THƯ", name=name)


def recipients_of(facts: Facts) -> tuple[str, ...]:
    """Return to whom the report goes, the unit above first."""
    parent = facts.parent
    if facts.unit.kind == Kind.CELL and parent:
        return (f"{committee_of(parent)} (báo cáo)", "Các đồng chí chi ủy viên", "Lưu chi bộ")
    above = (f"{committee_of(parent)} (báo cáo)",) if parent and parent.kind != Kind.NATION else ()
    return (*above, *facts.form.recipients)


def cited(document: FrameworkDocument) -> str:
    """Cite a document in full."""
    number = f" số {document.number}" if document.number else ""
    day = f", ngày {write_day(document.issued_on)}" if document.issued_on else ""
    return f"{document.sort}{number}{day} của {document.issuer} {document.title}"


def subject_of(facts: Facts) -> str:
    """Return the subject: what is reported on, and over which period."""
    if facts.movement:
        return f"kết quả phong trào “{facts.movement}” ({over(facts)})"
    numbers = " và ".join(str(document) for document in facts.documents)
    return f"kết quả thực hiện {numbers or 'phong trào học tập và làm theo Bác'} ({over(facts)})"


def over(facts: Facts) -> str:
    """Say the period in words fit for a title."""
    return str(facts.period)


def movement_of(facts: Facts) -> str:
    """Return the movement's name: as asked, or as the document in force last in the period says."""
    if facts.movement:
        return f"phong trào “{facts.movement}”"
    named = [document.movement for document in facts.documents if document.movement]
    return named[-1] if named else "học tập và làm theo Bác"
