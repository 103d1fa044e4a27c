"""Deciding on one figure of a document: it is quoted, skipped, or taken back."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.timezone import localtime

from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.people.models import User
from lantoa.posts.access import REFUSAL, Purpose, may
from lantoa.reader.models import Finding, Reading, Synonym
from lantoa.reader.places.wording import COUNTED, phrase_of
from lantoa.reading import FoundFigure
from lantoa.records.record.kinds import quoting
from lantoa.units.models import Unit

LARGEST = 10**15
MOST_DECIMALS = 4
TAKEN_BACK = "Đọc lại tài liệu: số này trích chưa đúng."


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a person says of a figure: what it is about, its number, whose it is, and when."""

    what: str
    value: Decimal
    measure: Measure | None
    unit: Unit
    period: Period


@transaction.atomic
def confirm(
    reading: Reading,
    figure: FoundFigure,
    answer: Verdict,
    *,
    place: str,
    by: User,
    at: datetime,
) -> Finding:
    """Write a figure down as quoted; what it was called is learned.

    Raises ValidationError for a number that no table holds, and where it is already quoted;
    PermissionDenied for who may not keep the papers of the unit that reads and of the one quoted.
    """
    _refuse_strangers(by, reading.unit, answer.unit, at=at)
    finding = _finding(reading, figure, by=by, at=at)
    if finding.choice == Finding.Choice.CONFIRMED:
        raise ValidationError("Số này đã được trích. Muốn sửa, hãy bỏ trích rồi xác nhận lại.")
    finding.tries += 1
    key = f"doc:{reading.uuid}:{figure.start}:{finding.tries}"
    entry = _entry(reading, figure, answer, key=key, place=place)
    rows = quoting().record_many(by=by, at=at, entries=[entry])
    finding.choice, finding.quotation = Finding.Choice.CONFIRMED, rows[0].uuid
    _keep(finding, by=by, at=at)
    _learn(reading, figure, answer.measure, at=at)
    return finding


@transaction.atomic
def skip(reading: Reading, figure: FoundFigure, *, by: User, at: datetime) -> Finding:
    """Leave a figure out; raises ValidationError where it is already quoted.

    Raises PermissionDenied for who may not keep the papers of the unit that reads.
    """
    _refuse_strangers(by, reading.unit, at=at)
    finding = _finding(reading, figure, by=by, at=at)
    if finding.choice == Finding.Choice.CONFIRMED:
        raise ValidationError("Số này đã được trích. Muốn bỏ qua, hãy bỏ trích trước.")
    finding.choice = Finding.Choice.SKIPPED
    return _keep(finding, by=by, at=at)


@transaction.atomic
def take_back(reading: Reading, figure: FoundFigure, *, by: User, at: datetime) -> Finding:
    """Decide again: the quotation of a figure is withdrawn, a skipped one is open again.

    Raises PermissionDenied for who may not keep the papers of the unit that reads.
    """
    _refuse_strangers(by, reading.unit, at=at)
    finding = _finding(reading, figure, by=by, at=at)
    if finding.quotation:
        latest = quoting().latest(finding.quotation)
        if not latest.superseded_at:
            quoting().withdraw(latest, by=by, at=at, reason=TAKEN_BACK)
    finding.choice, finding.quotation = Finding.Choice.OPEN, None
    return _keep(finding, by=by, at=at)


def _refuse_strangers(by: User, *units: Unit, at: datetime) -> None:
    day = localtime(at).date()
    if not (by.is_active and all(may(by, unit, work=Purpose.KEEP, on=day) for unit in units)):
        raise PermissionDenied(REFUSAL)


def _finding(reading: Reading, figure: FoundFigure, *, by: User, at: datetime) -> Finding:
    """Return the row of a figure, held until the transaction ends."""
    words = " ".join(figure.text.split())[:200]
    Finding.objects.get_or_create(
        reading=reading, start=figure.start, defaults={"words": words, "by": by, "at": at}
    )
    return Finding.objects.select_for_update().get(reading=reading, start=figure.start)


def _keep(finding: Finding, *, by: User, at: datetime) -> Finding:
    finding.by, finding.at = by, at
    finding.save()
    return finding


def _entry(reading: Reading, figure: FoundFigure, answer: Verdict, *, key: str, place: str) -> Any:
    """Return the quotation of a figure, with its place in the document as a note."""
    is_share = figure.unit == "percent"
    number = _in_our_unit(answer.value, figure, answer.measure)
    scale = max(0, -int(number.normalize().as_tuple().exponent))
    if scale > MOST_DECIMALS or abs(number) > LARGEST:
        raise ValidationError("Số này quá lớn hoặc có quá nhiều chữ số thập phân.")
    return quoting().entry(
        unit=answer.unit,
        key=key,
        first_day=answer.period.first,
        last_day=answer.period.last,
        source=reading.source,
        source_url=reading.source_url,
        note=_note(figure, place),
        what=answer.what,
        measure=answer.measure.code if answer.measure else "",
        measured_in=_measured_in(figure, answer.measure),
        is_share=is_share,
        value=int(number.scaleb(scale)),
        scale=scale,
        whole=int(figure.of) if figure.of is not None and figure.unit != "per_10000" else None,
        approximation=figure.approx,
    )


def _in_our_unit(value: Decimal, figure: FoundFigure, measure: Measure | None) -> Decimal:
    """Return metres where a document says kilometres of what we count in metres."""
    is_long = figure.unit == "kilometre" and measure is not None and measure.unit == "mét"
    return value * 1000 if is_long else value


def _measured_in(figure: FoundFigure, measure: Measure | None) -> str:
    if figure.unit == "percent":
        return "%"
    return measure.unit if measure else COUNTED.get(figure.unit, "")[:30]


def _note(figure: FoundFigure, place: str) -> str:
    """Say where in the document a figure stands, and how it is written there."""
    upper = f", đến {figure.to}" if figure.to is not None else ""
    words = " ".join(figure.text.split())
    return f"{place}: “{words}”{upper}"[:500]


def _learn(reading: Reading, figure: FoundFigure, measure: Measure | None, *, at: datetime) -> None:
    """Remember what words mean; another meaning than before begins to be counted anew."""
    phrase, code = phrase_of(figure), measure.code if measure else ""
    if not phrase:
        return
    known = Synonym.objects.filter(home=reading.unit.home, phrase=phrase, counted=figure.unit)
    if known.filter(measure=code).update(times=F("times") + 1, at=at):
        return
    if not known.update(measure=code, times=1, at=at):
        Synonym.objects.create(
            home=reading.unit.home, phrase=phrase, counted=figure.unit, measure=code, at=at
        )
