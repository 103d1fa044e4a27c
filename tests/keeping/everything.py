"""What an installation holds besides meetings and works: a row of every table that there is."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from lantoa.acts.steps import Sort, Step
from lantoa.figures.period import Period
from lantoa.guidance.models import Drive, FrameworkDocument, Target, Task, TaskAnswer
from lantoa.guidance.operations import TaskShare, add_file, answer, hand_down, put_down, remind
from lantoa.guidance.queries import teachable_documents, teachable_themes
from lantoa.intake.proofs import FitFile
from lantoa.intake.texts.text import Text
from lantoa.matters import operations as matters
from lantoa.money.models import PaymentRule
from lantoa.money.operations import decide, propose, rule
from lantoa.people.factor import add_passkey
from lantoa.people.models import Passkey, User
from lantoa.posts.models import Post
from lantoa.posts.operations.accounts import note_account
from lantoa.posts.operations.factors import require_factor
from lantoa.reader.operations import Submission, Verdict, confirm, open_reading, skip
from lantoa.reading import figures_in
from lantoa.records.commendations.models import AwardForm, AwardQuota, Honour
from lantoa.records.commitments.models import Commitment
from lantoa.records.dialogues.models import Dialogue
from lantoa.records.giving.models import GiverGroup, Giving
from lantoa.records.giving.operations import make_slip
from lantoa.records.indicators.models import Sort as IndicatorSort
from lantoa.records.indicators.operations.targets import set_target
from lantoa.records.inspections.models import Inspection
from lantoa.records.meetings.models import Meeting
from lantoa.records.outreach.models import Outreach
from lantoa.records.practices.models import Output, Practice, ServiceMeasure
from lantoa.records.practices.operations import OUTPUTS
from lantoa.records.ratings.models import Rating, RatingQuota
from lantoa.records.record.entry import InDoubt
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.models import DatedStep, PopularMovement, Ties
from lantoa.records.record.operations import STEPS
from lantoa.records.record.operations.adopting import adopt_known
from lantoa.records.record.operations.listing import add_row
from lantoa.records.works.models import BeneficiaryClass, Work
from lantoa.units.models import Kind, Unit
from tests import build
from tests import decide as decided
from tests.acts.acts import passed
from tests.keeping import installation
from tests.matters.raised import move, raised
from tests.money import plain
from tests.people.codes import set_up

SPRING, SUMMER = date(2026, 3, 10), date(2026, 7, 1)
DAYS = {"first_day": SPRING, "last_day": SPRING}
TODAY = build.NOW.date()
STORY = "Năm 2024 Đảng bộ xã Thử cất 7 căn nhà tình nghĩa. Nâng cấp 2,5 km đường nông thôn."


@dataclass(frozen=True)
class Place:
    """Where everything is recorded: the root, a cell under it, and who administers both."""

    root: Unit
    cell: Unit
    admin: User

    def said(self) -> dict[str, Any]:
        return {"by": self.admin, "at": build.NOW}


def populate() -> None:
    """Build an installation in which no table that is copied is empty."""
    installation.populate()
    adopt_known()
    matters.adopt_known()
    cell = Unit.objects.get(names__value="Chi bộ ấp 1")
    root = Unit.objects.get(kind=Kind.COMMUNE)
    place = Place(root, cell, User.objects.get(username="quan-tri"))
    divide(place)
    sign_in_twice(place)
    guide(place)
    keep_lists(place)
    record_kinds(place)
    record_practice(place)
    doubt_and_bring_back(place)
    spend(place)
    raise_matters(place)
    read(place)


def divide(place: Place) -> None:
    """Divide a unit among two, and let another become a base committee."""
    commune = build.unit("Đảng bộ chia đôi", under=place.root, kind=Kind.DIVISION)
    cells = [build.unit(f"Chi bộ nửa {n}", under=commune) for n in range(2)]
    parts = [build.unit(f"Đảng bộ nửa {n}", under=place.root, kind=Kind.DIVISION) for n in range(2)]
    pairs = [(part, [cell]) for part, cell in zip(parts, cells, strict=True)]
    decided.divide(commune, into=pairs, principal=parts[0], on=SUMMER)
    grown = build.unit("Chi bộ lớn", under=place.root)
    passed([Step(sort=Sort.CHANGE_KIND, unit=grown.pk, kind=Kind.BASE)], SUMMER)


def sign_in_twice(place: Place) -> None:
    """Give the administrator a second factor, recovery codes and a passkey; ask it of others."""
    set_up(place.admin, at=build.NOW - timedelta(minutes=10))
    key = Passkey(
        user=place.admin, name="Máy bàn", credential="dấu", public_key="nửa", added_at=build.NOW
    )
    add_passkey(key)
    note_account("people.add_passkey", place.admin, **place.said())
    require_factor(place.root, rights=[Post.Right.ADMIN], on=TODAY, **place.said())


def guide(place: Place) -> None:
    """Set a plan with its file, a drive, a target and a task; hand it down, answer, remind."""
    told = place.said() | {"unit": place.root}
    plan = put_down(FrameworkDocument(sort="Kế hoạch", issuer="Đảng ủy", title="Học tập"), **told)
    paper = FitFile("application/pdf", ".pdf", b"%PDF a plan", "a" * 64)
    add_file(plan, paper, title="Kế hoạch.pdf", **told)
    put_down(Drive(name="Thi đua", document=plan), **told)
    put_down(Target(words="Chi bộ vững", document=plan, first_day=SPRING, last_day=SUMMER), **told)
    task = put_down(Task(plan=plan, words="Mở hội nghị", first_day=SPRING, due=SUMMER), **told)
    (held,) = hand_down(task, [TaskShare(place.cell, 2)], **place.said())
    answer(held, TaskAnswer(sort="received", day=SUMMER), by=build.recorder(), at=build.NOW)
    remind(task, [place.cell], words="Nhắc làm", **place.said())


def keep_lists(place: Place) -> None:
    """Keep the lists that come empty: how many may be proposed or rated best, what to come to."""
    told = place.said() | {"root": place.root}
    row = {"label": "Mức năm 2026", "source": "12-HD/TU", "valid_from": SPRING}
    quota = row | {"form": AwardForm.objects.order_by("pk")[0], "collectives": 3}
    add_row(AwardQuota, said=quota, **told)
    rated = {"whom": "leaders", "percent": 20, "base": "well_or_better", "rounding": "up"}
    add_row(RatingQuota, said=row | rated, **told)
    sort = IndicatorSort.objects.filter(formula="").order_by("pk")[0]
    held = {"sort": sort, "year": 2026, "value": 9, "source": "NQ 01", "valid_from": SPRING}
    set_target(by=place.admin, at=build.NOW, unit=place.root, **held)


def record(code: str, entry: Any) -> Any:
    """Record what is meant, whatever is asked about it."""
    done, told = kind_of(code).done, {"by": build.recorder(), "at": build.NOW}
    try:
        return done.record(entry=entry, **told)
    except InDoubt as doubt:
        return done.record(entry=entry, still=doubt.marks, **told)


def record_kinds(place: Place) -> None:
    """Record one of every kind that people do not meet in; those with lists choose of them."""
    where = {"unit": place.cell, **DAYS}
    told = {
        "documents": tuple(teachable_documents(SPRING)),
        "themes": tuple(teachable_themes(SPRING)),
    }
    record("outreach", Outreach(key="o", sort="news", title="Tin", times=1, **told, **where))
    record("dialogues", Dialogue(key="d", sort="joint", title="Đối thoại", opinions=2, **where))
    record("commitments", Commitment(key="c", sort="task", title="Đúng hẹn", **where))
    record("commendations", Honour(key="h", sort="award", title="Làm theo Bác", **where))
    record("inspections", Inspection(key="i", sort="inspection", times=2, **where))
    record(
        "ratings",
        Rating(key="r", sort="levels", whom="cells", cadence="year", excellent=1, **where),
    )
    classes = tuple(BeneficiaryClass.objects.order_by("pk")[:2])
    ties = Ties.of(
        partners=[place.root], outside=["Chùa Thử"], movements=PopularMovement.objects.all()[:2]
    )
    work = Work(key="w", sort="road", title="Đường ấp", classes=classes, ties=ties, **where)
    record("works", work)


def record_practice(place: Place) -> None:
    """Record a service, a step of it, and what it did in a month."""
    where = {"unit": place.cell, **DAYS}
    held = record("practices", Practice(key="p", sort="service", title="Bếp ăn", **where))
    of = {"key": "b", "record_kind": "practices", "record": held.uuid, "step": "recognised"}
    told = {"by": build.recorder(), "at": build.NOW}
    STEPS.record(entry=DatedStep(**of, **where), **told)
    meals = ServiceMeasure.objects.order_by("pk")[0]
    did = Output(key="v", practice=held.uuid, measure=meals, quantity=90, **where)
    OUTPUTS.record(entry=did, **told)


def doubt_and_bring_back(place: Place) -> None:
    """Record a meeting that is there already; withdraw another, and bring it back."""
    said = {"sort": "talk", "topic": "Gương sáng", "unit": place.cell, **DAYS}
    meetings, told = kind_of("meetings").done, {"by": build.recorder(), "at": build.NOW}
    for key in ("one", "two"):
        record("meetings", Meeting(key=key, **said))
    alone = record("meetings", Meeting(key="three", **said | {"topic": "Chuyện kể về Bác"}))
    meetings.withdraw(alone, reason="ghi nhầm", **told)
    alone.refresh_from_db()
    meetings.bring_back(alone, reason="buổi này có thật", **told)


def spend(place: Place) -> None:
    """Open a fund, take a gift with its slip, and let two people agree to a payment."""
    fund = plain.fund(place.root)
    groups = tuple(GiverGroup.objects.order_by("pk")[:2])
    gift = Giving(
        key="g", sort="receipt", title="Ủng hộ", money=5_000_000, fund=fund, groups=groups,
        unit=place.root, **DAYS,
    )  # fmt: skip
    make_slip(record("giving", gift), by=build.recorder(), at=build.NOW)
    needed = PaymentRule(unit=place.root, since=SPRING, needs_two=True, basis="Quy chế quỹ")
    rule(entry=needed, **place.said())
    asked = propose(
        key=UUID(int=1),
        fund=fund,
        amount=1_000_000,
        words="Học bổng",
        by=build.recorder(),
        at=build.NOW,
    )
    decide(asked, is_agreed=True, **place.said())


def raise_matters(place: Place) -> None:
    """Raise a matter and answer it."""
    held = raised(place.cell)
    matters.answer(held.uuid, move=move(held), by=build.recorder(), at=build.NOW)


def read(place: Place) -> None:
    """Read a publication: one figure is quoted, and its words learned; another is left out."""
    paper = Submission(
        text=Text(STORY), sort="published", title="Bài", source="Báo thử", day=date(2024, 12, 5)
    )
    reading = open_reading(paper, unit=place.root, **place.said())
    house, road = [each for each in figures_in(STORY) if each.unit in {"house", "kilometre"}]
    told = Verdict(
        what="căn nhà", value=Decimal(7), measure=None, unit=place.root, period=Period.year(2024)
    )
    confirm(reading, house, told, place="", **place.said())
    skip(reading, road, **place.said())
