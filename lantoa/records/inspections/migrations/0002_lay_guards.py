"""Lay the guards of inspections."""

from django.db import migrations

from lantoa.records.inspections.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("inspections", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
