"""Lay the guards of trail."""

from django.db import migrations

from lantoa.trail.guards import GUARDS, laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
