"""Lay the guards of indicators."""

from django.db import migrations

from lantoa.records.indicators.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("indicators", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
