"""Papers were kept as they were sent, so that their one fingerprint is that of both.

Pictures were written anew: what was sent is not known of them, and stays so.
"""

from django.db import migrations
from django.db.models import F

PAPER = "application/pdf"


def know(apps, schema_editor):
    proofs = apps.get_model("works", "Proof").objects.filter(media_type=PAPER, sent_sha256="")
    proofs.update(sent_sha256=F("sha256"))


def forget(apps, schema_editor):
    proofs = apps.get_model("works", "Proof").objects.filter(sent_sha256=F("sha256"))
    proofs.update(sent_sha256="")


class Migration(migrations.Migration):
    dependencies = [("works", "0006_keep_the_fingerprint_of_what_was_sent")]
    operations = [migrations.RunPython(know, forget)]
