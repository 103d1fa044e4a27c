"""What was needed for a while only, cleared away: sessions that ended, tries to sign in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.sessions.models import Session

from lantoa.people.access import DIGEST


@dataclass(frozen=True)
class Tidied:
    """How many rows of each sort were cleared away."""

    sessions: int
    attempts: int
    sign_ins: int


def tidy(*, at: datetime, attempts_days: int, sign_ins_days: int) -> Tidied:
    """Clear away what is past its time; the same again finds nothing.

    Tries whose name stands as it was typed go whatever their age: it may be a password.
    """
    tried = AccessAttempt.objects.filter(attempt_time__lt=at - timedelta(days=attempts_days))
    plain = AccessAttempt.objects.exclude(username__regex=DIGEST)
    failed = AccessFailureLog.objects.all()
    entered = AccessLog.objects.filter(attempt_time__lt=at - timedelta(days=sign_ins_days))
    return Tidied(
        sessions=Session.objects.filter(expire_date__lt=at).delete()[0],
        attempts=sum(each.delete()[0] for each in (tried, plain, failed)),
        sign_ins=entered.delete()[0],
    )
