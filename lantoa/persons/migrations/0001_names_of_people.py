"""Names of people, erasures of accounts' names, and who looked."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("units", "0009_posts_and_acts_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AccountErasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("erased_at", models.DateTimeField(verbose_name="xóa lúc")),
                ("erased_why", models.CharField(max_length=300, verbose_name="lý do xóa")),
                (
                    "erased_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người xóa",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="tài khoản",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần xóa tên tài khoản",
            },
        ),
        migrations.CreateModel(
            name="PersonName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "used_for",
                    models.CharField(
                        choices=[
                            ("giver", "ghi nhận người ủng hộ"),
                            ("commended", "ghi nhận người được biểu dương, khen thưởng"),
                            ("author", "ghi nhận người làm nên mô hình, cách làm"),
                        ],
                        max_length=10,
                        verbose_name="mục đích",
                    ),
                ),
                (
                    "name",
                    models.CharField(blank=True, default="", max_length=120, verbose_name="họ tên"),
                ),
                (
                    "salt",
                    models.CharField(blank=True, default="", max_length=64, verbose_name="muối"),
                ),
                ("digest", models.CharField(max_length=64, verbose_name="dấu của tên")),
                (
                    "scope",
                    models.CharField(
                        choices=[("inside", "trong nội bộ"), ("public", "công khai")],
                        max_length=8,
                        verbose_name="đồng ý nêu tên",
                    ),
                ),
                ("consent_on", models.DateField(verbose_name="ngày đồng ý")),
                (
                    "given",
                    models.CharField(
                        choices=[
                            ("written", "bằng văn bản"),
                            ("message", "qua tin nhắn, thư"),
                            ("spoken", "nói trực tiếp"),
                        ],
                        max_length=8,
                        verbose_name="đồng ý bằng cách nào",
                    ),
                ),
                ("taken_at", models.DateTimeField(verbose_name="ghi lúc")),
                ("withdrawn_on", models.DateField(null=True, verbose_name="ngày rút đồng ý")),
                ("erased_at", models.DateTimeField(null=True, verbose_name="xóa lúc")),
                (
                    "erased_why",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="lý do xóa"
                    ),
                ),
                (
                    "erased_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người xóa",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi",
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
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi việc rút",
                    ),
                ),
            ],
            options={
                "verbose_name": "tên người",
            },
        ),
        migrations.CreateModel(
            name="NameLook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="xem lúc")),
                (
                    "what",
                    models.CharField(
                        choices=[("page", "mở trang"), ("export", "xuất tệp")],
                        max_length=6,
                        verbose_name="xem gì",
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="tài khoản được xem",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người xem",
                    ),
                ),
                (
                    "name",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="persons.personname",
                        verbose_name="tên người",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần xem tên người",
            },
        ),
        migrations.AddConstraint(
            model_name="personname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("erased_at__isnull", True),
                        models.Q(("name", ""), _negated=True),
                        models.Q(("salt", ""), _negated=True),
                    ),
                    models.Q(("erased_at__isnull", False), ("name", ""), ("salt", "")),
                    _connector="OR",
                ),
                name="persons_personname_there_until_erased",
                violation_error_message="Tên chỉ trống sau khi xóa.",
            ),
        ),
        migrations.AddConstraint(
            model_name="personname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdrawn_on__isnull", True),
                    ("withdrawn_on__gte", models.F("consent_on")),
                    _connector="OR",
                ),
                name="persons_personname_consent_ends_after_it_began",
                violation_error_message="Ngày rút đồng ý phải từ ngày đồng ý trở đi.",
            ),
        ),
        migrations.AddConstraint(
            model_name="namelook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("account__isnull", True), ("name__isnull", False)),
                    models.Q(("account__isnull", False), ("name__isnull", True)),
                    _connector="OR",
                ),
                name="persons_namelook_at_one",
                violation_error_message="Mỗi lần xem là xem một người.",
            ),
        ),
    ]
