"""Lay the guards of acts on their tables under the new names."""

from django.db import migrations

from lantoa.acts.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("acts", "0001_initial"), ("units", "0009_posts_and_acts_leave")]
    operations = [laid_by_migration(GUARDS)]
