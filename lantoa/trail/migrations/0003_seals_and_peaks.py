"""Let lines hold the seals of rows, and books the peaks of the tree over their lines."""

from django.db import migrations, models

from lantoa.trail.guards import GUARDS, rebuilt_under


class Migration(migrations.Migration):
    dependencies = [("trail", "0002_lay_guards")]
    operations = rebuilt_under(
        GUARDS,
        [
            migrations.AddField(
                "entry", "sealed", models.TextField("dấu các hàng", blank=True, default="")
            ),
            migrations.AddField(
                "home",
                "peaks",
                models.TextField(
                    "đỉnh cây",
                    blank=True,
                    default="",
                    help_text="Dấu của các cây đầy mà các dòng hợp thành, lớn trước.",
                ),
            ),
        ],
    )
