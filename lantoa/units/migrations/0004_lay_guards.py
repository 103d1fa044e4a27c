"""Lay the guards of units, now that their tables have all their columns."""

from django.db import migrations

from lantoa.trail.guards import laid_by_migration
from lantoa.units.guards import GUARDS


class Migration(migrations.Migration):
    dependencies = [("units", "0003_acts")]
    operations = [laid_by_migration(GUARDS)]
