"""A decision that was never approved may be dropped: a state of its own, and final."""

from django.db import migrations, models

from lantoa.trail.guards import rebuilt_under
from lantoa.units.migrations._guards_of_acts import OF_ACTS

STATES = [
    ("draft", "đang soạn"),
    ("simulated", "đã chạy thử"),
    ("approved", "đã duyệt"),
    ("reversed", "đã thu hồi"),
    ("dropped", "đã bỏ"),
]
APPROVED_BY_SOMEBODY = models.CheckConstraint(
    name="units_act_approved_by_somebody",
    condition=models.Q(approver__isnull=False, approved_at__isnull=False)
    | models.Q(state__in=["draft", "simulated", "dropped"]),
    violation_error_message="Quyết định đã duyệt phải có người duyệt.",
)


class Migration(migrations.Migration):
    dependencies = [("units", "0006_climb_for_longer_places_only")]
    operations = rebuilt_under(
        OF_ACTS,
        [
            migrations.RemoveConstraint("act", "units_act_approved_by_somebody"),
            migrations.AlterField(
                "act",
                "state",
                models.CharField("trạng thái", max_length=10, choices=STATES, default="draft"),
            ),
            migrations.AddConstraint("act", APPROVED_BY_SOMEBODY),
        ],
    )
