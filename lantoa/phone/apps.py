"""Phone as a part of the project."""

from django.apps import AppConfig


class PhoneConfig(AppConfig):
    """One stage of the flow."""

    name = "lantoa.phone"
    verbose_name = "trên điện thoại"
