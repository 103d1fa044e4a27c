"""The table of posts, which was one of units: its name was changed there, its rows stay."""

import datetime
import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("units", "0008_tables_of_posts_and_acts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Post",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "right",
                            models.CharField(
                                choices=[
                                    ("record", "ghi số liệu của riêng đơn vị"),
                                    ("view", "xem đơn vị và các đơn vị trực thuộc"),
                                    ("clerk", "văn thư: ghi, xem, in báo cáo, cấp thẻ"),
                                    ("admin", "quản trị: như văn thư, thêm tài khoản và đơn vị"),
                                ],
                                max_length=10,
                                verbose_name="quyền",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True, default="", max_length=120, verbose_name="chức danh"
                            ),
                        ),
                        ("since", models.DateField(verbose_name="từ ngày")),
                        (
                            "until",
                            models.DateField(
                                default=datetime.date(9999, 12, 31), verbose_name="đến trước ngày"
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(verbose_name="ghi lúc")),
                        (
                            "given_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người giao",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="units.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="tài khoản",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nhiệm vụ được giao",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until__gte", models.F("since"))),
                                name="posts_post_ends_after_it_begins",
                                violation_error_message="Ngày thôi nhiệm vụ phải từ ngày được giao trở đi.",
                            )
                        ],
                    },
                ),
            ]
        )
    ]
