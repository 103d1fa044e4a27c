"""Lay the guards of outreach again: its table was rebuilt."""

from django.db import migrations

from lantoa.records.outreach.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("outreach", "0003_tell_of_what")]
    operations = [laid_by_migration(GUARDS)]
