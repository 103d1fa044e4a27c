"""Say what outreach is about, and let its count be unknown."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("guidance", "0003_lay_guards"),
        ("outreach", "0002_lay_guards"),
        ("units", "0009_posts_and_acts_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="outreach",
            name="documents",
            field=models.ManyToManyField(blank=True, to="guidance.frameworkdocument"),
        ),
        migrations.AddField(
            model_name="outreach",
            name="exemplars",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="outreach",
            name="partners",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.AddField(
            model_name="outreach",
            name="refuting",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="outreach",
            name="themes",
            field=models.ManyToManyField(blank=True, to="guidance.theme"),
        ),
        migrations.AlterField(
            model_name="outreach",
            name="times",
            field=models.PositiveIntegerField(blank=True, default=1, null=True),
        ),
        migrations.AddConstraint(
            model_name="outreach",
            constraint=models.CheckConstraint(
                condition=models.Q(("times__isnull", True), ("times__gte", 1), _connector="OR"),
                name="outreach_outreach_stands_for_something",
                violation_error_code="times",
                violation_error_message="Số lượng phải từ 1 trở lên; không rõ thì để trống.",
            ),
        ),
        migrations.AddConstraint(
            model_name="outreach",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("times__isnull", True),
                    ("refuting__isnull", True),
                    ("refuting__lte", models.F("times")),
                    _connector="OR",
                ),
                name="outreach_outreach_refuting_among_all",
                violation_error_code="refuting",
                violation_error_message="Số tin, bài phản bác nhiều hơn số lượng đã ghi. Sửa một trong hai số.",
            ),
        ),
    ]
