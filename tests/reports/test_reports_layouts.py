"""A layout that a clerk sent is filled in a process of its own, and does the same there."""

import hashlib
import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.conf import settings

from lantoa.reports import word
from lantoa.reports.operations import file_of, forget_layout, keep_layout, template_for
from lantoa.reports.profiles import profiles
from lantoa.trail.queries import entries_about
from tests import build

PROFILE = profiles()[-1]


@pytest.fixture(autouse=True)
def _var(settings, tmp_path):
    settings.VAR = tmp_path


def with_line(text):
    changed, written = docx.Document(str(PROFILE.template)), BytesIO()
    changed.add_paragraph(text)
    changed.save(written)
    return written.getvalue()


def test_a_report_is_the_same_whether_set_here_or_apart(document):
    ours = PROFILE.template.read_bytes()

    assert word.render_apart(document, ours) == word.render(document, PROFILE.template)


@pytest.fixture
def acting(db):
    """Return where a layout is changed, who does it and when."""
    root = build.root()
    return {"place": root, "by": build.clerk(root, right="admin"), "at": build.NOW}


def told_of(acting):
    """Return what the trail tells of the layouts: the deed, and which content came and went."""
    lines = [each for each in entries_about(acting["place"].uuid) if "layout" in each.deed]
    assert all(each.actor == acting["by"] for each in lines)
    return [
        (each.deed, json.loads(each.before)["sha256"], json.loads(each.after)["sha256"])
        for each in lines
    ]


def kept_beside():
    """Return the digests of the layouts that are kept, and what stands in the one in use."""
    held = {path.name: path.read_bytes() for path in template_for(PROFILE).parent.glob("*.docx")}
    return {hashlib.sha256(content).hexdigest() for content in held.values()}, set(held)


def test_each_change_of_the_layout_is_told_and_takes_nothing_away(document, acting):
    first, second = with_line("In tại văn phòng"), with_line("In tại thư viện")
    one, two = (hashlib.sha256(each).hexdigest() for each in (first, second))

    for content in (first, first, second):
        keep_layout(content, profile=PROFILE, example=document, **acting)
    kept, names = kept_beside()
    forget_layout(profile=PROFILE, **acting)
    forget_layout(profile=PROFILE, **acting)

    keep, forget = "reports.keep_layout", "reports.forget_layout"
    assert told_of(acting) == [(keep, "", one), (keep, one, two), (forget, two, "")]
    assert kept == {one, two}
    stem = PROFILE.template.stem
    assert names == {f"{stem}.docx", f"{stem}.{one}.docx", f"{stem}.{two}.docx"}
    folder = Path(settings.VAR) / "layouts"
    assert {each.name for each in folder.iterdir()} == names - {f"{stem}.docx"}


def test_a_layout_that_was_sent_sets_every_report_from_then_on(document, acting):
    keep_layout(with_line("In tại văn phòng"), profile=PROFILE, example=document, **acting)

    written = file_of(document, profile=PROFILE, kind="docx")
    forget_layout(profile=PROFILE, **acting)

    lines = [each.text for each in docx.Document(BytesIO(written)).paragraphs]
    assert "In tại văn phòng" in lines
    assert template_for(PROFILE) == PROFILE.template


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not a Word file", "không phải văn bản Word"),
        (with_line("{{ mat_khau }}"), "tên chưa biết: mat_khau"),
        (bytes(5_000_001), "lớn hơn 5 MB"),
    ],
)
def test_a_layout_that_is_refused_leaves_the_one_before_in_use(document, acting, content, words):
    with pytest.raises(word.TemplateRefused, match=words):
        keep_layout(content, profile=PROFILE, example=document, **acting)

    assert template_for(PROFILE) == PROFILE.template
    assert told_of(acting) == []
