"""A column for the fingerprint of the file that a person sent; empty where nobody knows it."""

from django.db import migrations, models

from lantoa.records.works.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("works", "0005_labels_leave_migrations")]
    operations = [
        migrations.AddField(
            model_name="proof",
            name="sent_sha256",
            field=models.CharField(
                blank=True, default="", max_length=64, verbose_name="dấu SHA-256 của tệp đã gửi"
            ),
        ),
        laid_by_migration(GUARDS),
    ]
