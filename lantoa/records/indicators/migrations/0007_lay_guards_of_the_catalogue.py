"""Lay the guards of the catalogue and of targets; those of indicators again, after a rebuilding."""

from django.db import migrations

from lantoa.records.indicators.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("indicators", "0006_widen_the_catalogue")]
    operations = [laid_by_migration(GUARDS)]
