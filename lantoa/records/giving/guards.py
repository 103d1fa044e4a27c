"""What the database refuses of giving."""

from django.db.models import Model

from lantoa.records.giving.models import GiftSlip, GiverGroup, Giving
from lantoa.records.record.guards import guards_of
from lantoa.trail.guards import Guard, never_deleted, unchanged

GROUP, SLIP = "giving_givergroup", "giving_giftslip"
CANCELLING = {"cancelled_by", "cancelled_at", "reason", "id"}


def _columns(model: type[Model], *, but: set[str]) -> list[str]:
    return [str(each.column) for each in model._meta.concrete_fields if each.name not in but]


GUARDS = [
    *guards_of(Giving),
    never_deleted(GROUP),
    unchanged(GROUP, _columns(GiverGroup, but={"valid_to", "id"})),
    never_deleted(SLIP),
    unchanged(SLIP, _columns(GiftSlip, but=CANCELLING)),
    Guard(
        f"{SLIP}_cancelled_once",
        SLIP,
        "UPDATE",
        "Giấy xác nhận đã hủy thì không đổi nữa.",
        "OLD.cancelled_at IS NOT NULL",
    ),
]
