"""Lay the guards of names, of erasures and of who looked."""

from django.db import migrations

from lantoa.persons.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [("persons", "0001_names_of_people")]
    operations = [laid_by_migration(GUARDS)]
