"""Lay the guards against circles again: PostgreSQL looks at a whole statement at once."""

from django.db import migrations

from lantoa.trail.guards import laid_again
from lantoa.units.guards import GUARDS, ClimbingGuard


class Migration(migrations.Migration):
    dependencies = [("units", "0004_lay_guards")]
    operations = [laid_again([each for each in GUARDS if isinstance(each, ClimbingGuard)])]
