"""Lay the guards of meetings."""

from django.db import migrations

from lantoa.records.meetings.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
