"""What more there may be to say of a work, and two lists that works choose from.

Every column is new and may be empty: rows that are there say what they said.
"""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from lantoa.records.works.guards import GUARDS, OF_WORKS
from lantoa.trail.guards import laid_by_migration, lifted_by_migration


class Migration(migrations.Migration):
    dependencies = [
        ("units", "0009_posts_and_acts_leave"),
        ("works", "0007_papers_were_kept_as_they_were_sent"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        lifted_by_migration(OF_WORKS),
        migrations.AddField(
            model_name="work",
            name="area",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="cost_at",
            field=models.CharField(blank=True, default="", max_length=80),
        ),
        migrations.AddField(
            model_name="work",
            name="discussed_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="family_money",
            field=models.PositiveBigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="fund_money",
            field=models.PositiveBigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="goods",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="work",
            name="goods_in",
            field=models.CharField(blank=True, default="", max_length=30),
        ),
        migrations.AddField(
            model_name="work",
            name="goods_quantity",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="goods_value",
            field=models.PositiveBigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="grant",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="work",
            name="granted_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="homeless_households",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="households_agreeing",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="households_present",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="landslide_households",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="larger",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="work",
            name="loan_money",
            field=models.PositiveBigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="made",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
        migrations.AddField(
            model_name="work",
            name="member_households",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="occasion",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="work",
            name="phase",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="work",
            name="programme",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="work",
            name="promised_money",
            field=models.PositiveBigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="selected_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="selection",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="work",
            name="settled_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="supervised",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
        migrations.AddField(
            model_name="work",
            name="supervised_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="work",
            name="volunteers",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="BeneficiaryClass",
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
                "verbose_name": "nhóm được hưởng",
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="work",
            name="classes",
            field=models.ManyToManyField(blank=True, to="works.beneficiaryclass"),
        ),
        migrations.CreateModel(
            name="WorkSort",
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
                ("measured_in", models.CharField(max_length=30, verbose_name="đơn vị tính")),
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
                "verbose_name": "loại công trình khác",
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="work",
            name="other_sort",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="works.worksort",
            ),
        ),
        migrations.AddConstraint(
            model_name="work",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("other_sort__isnull", True), ("sort", "other"), _connector="OR"
                ),
                name="works_work_other_has_its_sort",
                violation_error_code="other_sort",
                violation_error_message="Chỉ chọn ở đây khi loại là “Công trình, phần việc khác”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="work",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("households_agreeing__isnull", True),
                    ("households_present__isnull", True),
                    ("households_agreeing__lte", models.F("households_present")),
                    _connector="OR",
                ),
                name="works_work_agreeing_fit",
                violation_error_code="households_agreeing",
                violation_error_message="Hộ đồng ý nhiều hơn hộ dự họp. Sửa một trong hai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="beneficiaryclass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True),
                    ("valid_to__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="works_beneficiaryclass_ends_after_it_begins",
                violation_error_code="valid_to",
                violation_error_message="Ngày thôi dùng phải sau ngày bắt đầu dùng.",
            ),
        ),
        migrations.AddConstraint(
            model_name="worksort",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True),
                    ("valid_to__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="works_worksort_ends_after_it_begins",
                violation_error_code="valid_to",
                violation_error_message="Ngày thôi dùng phải sau ngày bắt đầu dùng.",
            ),
        ),
        migrations.AddIndex(
            model_name="work",
            index=models.Index(
                condition=models.Q(
                    ("superseded_at__isnull", True), models.Q(("cost_at", ""), _negated=True)
                ),
                fields=["cost_at"],
                name="works_cost_told_elsewhere",
            ),
        ),
        laid_by_migration(GUARDS),
    ]
