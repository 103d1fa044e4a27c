"""Which documents and themes hold in a period."""

from datetime import date

from django.db.models import Q, QuerySet

from lantoa.figures.period import Period
from lantoa.guidance.models import FrameworkDocument, Theme


def leading_documents(period: Period) -> list[FrameworkDocument]:
    """Return the framework documents in force on some day of a period, earliest first."""
    return list(_in_force(period).filter(leads=True).order_by("valid_from"))


def teachable_documents(on: date) -> QuerySet[FrameworkDocument]:
    """Return the documents issued by a day, latest first: what a meeting of that day can teach."""
    return FrameworkDocument.objects.filter(issued_on__lte=on).order_by("-issued_on", "number")


def teachable_themes(on: date) -> QuerySet[Theme]:
    """Return the themes that have begun by a day, latest first."""
    return Theme.objects.filter(first_day__lte=on).order_by("-first_day", "short")


def _in_force(period: Period) -> QuerySet[FrameworkDocument]:
    still = Q(valid_to__isnull=True) | Q(valid_to__gt=period.first)
    return FrameworkDocument.objects.filter(still, valid_from__lte=period.last)
