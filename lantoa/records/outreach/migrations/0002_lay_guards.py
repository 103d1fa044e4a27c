"""Lay the guards of outreach."""

from django.db import migrations

from lantoa.records.outreach.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("outreach", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
