"""Say of the documents and themes that are there under which name they came with the programme."""

from datetime import datetime, time

from django.db import migrations
from django.utils.timezone import make_aware


def name_them(apps, schema_editor):
    for document in apps.get_model("guidance", "FrameworkDocument").objects.filter(known=""):
        document.known = document.number
        document.recorded_at = make_aware(datetime.combine(document.issued_on, time.min))
        document.save(update_fields=["known", "recorded_at"])
    for theme in apps.get_model("guidance", "Theme").objects.filter(known=""):
        theme.known = f"{theme.scope}: {theme.short}"[:80]
        theme.recorded_at = make_aware(datetime.combine(theme.first_day, time.min))
        theme.save(update_fields=["known", "recorded_at"])


class Migration(migrations.Migration):
    dependencies = [("guidance", "0004_rows_of_what_is_asked")]
    operations = [migrations.RunPython(name_them, migrations.RunPython.noop)]
