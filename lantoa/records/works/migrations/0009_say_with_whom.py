"""Let records say with whom they were done, and to which movements they belong."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from lantoa.records.works.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [
        ("record", "0005_say_with_whom"),
        ("units", "0009_posts_and_acts_leave"),
        ("works", "0008_widen_works"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="work",
            name="ties",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="record.ties",
            ),
        ),
        migrations.AddIndex(
            model_name="work",
            index=models.Index(
                condition=models.Q(("ties__isnull", False)), fields=["ties"], name="works_work_tied"
            ),
        ),
        laid_by_migration(GUARDS),
    ]
