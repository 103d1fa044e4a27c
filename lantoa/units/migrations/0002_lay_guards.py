"""Lay the guards of units."""

from django.db import migrations

from lantoa.trail.guards import laid_by_migration
from lantoa.units.guards import GUARDS


class Migration(migrations.Migration):
    dependencies = [("units", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
