"""Lay the guards of ratings, of score sheets and of quotas."""

from django.db import migrations

from lantoa.records.ratings.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("ratings", "0001_initial")]
    operations = [laid_by_migration(GUARDS)]
