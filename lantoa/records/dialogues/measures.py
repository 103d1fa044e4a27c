"""What is counted of dialogues, in the words of official forms."""

from typing import Any

from django.db.models import F, Q, Sum

from lantoa.figures.measure import Measure
from lantoa.records.dialogues.models import CONFERENCES, Dialogue
from lantoa.records.record.counting import Counted, Display
from lantoa.records.record.measures import plain_sums

Sort, Post, Occasion = Dialogue.Sort, Dialogue.Post, Dialogue.Occasion
IS_CONFERENCE = Q(sort__in=CONFERENCES)


def _events(**narrower: str) -> Sum:
    return Sum("events", filter=Q(**narrower))


MEASURES: dict[Measure, Any] = {
    Measure("dialogues.held", "Số hội nghị đối thoại", "hội nghị"): Sum(
        "events", filter=IS_CONFERENCE
    ),
    Measure("dialogues.government", "Trong đó: của Ủy ban nhân dân", "hội nghị"): _events(
        sort=Sort.GOVERNMENT
    ),
    Measure("dialogues.secretary", "Trong đó: của bí thư cấp ủy", "hội nghị"): _events(
        sort=Sort.SECRETARY
    ),
    Measure("dialogues.joint", "Trong đó: chung cấp ủy và chính quyền", "hội nghị"): _events(
        sort=Sort.JOINT
    ),
    Measure("dialogues.delegates", "Số lượt đại biểu dự đối thoại", "lượt"): Sum(
        "delegates", filter=IS_CONFERENCE
    ),
    Measure("dialogues.forums", "Số phiên diễn đàn Lắng nghe dân nói", "phiên"): _events(
        sort=Sort.FORUM
    ),
    Measure("dialogues.forum_people", "Số lượt người dự Lắng nghe dân nói", "lượt"): Sum(
        "delegates", filter=Q(sort=Sort.FORUM)
    ),
    **plain_sums(Dialogue, "opinions", "answered_there", "answer_later", "overdue"),
    **plain_sums(Dialogue, "visits", "households"),
    Measure("dialogues.receptions", "Số kỳ tiếp công dân", "kỳ"): _events(sort=Sort.RECEPTION),
    Measure("dialogues.receptions_regular", "Trong đó: định kỳ", "kỳ"): _events(
        sort=Sort.RECEPTION, occasion=Occasion.REGULAR
    ),
    Measure("dialogues.receptions_extraordinary", "Trong đó: đột xuất", "kỳ"): _events(
        sort=Sort.RECEPTION, occasion=Occasion.EXTRAORDINARY
    ),
    Measure("dialogues.receptions_secretary", "Trong đó: bí thư cấp ủy tiếp", "kỳ"): _events(
        sort=Sort.RECEPTION, post=Post.SECRETARY
    ),
    Measure("dialogues.receptions_chair", "Trong đó: chủ tịch Ủy ban tiếp", "kỳ"): _events(
        sort=Sort.RECEPTION, post=Post.CHAIR
    ),
    **plain_sums(Dialogue, "received", "cases", "passed"),
}
COUNTED = Counted(
    model=Dialogue,
    label="Đối thoại, lắng nghe Nhân dân, tiếp công dân",
    silence="chưa ghi đối thoại, tiếp dân nào",
    titled=F("title"),
    sums=MEASURES,
    shown=Display(
        headlines=("dialogues.held", "dialogues.opinions"),
        over_time=("dialogues.opinions",),
        of_children=(("dialogues.held", "Đối thoại"),),
    ),
)
