"""Lay the guards of giving."""

from django.db import migrations

from lantoa.records.giving.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("giving", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
