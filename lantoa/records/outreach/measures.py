"""What is counted of outreach: by what was told, and by channel."""

from django.db.models import F, Q, Sum

from lantoa.figures.measure import Measure
from lantoa.records.outreach.models import Outreach
from lantoa.records.record.counting import Counted, Display
from lantoa.records.record.measures import plain_sums

TOLD = Measure("outreach.told", "Số tin, bài, lượt phát tuyên truyền", "lượt")
REFUTING = Measure("outreach.refuting", "Số tin, bài phản bác thông tin xấu, độc", "tin, bài")
NO_CONTEST = ~Q(sort=Outreach.Sort.CONTEST)
SORTS = {each: Measure(f"outreach.{each.value}", each.label, "lượt") for each in Outreach.Sort}
CHANNELS = {
    each: Measure(f"outreach.{each.value}", f"Tin, bài, lượt phát: {each.label}", "lượt")
    for each in Outreach.Channel
}
COUNTED = Counted(
    model=Outreach,
    label="Tuyên truyền",
    silence="chưa ghi tuyên truyền nào",
    titled=F("title"),
    sums={
        TOLD: Sum("times", filter=NO_CONTEST),
        **{SORTS[each]: Sum("times", filter=Q(sort=each)) for each in SORTS},
        **{CHANNELS[each]: Sum("times", filter=NO_CONTEST & Q(channel=each)) for each in CHANNELS},
        **plain_sums(Outreach),
        REFUTING: Sum("refuting"),
    },
    shown=Display.everywhere(TOLD.code, head="Tin, bài, lượt phát"),
)
