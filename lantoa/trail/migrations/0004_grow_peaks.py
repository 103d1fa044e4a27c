"""Grow the tree over the lines that each book has."""

from typing import Any

from django.db import migrations

from lantoa.trail.merkle import grown, leaf


def grow(apps: Any, schema: Any) -> None:
    """Work the peaks of each book out from the digests of its lines."""
    for book in apps.get_model("trail", "Home").objects.order_by("pk"):
        peaks: list[bytes] = []
        digests = book.entries.order_by("number").values_list("digest", flat=True)
        for size, digest in enumerate(digests.iterator()):
            peaks = grown(peaks, size=size, by=leaf(bytes.fromhex(digest)))
        book.peaks = " ".join(each.hex() for each in peaks)
        book.save(update_fields=["peaks"])


class Migration(migrations.Migration):
    dependencies = [("trail", "0003_seals_and_peaks")]
    operations = [migrations.RunPython(grow, migrations.RunPython.noop)]
