"""Lay the guards of "nothing happened"."""

from django.db import migrations

from lantoa.records.record.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
