"""Reorganisation as a part of the project."""

from django.apps import AppConfig


class ReorganisationConfig(AppConfig):
    """Pages over the acts of `lantoa.units`; it has no tables of its own."""

    name = "lantoa.reorganisation"
    verbose_name = "sắp xếp tổ chức"
