"""Let records say with whom they were done, and to which movements they belong."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from lantoa.records.practices.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [
        ("practices", "0002_lay_guards"),
        ("record", "0005_say_with_whom"),
        ("units", "0009_posts_and_acts_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="output",
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
        migrations.AddField(
            model_name="practice",
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
            model_name="output",
            index=models.Index(
                condition=models.Q(("ties__isnull", False)),
                fields=["ties"],
                name="practices_output_tied",
            ),
        ),
        migrations.AddIndex(
            model_name="practice",
            index=models.Index(
                condition=models.Q(("ties__isnull", False)),
                fields=["ties"],
                name="practices_practice_tied",
            ),
        ),
        laid_by_migration(GUARDS),
    ]
