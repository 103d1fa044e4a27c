"""Tell more of a meeting: stories, speakers, members from above, faults found and mended."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("guidance", "0003_lay_guards"),
        ("meetings", "0005_labels_leave_migrations"),
        ("units", "0009_posts_and_acts_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="essays",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="faults_found",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="faults_mended",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="hours",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="lessons",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="occasion",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="meeting",
            name="sent",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="speakers",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="stories",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="story",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.AddField(
            model_name="meeting",
            name="upper_assigned",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="upper_attended",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("faults_found__isnull", True),
                    ("faults_mended__isnull", True),
                    ("faults_mended__lte", models.F("faults_found")),
                    _connector="OR",
                ),
                name="meetings_meeting_mended_were_found",
                violation_error_code="faults_mended",
                violation_error_message="Số đã sửa nhiều hơn số đã nêu. Sửa một trong hai số.",
            ),
        ),
    ]
