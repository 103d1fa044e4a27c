"""The sheet of a commitment to be posted: a standard point by point, or what was taken on."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from lantoa.figures.period import write_day
from lantoa.paper.leaf import Leaf
from lantoa.people.access import SignedIn
from lantoa.records.commitments.models import Commitment
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.letter import as_word, day_line, letterhead
from lantoa.records.record.views import versions_seen


@require_GET
@login_required
def posting(request: SignedIn, record: UUID) -> HttpResponse:
    """Hand out the sheet as a Word file."""
    kind = kind_of("commitments")
    row: Commitment = versions_seen(kind, record, user=request.user, on=localdate())[0]
    left, right = letterhead(row.unit, on=localdate())
    leaf = Leaf(
        left=left[:-1],
        right=right,
        day=day_line(localdate()),
        title=row.get_sort_display().upper(),
        about=row.title,
        body=_body(row),
        signer=("T/M ĐƠN VỊ", "", "", ""),
    )
    return as_word(leaf, name=f"niem-yet-{str(row.uuid)[:8]}")


def _body(row: Commitment) -> list[str]:
    said = [f"{place}. {point}" for place, point in enumerate(row.points, start=1)]
    who = row.post or row.get_who_display()
    told = [
        ("Người nhận", who),
        ("Hẹn xong", write_day(row.due_on) if row.due_on else ""),
        ("Kết quả", ", ".join(filter(None, [row.get_outcome_display(), row.result]))),
        ("Áp dụng từ ngày", write_day(row.holds_from) if row.holds_from else ""),
        ("Niêm yết tại", row.posted_at),
    ]
    return [*said, *(f"{term}: {text}." for term, text in told if text)]
