"""Keeps its place: the guards name columns that come later, and are laid once those are there."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("units", "0001_initial")]
    operations: list[migrations.RunPython] = []
