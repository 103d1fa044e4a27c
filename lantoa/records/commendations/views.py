"""Papers of commendations: the proposal with its list, and the certificate to be signed."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.paper.leaf import Leaf
from lantoa.people.access import SignedIn
from lantoa.records.commendations.models import Honour
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.letter import as_word, day_line, letterhead
from lantoa.records.record.views import versions_seen

BLANK = "................................................................"


@require_GET
@login_required
def proposal(request: SignedIn, record: UUID) -> HttpResponse:
    """Hand out the proposal with its list: collectives by name, individuals as a count."""
    row = _row(request, record)
    left, right = letterhead(row.unit, on=localdate())
    leaf = Leaf(
        left=left,
        right=right,
        day=day_line(localdate()),
        title="TỜ TRÌNH",
        about=f"Về việc đề nghị {_what(row)}",
        body=_body(row),
        heads=("TT", "Tập thể, cá nhân", "Số lượng", "Thành tích"),
        rows=_listed(row),
        behind=("Họ tên cá nhân do đơn vị ghi khi in, sau khi người được đề nghị đồng ý.",),
        signer=("T/M ĐƠN VỊ ĐỀ NGHỊ", "", "", ""),
    )
    return as_word(leaf, name=f"to-trinh-khen-{str(row.uuid)[:8]}")


@require_GET
@login_required
def certificate(request: SignedIn, record: UUID) -> HttpResponse:
    """Hand out a certificate to be signed: one name is left open, to be written by hand."""
    row = _row(request, record)
    left, right = letterhead(row.unit, on=localdate())
    number = row.decision or "...................."
    decided = write_day(row.decided_on) if row.decided_on else "...................."
    leaf = Leaf(
        left=left[:-1],
        right=right,
        day=day_line(localdate()),
        title=str(row.form or "GIẤY GHI NHẬN").upper(),
        about=f"Tặng: {_first_name(row)}",
        body=(f"Thành tích: {row.title}.",),
        behind=(f"Theo Quyết định số {number}, ngày {decided}.",),
        signer=("NGƯỜI KÝ", "", "", ""),
        is_landscape=True,
    )
    return as_word(leaf, name=f"giay-ghi-nhan-{str(row.uuid)[:8]}")


def _row(request: SignedIn, record: UUID) -> Honour:
    kind = kind_of("commendations")
    row: Honour = versions_seen(kind, record, user=request.user, on=localdate())[0]
    return row


def _what(row: Honour) -> str:
    what = str(row.form or row.get_sort_display())
    return f"{what[:1].lower()}{what[1:]}{f', {row.get_level_display()}' if row.level else ''}"


def _body(row: Honour) -> list[str]:
    steps = [
        (row.proposed_on, "đề xuất"),
        (row.voted_on, _vote(row)),
        (row.appraised_on, "thẩm định"),
    ]
    told = "; ".join(f"{word} ngày {write_day(day)}" for day, word in steps if day)
    body = [f"Thành tích: {row.title}.", f"Đề nghị {_what(row)} cho các tập thể, cá nhân sau đây."]
    if told:
        body.insert(1, f"Các bước đã làm: {told}.")
    return [*body, *([f"Giấy tờ kèm theo: {row.evidence}."] if row.evidence else [])]


def _vote(row: Honour) -> str:
    if row.votes_for is None or row.voters is None:
        return "bình xét"
    return f"bình xét ({write_number(row.votes_for)}/{write_number(row.voters)} phiếu)"


def _listed(row: Honour) -> list[tuple[str, str, str, str]]:
    names = [each.strip() for each in row.names.split(";") if each.strip()]
    lines = [(name, "1") for name in names]
    if row.collectives is None or row.collectives > len(names):
        left = None if row.collectives is None else row.collectives - len(names)
        if names and left is None:
            lines.append(("Tập thể khác", write_number(None)))
        elif left is None or left:
            lines.append(("Tập thể chưa ghi tên", write_number(left)))
    lines.append(("Cá nhân", write_number(row.individuals)))
    if row.unseparated is not None:
        lines.append(("Chưa tách tập thể, cá nhân", write_number(row.unseparated)))
    return [(str(n), name, count, row.title) for n, (name, count) in enumerate(lines, start=1)]


def _first_name(row: Honour) -> str:
    return row.names.split(";")[0].strip() or BLANK
