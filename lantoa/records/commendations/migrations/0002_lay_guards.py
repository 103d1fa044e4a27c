"""Lay the guards of commendations."""

from django.db import migrations

from lantoa.records.commendations.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("commendations", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
