"""Lay the guards of who owes what."""

from django.db import migrations

from lantoa.guidance.guards import OBLIGATION_GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("guidance", "0002_obligation")]
    operations = [laid_by_migration(OBLIGATION_GUARDS)]
