"""The trail as a part of the project."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """Who did what to which."""

    name = "lantoa.trail"
    verbose_name = "nhật ký thay đổi"
