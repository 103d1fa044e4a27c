"""Lay the guards of meetings again: its table was rebuilt, and new columns are written once too."""

from django.db import migrations

from lantoa.records.meetings.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("meetings", "0006_tell_more")]
    operations = [laid_by_migration(GUARDS)]
