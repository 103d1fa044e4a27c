"""Let the catalogue be kept by administrators, and targets be set; a value may be unknown."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from lantoa.records.indicators.guards import SORTS
from lantoa.trail.guards import lifted_by_migration

FIRST = "Danh mục ban đầu của chương trình"
"""By which paper the rows are in use that came with the programme before papers were named."""


def give_identities(apps, schema):
    """Give each row that was there an identity of its own."""
    for row in apps.get_model("indicators", "Sort").objects.all():
        row.uuid = uuid.uuid4()
        row.save(update_fields=["uuid"])


def say_lower_is_better(apps, schema):
    """Tell of the rows that came with the programme where less is better."""
    rows = apps.get_model("indicators", "Sort").objects
    rows.filter(code__in=["poor-household-rate", "par-index-rank"]).update(lower_is_better=True)


def who_recorded():
    return models.ForeignKey(
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        verbose_name="người ghi",
    )


def ends_after_it_begins(name):
    return models.CheckConstraint(
        condition=models.Q(
            ("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"
        ),
        name=name,
        violation_error_code="valid_to",
        violation_error_message="Ngày thôi dùng phải sau ngày bắt đầu dùng.",
    )


IDENTITIES = [
    lifted_by_migration(SORTS),
    migrations.AddField(
        model_name="sort",
        name="uuid",
        field=models.UUIDField(default=uuid.uuid4, editable=False, null=True),
    ),
    migrations.RunPython(give_identities, migrations.RunPython.noop),
    migrations.AlterField(
        model_name="sort",
        name="uuid",
        field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
    ),
]
COLUMNS = [
    migrations.AddField(
        model_name="sort",
        name="formula",
        field=models.CharField(blank=True, default="", max_length=300, verbose_name="công thức"),
    ),
    migrations.AddField(
        model_name="sort",
        name="lower_is_better",
        field=models.BooleanField(default=False, verbose_name="càng thấp càng tốt"),
    ),
    migrations.RunPython(say_lower_is_better, migrations.RunPython.noop),
    migrations.AddField(
        model_name="sort",
        name="near_percent",
        field=models.PositiveSmallIntegerField(default=90, verbose_name="sắp đạt khi tới"),
    ),
    migrations.AddField(
        model_name="sort",
        name="place",
        field=models.PositiveSmallIntegerField(default=100, verbose_name="thứ tự"),
    ),
    migrations.AddField(
        model_name="sort",
        name="source",
        field=models.CharField(default=FIRST, max_length=300, verbose_name="căn cứ"),
        preserve_default=False,
    ),
    migrations.AddField(model_name="sort", name="recorded_by", field=who_recorded()),
    migrations.AlterField(
        model_name="sort",
        name="label",
        field=models.CharField(max_length=150, verbose_name="tên gọi"),
    ),
    migrations.AlterField(
        model_name="sort",
        name="nature",
        field=models.CharField(
            choices=[
                ("flow", "Cộng: phát sinh trong kỳ"),
                ("stock", "Cộng theo đơn vị: có tại ngày cuối kỳ"),
                ("weighted", "Bình quân gia quyền theo tổng số ghi kèm"),
                ("loose", "Lấy số mới nhất, không cộng: thứ hạng, bình quân, tỷ lệ"),
                ("apart", "Không cộng, không gộp: mỗi số đứng riêng"),
            ],
            max_length=10,
            verbose_name="cách cộng",
        ),
    ),
    migrations.AlterField(
        model_name="indicator",
        name="value",
        field=models.BigIntegerField(blank=True, null=True),
    ),
]
CHECKS = [
    ends_after_it_begins("indicators_sort_ends_after_it_begins"),
    models.CheckConstraint(
        condition=models.Q(
            models.Q(("nature", "weighted"), _negated=True), ("has_whole", True), _connector="OR"
        ),
        name="indicators_sort_weighted_has_a_whole",
        violation_error_code="has_whole",
        violation_error_message="Bình quân gia quyền thì phải có tổng số ghi kèm.",
    ),
    models.CheckConstraint(
        condition=models.Q(("near_percent__gte", 1), ("near_percent__lte", 100)),
        name="indicators_sort_near_is_a_part",
        violation_error_code="near_percent",
        violation_error_message="Ghi từ 1 đến 100.",
    ),
    models.CheckConstraint(
        condition=models.Q(("scale__lte", 4)),
        name="indicators_sort_few_decimals",
        violation_error_code="scale",
        violation_error_message="Nhiều nhất 4 chữ số thập phân.",
    ),
]
TARGETS = migrations.CreateModel(
    name="IndicatorTarget",
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
        ("valid_to", models.DateField(blank=True, null=True, verbose_name="thôi dùng từ ngày")),
        ("source", models.CharField(max_length=300, verbose_name="căn cứ")),
        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
        ("value", models.PositiveBigIntegerField(verbose_name="mức đặt ra")),
        ("recorded_by", who_recorded()),
        (
            "sort",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="indicators.sort",
                verbose_name="chỉ tiêu",
            ),
        ),
        (
            "unit",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="units.unit",
                verbose_name="đơn vị",
            ),
        ),
    ],
    options={
        "verbose_name": "mức phải đạt",
        "abstract": False,
        "constraints": [
            ends_after_it_begins("indicators_indicatortarget_ends_after_it_begins"),
            models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("unit", "sort", "year"),
                name="indicators_indicatortarget_one_in_use",
                violation_error_message="Năm này đã có mức đang dùng. Thôi dùng mức cũ trước.",
            ),
            models.CheckConstraint(
                condition=models.Q(("year__gte", 2016), ("year__lte", 2100)),
                name="indicators_indicatortarget_year",
                violation_error_code="year",
                violation_error_message="Năm từ 2016 đến 2100.",
            ),
        ],
    },
)


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0005_labels_leave_migrations"),
        ("units", "0009_posts_and_acts_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *IDENTITIES,
        *COLUMNS,
        *[migrations.AddConstraint(model_name="sort", constraint=each) for each in CHECKS],
        TARGETS,
    ]
