"""Lay the guards of documents, themes, drives, targets and tasks."""

from django.db import migrations

from lantoa.guidance.guards import ROW_GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("guidance", "0005_name_what_came_along")]
    operations = [laid_by_migration(ROW_GUARDS)]
