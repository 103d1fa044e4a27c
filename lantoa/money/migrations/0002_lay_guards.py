"""Lay the guards of money."""

from django.db import migrations

from lantoa.money.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("money", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
