"""Lay the guards against circles again: a place that only ends sooner is not climbed from."""

from django.db import migrations

from lantoa.trail.guards import laid_again
from lantoa.units.guards import GUARDS, ClimbingGuard


class Migration(migrations.Migration):
    dependencies = [("units", "0005_lay_guards_against_circles")]
    operations = [laid_again([each for each in GUARDS if isinstance(each, ClimbingGuard)])]
