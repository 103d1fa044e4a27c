"""Let records say with whom they were done, and to which movements they belong."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from lantoa.records.record.guards import GUARDS
from lantoa.trail.guards import laid_by_migration


class Migration(migrations.Migration):
    dependencies = [
        ("record", "0004_keep_steps"),
        ("units", "0009_posts_and_acts_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Ties",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "digest",
                    models.CharField(editable=False, max_length=43, verbose_name="dấu nội dung"),
                ),
            ],
            options={
                "verbose_name": "cùng làm, phong trào",
            },
        ),
        migrations.CreateModel(
            name="PopularMovement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="mã")),
                ("label", models.CharField(max_length=150, verbose_name="tên gọi")),
                ("place", models.PositiveSmallIntegerField(default=100, verbose_name="thứ tự")),
                ("valid_from", models.DateField(verbose_name="dùng từ ngày")),
                (
                    "valid_to",
                    models.DateField(blank=True, null=True, verbose_name="thôi dùng từ ngày"),
                ),
                ("source", models.CharField(max_length=300, verbose_name="căn cứ")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi",
                    ),
                ),
            ],
            options={
                "verbose_name": "phong trào",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outside",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=200,
                        verbose_name="tổ chức ngoài hệ thống",
                    ),
                ),
                (
                    "movement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="record.popularmovement",
                        verbose_name="phong trào",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                        verbose_name="đơn vị cùng làm",
                    ),
                ),
                (
                    "ties",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="record.ties",
                        verbose_name="của",
                    ),
                ),
            ],
            options={
                "verbose_name": "một mối cùng làm",
            },
        ),
        migrations.AddField(
            model_name="datedstep",
            name="ties",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="record.ties",
            ),
        ),
        migrations.AddField(
            model_name="nothinghappened",
            name="ties",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="record.ties",
            ),
        ),
        migrations.AddIndex(
            model_name="datedstep",
            index=models.Index(
                condition=models.Q(("ties__isnull", False)),
                fields=["ties"],
                name="record_datedstep_tied",
            ),
        ),
        migrations.AddIndex(
            model_name="nothinghappened",
            index=models.Index(
                condition=models.Q(("ties__isnull", False)),
                fields=["ties"],
                name="record_nothinghappened_tied",
            ),
        ),
        migrations.AddConstraint(
            model_name="popularmovement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True),
                    ("valid_to__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="record_popularmovement_ends_after_it_begins",
                violation_error_code="valid_to",
                violation_error_message="Ngày thôi dùng phải sau ngày bắt đầu dùng.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tie",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("movement__isnull", True), ("outside", ""), ("unit__isnull", False)),
                    models.Q(("movement__isnull", False), ("outside", ""), ("unit__isnull", True)),
                    models.Q(
                        ("movement__isnull", True),
                        ("unit__isnull", True),
                        models.Q(("outside", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="record_tie_names_one",
                violation_error_message="Mỗi dòng nêu một đơn vị, một tổ chức hoặc một phong trào.",
            ),
        ),
        laid_by_migration(GUARDS),
    ]
