"""A random life of an installation: what people do to it, in any order, by operations."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO
from random import Random
from typing import Any

import docx
from django.core.exceptions import PermissionDenied, ValidationError
from PIL import Image

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.guidance import operations as guidance
from lantoa.guidance.models import Obligation, Rhythm, Theme
from lantoa.people.models import User
from lantoa.posts import operations as posts
from lantoa.posts.models import Post
from lantoa.posts.operations import accounts
from lantoa.posts.operations.accounts import NewPost
from lantoa.records.indicators import operations as indicators
from lantoa.records.indicators.models import Indicator
from lantoa.records.indicators.models import Sort as IndicatorSort
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.entry import InDoubt, changed
from lantoa.records.record.models import Doubt, NothingHappened
from lantoa.records.record.operations import NOTHING
from lantoa.records.record.operations.adopting import adopt_known
from lantoa.records.works import operations as works
from lantoa.records.works.models import Proof, Work
from lantoa.records.works.papers import read_paper
from lantoa.reports.operations import forget_layout, keep_layout
from lantoa.reports.profiles import profiles
from lantoa.reports.queries import Request, report
from lantoa.seals.touched import unsealed
from lantoa.units.models import Unit
from lantoa.units.operations import NewUnit, open_unit, state_members
from tests import build
from tests.acts.histories import History
from tests.keeping.living_beside import BESIDE

PROFILE = profiles()[-1]
KEPT = {meetings: Meeting, works: Work, indicators: Indicator, quotations: Quotation}


def left_unsealed() -> list[tuple[str, int]]:
    """Return the rows that no line seals so far; an account that was just made waits for one."""
    return [
        (table, change.key)
        for table, changes in unsealed()
        for change in changes
        if table != "people.user" or change.before is not None
    ]


@dataclass
class Life:
    """An installation and those who work in it; `draw` chooses, always the same for a seed."""

    draw: Random
    history: History = field(init=False)
    admin: User = field(init=False)
    made: int = 0

    def __post_init__(self) -> None:
        guidance.adopt_known()
        adopt_known()
        self.history = History(self.draw)
        self.admin = build.clerk(self.root, Post.Right.ADMIN)

    @property
    def root(self) -> Unit:
        return self.history.root

    def lived(self, steps: int) -> None:
        """Do so many things by chance; what is refused is refused. Each is sealed at its end."""
        for _ in range(steps):
            step = self.draw.choice(STEPS)
            with suppress(ValidationError, PermissionDenied, LookupError):
                step(self)
            assert left_unsealed() == [], step.__name__

    def number(self) -> int:
        self.made += 1
        return self.made

    def unit(self) -> Unit:
        return Unit.objects.get(pk=self.history.unit())

    def days(self, among: int = 12) -> dict[str, date]:
        last = date(2025, 1, 1) + timedelta(days=50 * self.draw.randrange(among))
        return {"first_day": last - timedelta(days=self.draw.choice([0, 0, 3])), "last_day": last}

    def one(self, rows: Any) -> Any:
        """Return one of some rows; raises LookupError where there is none."""
        return self.draw.choice(list(rows.order_by("pk")))

    def said(self) -> dict[str, Any]:
        return {"by": build.recorder(), "at": build.NOW}


def decide(life: Life) -> None:
    life.history.decide()


def undo(life: Life) -> None:
    life.history.undo(life.draw.choice(life.history.approved))


def open_cell(life: Life) -> None:
    entry = NewUnit(f"Chi bộ {life.number()}", life.draw.choice(["cell", "base"]), life.unit())
    open_unit(entry=entry, change=build.change(date(2025, 3, 1)))


def count_members(life: Life) -> None:
    members = life.draw.choice([None, 3, 40])
    state_members(life.unit(), members=members, change=build.change(life.days()["last_day"]))


def record_anything(life: Life) -> None:
    life.history.record()


def record_meeting(life: Life) -> None:
    """Record a meeting, now and then one that is there already; what is asked about is meant."""
    entry = Meeting(
        unit=life.draw.choice([life.unit(), life.root]), key=f"m{life.number()}", sort="thematic",
        topic="Học tập “mới”",
        members_present=life.draw.choice([None, 12]), **life.days(among=2),
        themes=tuple(life.one(Theme.objects) for _ in range(life.draw.randrange(2))),
    )  # fmt: skip
    meant(meetings, entry, life)


def record_work(life: Life) -> None:
    """Record a work, now and then one that is there already."""
    entry = Work(
        unit=life.draw.choice([life.unit(), life.root]), key=f"w{life.number()}", sort="road",
        title="Nâng cấp đường", people_money=life.draw.choice([None, 12_000_000]), **life.days(),
    )  # fmt: skip
    meant(works, entry, life)


def meant(kind: Any, entry: Any, life: Life) -> None:
    """Record what is meant, whatever is asked about it."""
    try:
        kind.DONE.record(entry=entry, **life.said())
    except InDoubt as doubt:
        kind.DONE.record(entry=entry, still=doubt.marks, **life.said())


def state_indicator(life: Life) -> None:
    sort = life.one(IndicatorSort.objects)
    entry = Indicator(unit=life.unit(), key=f"i{life.number()}", sort=sort, value=7, **life.days())
    indicators.DONE.record(entry=entry, **life.said())


def quote(life: Life) -> None:
    entry = Quotation(
        unit=life.unit(), key=f"q{life.number()}", what="lượt dự", measured_in="lượt",
        value=life.draw.choice([None, 17_939]), source="Báo", **life.days(),
    )  # fmt: skip
    quotations.DONE.record(entry=entry, **life.said())


def say_nothing(life: Life) -> None:
    entry = NothingHappened(
        unit=life.unit(), key=f"n{life.number()}", record_kind="meetings", **life.days()
    )
    NOTHING.record(entry=entry, **life.said())


def kept(life: Life, **more: Any) -> tuple[Any, Any]:
    """Return a kind and a record of it; raises LookupError where there is none."""
    rows = [(kind, row) for kind, model in KEPT.items() for row in model.objects.filter(**more)]
    return life.draw.choice(sorted(rows, key=lambda each: (each[1].recorded_at, each[1].key)))


def correct(life: Life) -> None:
    kind, row = kept(life, superseded_at__isnull=True)
    entry = changed(row, last_day=row.last_day + timedelta(days=1))
    kind.DONE.correct(row, entry=entry, reason="ghi nhầm ngày", **life.said())


def withdraw(life: Life) -> None:
    kind, row = kept(life, superseded_at__isnull=True)
    kind.DONE.withdraw(row, reason="ghi hai lần", **life.said())


def bring_back(life: Life) -> None:
    kind, row = kept(life, is_withdrawn=True)
    kind.DONE.bring_back(row, reason="hủy nhầm", **life.said())


def confirm(life: Life) -> None:
    doubt = life.one(Doubt.objects.filter(settled_at__isnull=True, record_kind="meetings"))
    meetings.DONE.confirm(doubt, reason="đúng là hai buổi", **life.said())


def prove(life: Life) -> None:
    picture = BytesIO()
    Image.new("RGB", (4, 3), (life.draw.randrange(256), 32, 44)).save(picture, "PNG")
    paper = read_paper(title="Ảnh.png", content=picture.getvalue())
    works.add_proof(work=life.one(Work.objects.believed()), paper=paper, **life.said())


def remove_proof(life: Life) -> None:
    works.remove_proof(life.one(Proof.objects.filter(removed_at__isnull=True)), **life.said())


def open_account(life: Life) -> None:
    since = life.days()["last_day"]
    post = NewPost(life.draw.choice(list(Post.Right)), since=since, title="Văn thư")
    name = f"can-bo-{life.number()}"
    accounts.open_staffed_account(
        unit=life.unit(), username=name, name=name, password=build.PASSWORD, post=post,
        by=life.admin, at=build.NOW,
    )  # fmt: skip


def account(life: Life) -> User:
    return life.one(User.objects.filter(username__startswith="can-bo-"))


def switch(life: Life) -> None:
    found = account(life)
    accounts.switch(
        found, is_active=not found.is_active, by=life.admin, at=build.NOW, on=build.NOW.date()
    )


def set_password(life: Life) -> None:
    accounts.set_password(
        account(life), password="mật khẩu dài để thử 2",
        by=life.admin, at=build.NOW, on=build.NOW.date(),
    )  # fmt: skip


def end_post(life: Life) -> None:
    post = life.one(Post.objects.filter(user=account(life)))
    posts.end_post(post, on=build.NOW.date(), by=life.admin, at=build.NOW)


def issue_cards(life: Life) -> None:
    posts.issue_cards(units=[life.unit()], by=life.admin, at=build.NOW, on=build.NOW.date())


def cancel_cards(life: Life) -> None:
    posts.cancel_cards(units=[life.unit()], by=life.admin, at=build.NOW, on=build.NOW.date())


def oblige(life: Life) -> None:
    row = Obligation(
        unit_kind="cell", record_kind="works", rhythm=Rhythm.ONCE, source="Hướng dẫn",
        since=date(2026, 1, life.draw.randrange(1, 4)),
    )  # fmt: skip
    guidance.oblige(by=life.admin, at=build.NOW, root=life.root, entry=row)


def take_back(life: Life) -> None:
    row = life.one(Obligation.objects.filter(recorded_by=life.admin, superseded_at__isnull=True))
    guidance.take_back(row, by=life.admin, at=build.NOW, root=life.root, reason="nhầm")


def change_layout(life: Life) -> None:
    """Put a layout in use, or take it back."""
    told = {"profile": PROFILE, "place": life.root, "by": life.admin, "at": build.NOW}
    if life.draw.random() < 0.5:
        forget_layout(**told)
        return
    layout, written = docx.Document(str(PROFILE.template)), BytesIO()
    layout.add_paragraph(f"Dòng thêm {life.number()}")
    layout.save(written)
    question = Question(life.root.pk, Period(date(2025, 1, 1), date(2025, 12, 31)))
    keep_layout(written.getvalue(), example=report(Request(question, day=build.NOW.date())), **told)


STEPS: list[Callable[[Life], None]] = [
    decide, undo, open_cell, count_members, record_anything, record_meeting, record_meeting,
    record_meeting, record_work, state_indicator, quote, say_nothing,
    correct, correct, withdraw, bring_back, bring_back,
    confirm, prove, remove_proof, open_account, switch, set_password, end_post, issue_cards,
    cancel_cards, oblige, take_back, change_layout, *BESIDE,
]  # fmt: skip
