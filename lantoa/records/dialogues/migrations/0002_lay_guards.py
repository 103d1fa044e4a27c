"""Lay the guards of dialogues."""

from django.db import migrations

from lantoa.records.dialogues.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
