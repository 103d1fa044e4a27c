"""Lay the guards of quotations."""

from django.db import migrations

from lantoa.records.quotations.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("quotations", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
