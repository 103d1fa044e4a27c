"""Texts of one line: what nobody sees is not kept, and what is no text is refused."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from lantoa.figures.words import composed
from lantoa.formats.lines import UNREADABLE, LineColumn
from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.columns import Mark
from lantoa.records.record.entry import Refused
from lantoa.units.models import Name
from tests import build
from tests.records.answers import DAY

UNSEEN = ["\u202e", "\u200b", "\u2060", "\ufeff", "\u00ad", "\u2066", "\u200f", "\ufe0f", "\u034f",
          "\u3164", "\u115f", "\u2800", "\u180e", "\U000e0041", "\U000e0101"]  # fmt: skip
NO_TEXT = ["\x01", "\x1b", "\x7f", "\ue000", "\U0010ffff"]
WRITTEN_BY_MACHINES = {
    "acts.ActStep.into_key", "acts.ActStep.parent_key", "acts.ActStep.successor_key",
    "drafts.Draft.action", "drafts.Draft.page", "record.Doubt.title", "record.Doubt.words",
    "guidance.FrameworkDocument.known", "guidance.Theme.known", "guidance.Drive.known",
    "guidance.Target.known", "guidance.Task.known", "guidance.Assignment.known",
    "guidance.TaskAnswer.known", "guidance.Reminder.known", "guidance.Task.measure",
    "drafts.SentPage.led_to", "matters.RaisedMatter.key", "matters.RaisedMatter.origin",
    "matters.TimeLimit.label", "money.Transfer.key", "money.Transfer.work",
    "people.Passkey.credential", "people.User.password", "reader.Finding.words",
    "reader.Reading.source_url", "reader.Synonym.measure", "reader.Synonym.phrase",
    "units.Name.folded",
}  # fmt: skip
"""And those of lists that the project brings along; texts that are compared letter for letter."""


@pytest.mark.parametrize("sign", UNSEEN)
def test_signs_that_nobody_sees_are_not_kept(sign):
    assert composed(f"{sign}Chi{sign} bộ{sign}") == "Chi bộ"
    assert composed(f"Chi {sign} bộ") == "Chi bộ"


@pytest.mark.parametrize(
    "text", ["Đảng bộ xã Mỹ Thới – khóm 2", "26° “mới” ½ … €", "ấp Phú Hòa, ĐT.943"]
)
def test_what_is_seen_stays(text):
    assert composed(text) == text


@pytest.mark.unsealed
@pytest.mark.django_db
@pytest.mark.parametrize("sign", UNSEEN)
def test_no_table_keeps_a_sign_that_nobody_sees(sign):
    said = f"Chi{sign} bộ{sign}"
    commune = build.unit(said)
    cell = build.unit(said, under=commune)
    clerk = build.clerk(cell, name=said)
    build.meeting(at=cell, on=DAY, topic=said)
    Post.objects.update(title=said)

    assert set(Name.objects.values_list("value", flat=True)) == {"Chi bộ"}
    assert User.objects.get(pk=clerk.pk).name == clerk.name == "Chi bộ"
    assert Meeting.objects.get().topic == "Chi bộ"
    assert set(Post.objects.values_list("title", flat=True)) == {"Chi bộ"}


@pytest.mark.django_db
@pytest.mark.parametrize("sign", NO_TEXT)
def test_what_stands_where_a_letter_was_lost_is_refused(sign, client):
    root = build.root()
    client.force_login(
        build.clerk(root, right="admin"), backend="lantoa.people.access.PasswordSignIn"
    )

    with pytest.raises(ValidationError, match=UNREADABLE):
        build.person(name=f"Văn{sign} thư")
    with pytest.raises(Refused, match=UNREADABLE):
        build.meeting(at=root, on=DAY, topic=f"Chuyên{sign} đề")
    page = client.post(reverse("office:open-account", args=[root.uuid]), {"name": f"Văn{sign} thư"})
    assert UNREADABLE in page.content.decode()


def test_every_column_of_one_line_that_people_write_is_kept_as_a_line():
    written = {
        f"{field.model._meta.app_label}.{field.model.__name__}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("lantoa.")
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField) and not isinstance(field, LineColumn | Mark)
        if field.max_length > 64 and not field.choices and field.model is model
    }

    assert written == WRITTEN_BY_MACHINES
