"""Lay the guards of matters."""

from django.db import migrations

from lantoa.matters.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("matters", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
