"""Give the tables of posts and acts, and what they refuse, the names that they have on their own.

Rows stay where they are. The guards of acts are lifted here, and laid behind by acts.
"""

from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from lantoa.trail.guards import lifted_by_migration
from lantoa.units.migrations._guards_of_acts import OF_ACTS

ENDS_AFTER = models.CheckConstraint(
    name="posts_post_ends_after_it_begins",
    condition=models.Q(until__gte=models.F("since")),
    violation_error_message="Ngày thôi nhiệm vụ phải từ ngày được giao trở đi.",
)
BY_ANOTHER = models.CheckConstraint(
    name="acts_act_approved_by_another",
    condition=models.Q(approver__isnull=True) | ~models.Q(approver=models.F("author")),
    violation_error_message="Người duyệt phải khác người soạn.",
)
BY_SOMEBODY = models.CheckConstraint(
    name="acts_act_approved_by_somebody",
    condition=models.Q(approver__isnull=False, approved_at__isnull=False)
    | models.Q(state__in=["draft", "simulated", "dropped"]),
    violation_error_message="Quyết định đã duyệt phải có người duyệt.",
)
ONCE = models.UniqueConstraint(
    fields=["issuer", "number", "in_force_from"],
    condition=models.Q(state="approved"),
    name="acts_act_approved_once",
    violation_error_message="Quyết định này đã được duyệt một lần.",
)
ONE_ORDER = models.UniqueConstraint(
    fields=["act", "order"],
    name="acts_actstep_one_order",
    violation_error_message="Mỗi bước có một số thứ tự.",
)
RENAMED = [
    ("post", "units_post_ends_after_it_begins", ENDS_AFTER),
    ("act", "units_act_approved_by_another", BY_ANOTHER),
    ("act", "units_act_approved_by_somebody", BY_SOMEBODY),
    ("act", "units_act_approved_once", ONCE),
    ("actstep", "units_actstep_one_order", ONE_ORDER),
]


def forget_functions(apps: Any, schema: BaseDatabaseSchemaEditor) -> None:
    """Drop the functions behind the guards that were lifted: on PostgreSQL they outlive them."""
    if schema.connection.vendor == "postgresql":
        for guard in OF_ACTS:
            schema.execute(f"DROP FUNCTION IF EXISTS {guard.name}()", params=None)


class Migration(migrations.Migration):
    dependencies = [("units", "0007_a_draft_may_be_dropped")]
    operations = [
        lifted_by_migration(OF_ACTS),
        migrations.RunPython(forget_functions, migrations.RunPython.noop),
        *(migrations.RemoveConstraint(model, old) for model, old, _ in RENAMED),
        *(migrations.AddConstraint(model, new) for model, _, new in RENAMED),
        migrations.AlterModelTable("post", "posts_post"),
        migrations.AlterModelTable("act", "acts_act"),
        migrations.AlterModelTable("actstep", "acts_actstep"),
    ]
