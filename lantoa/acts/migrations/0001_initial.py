"""The tables of acts, which were those of units: their names were changed there, their rows stay."""

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
                    name="Act",
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
                        ("home", models.UUIDField(editable=False, verbose_name="quyển nhật ký")),
                        ("number", models.CharField(max_length=60, verbose_name="số, ký hiệu")),
                        (
                            "issuer",
                            models.CharField(max_length=120, verbose_name="cơ quan ban hành"),
                        ),
                        ("signed_on", models.DateField(verbose_name="ngày ký")),
                        ("in_force_from", models.DateField(verbose_name="có hiệu lực từ ngày")),
                        ("title", models.CharField(max_length=300, verbose_name="trích yếu")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "đang soạn"),
                                    ("simulated", "đã chạy thử"),
                                    ("approved", "đã duyệt"),
                                    ("reversed", "đã thu hồi"),
                                    ("dropped", "đã bỏ"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(verbose_name="ghi lúc")),
                        (
                            "simulated_at",
                            models.DateTimeField(null=True, verbose_name="chạy thử lúc"),
                        ),
                        ("approved_at", models.DateTimeField(null=True, verbose_name="duyệt lúc")),
                        (
                            "reversed_at",
                            models.DateTimeField(null=True, verbose_name="thu hồi lúc"),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, default="", max_length=300, verbose_name="lý do thu hồi"
                            ),
                        ),
                        (
                            "fingerprint",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=64,
                                verbose_name="dấu của lần chạy thử",
                            ),
                        ),
                        (
                            "approver",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người duyệt",
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người soạn",
                            ),
                        ),
                        (
                            "reversed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="người thu hồi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "quyết định sắp xếp",
                    },
                ),
                migrations.CreateModel(
                    name="ActStep",
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
                        ("order", models.PositiveIntegerField(verbose_name="thứ tự")),
                        (
                            "sort",
                            models.CharField(
                                choices=[
                                    ("open", "thành lập"),
                                    ("close", "kết thúc"),
                                    ("rename", "đổi tên"),
                                    ("recode", "đổi mã"),
                                    ("move", "chuyển"),
                                    ("merge", "hợp nhất"),
                                    ("split", "chia"),
                                    ("kind", "đổi loại"),
                                ],
                                max_length=10,
                                verbose_name="việc",
                            ),
                        ),
                        (
                            "new_code",
                            models.CharField(
                                blank=True, default="", max_length=40, verbose_name="mã mới"
                            ),
                        ),
                        (
                            "code_system",
                            models.CharField(
                                blank=True, default="", max_length=10, verbose_name="loại mã"
                            ),
                        ),
                        (
                            "new_name",
                            models.CharField(
                                blank=True, default="", max_length=200, verbose_name="tên mới"
                            ),
                        ),
                        (
                            "new_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nation", "toàn quốc"),
                                    ("province", "đảng bộ tỉnh, thành phố"),
                                    ("district", "đảng bộ cấp huyện (đến 30/6/2025)"),
                                    ("commune", "đảng bộ xã, phường, đặc khu"),
                                    ("base", "đảng bộ cơ sở"),
                                    ("division", "đảng bộ bộ phận"),
                                    ("cell", "chi bộ"),
                                    ("unplaced", "nhóm chưa rõ nơi trực thuộc"),
                                    ("government", "Ủy ban nhân dân"),
                                    ("agency", "cơ quan, ban ngành"),
                                    ("front", "Mặt trận Tổ quốc"),
                                    ("youth", "Đoàn Thanh niên"),
                                    ("women", "Hội Phụ nữ"),
                                    ("farmers", "Hội Nông dân"),
                                    ("veterans", "Hội Cựu chiến binh"),
                                    ("labour", "Công đoàn"),
                                    ("society", "hội, đoàn thể khác"),
                                    ("school", "trường học"),
                                    ("neighbourhood", "khóm, ấp, thôn, tổ dân phố"),
                                ],
                                default="",
                                max_length=20,
                                verbose_name="loại mới",
                            ),
                        ),
                        (
                            "parent_key",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=200,
                                verbose_name="nơi trực thuộc mới",
                            ),
                        ),
                        (
                            "into_key",
                            models.CharField(
                                blank=True, default="", max_length=200, verbose_name="nhập vào"
                            ),
                        ),
                        (
                            "successor_key",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=200,
                                verbose_name="đơn vị kế thừa chính",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, default="", max_length=500, verbose_name="ghi chú"
                            ),
                        ),
                        (
                            "act",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="acts.act",
                                verbose_name="quyết định",
                            ),
                        ),
                        (
                            "formed",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="forming_steps",
                                to="units.unit",
                                verbose_name="đã thành lập",
                            ),
                        ),
                        (
                            "into",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="units.unit",
                                verbose_name="nhập vào",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="units.unit",
                                verbose_name="nơi trực thuộc mới",
                            ),
                        ),
                        (
                            "receives",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="units.unit",
                                verbose_name="nhận các đơn vị",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="units.unit",
                                verbose_name="đơn vị kế thừa chính",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="act_steps",
                                to="units.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bước của quyết định",
                    },
                ),
                migrations.AddConstraint(
                    model_name="act",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("approver__isnull", True),
                            models.Q(("approver", models.F("author")), _negated=True),
                            _connector="OR",
                        ),
                        name="acts_act_approved_by_another",
                        violation_error_message="Người duyệt phải khác người soạn.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="act",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at__isnull", False), ("approver__isnull", False)),
                            ("state__in", ["draft", "simulated", "dropped"]),
                            _connector="OR",
                        ),
                        name="acts_act_approved_by_somebody",
                        violation_error_message="Quyết định đã duyệt phải có người duyệt.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="act",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "approved")),
                        fields=("issuer", "number", "in_force_from"),
                        name="acts_act_approved_once",
                        violation_error_message="Quyết định này đã được duyệt một lần.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actstep",
                    constraint=models.UniqueConstraint(
                        fields=("act", "order"),
                        name="acts_actstep_one_order",
                        violation_error_message="Mỗi bước có một số thứ tự.",
                    ),
                ),
            ]
        )
    ]
