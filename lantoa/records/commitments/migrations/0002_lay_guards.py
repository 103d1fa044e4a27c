"""Lay the guards of commitments."""

from django.db import migrations

from lantoa.records.commitments.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("commitments", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
