"""What every kind of record shares, as a part of the project: it has a table of its own."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """The record that all kinds share: that nothing happened."""

    name = "lantoa.records.record"
    label = "record"
    verbose_name = "bản ghi"
