"""Lay the guards of units, now that their tables have all their columns."""

from django.db import migrations

from lantoa.trail.guards import laid_by_migration
from lantoa.units.guards import GUARDS
from lantoa.units.migrations._guards_of_acts import OF_ACTS


class Migration(migrations.Migration):
    dependencies = [("units", "0003_acts")]
    operations = [laid_by_migration([*GUARDS, *OF_ACTS])]
