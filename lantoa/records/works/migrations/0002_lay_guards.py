"""Lay the guards of works."""

from django.db import migrations

from lantoa.records.works.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("works", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
