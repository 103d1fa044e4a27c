"""Lay the guards of practices."""

from django.db import migrations

from lantoa.records.practices.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("practices", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
