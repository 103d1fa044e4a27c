"""Where the demonstration must not be loaded."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection

from lantoa.units.models import Placement


def refuse_production() -> None:
    """Raise ValidationError on an installation that runs for real."""
    if settings.PRODUCTION:
        raise ValidationError(
            "Đây là hệ thống chạy thật (LANTOA_PRODUCTION=1): không nạp số liệu dùng thử vào đây."
        )


def refuse_units_of_others() -> None:
    """Raise ValidationError where the database has a root unit that somebody founded for real.

    A database without tables has none.
    """
    if Placement._meta.db_table not in connection.introspection.table_names():
        return
    roots = Placement.objects.filter(
        parent__isnull=True, state=Placement.State.OPEN, superseded_at__isnull=True
    )
    if roots.exclude(recorded_by__is_demonstration=True).exists():
        raise ValidationError(
            "Cơ sở dữ liệu này đã có đơn vị thật: không nạp số liệu dùng thử vào đây. "
            "Hãy dùng thư mục khác: LANTOA_VAR=thu-muc-moi."
        )
