"""A layout that a clerk sent is filled in a process of its own, and does the same there."""

from io import BytesIO

import docx
import pytest

from lantoa.reports import word
from lantoa.reports.operations import file_of, forget_layout, keep_layout, template_for
from lantoa.reports.profiles import profiles

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


def test_a_layout_that_was_sent_sets_every_report_from_then_on(document):
    keep_layout(with_line("In tại văn phòng"), profile=PROFILE, example=document)

    written = file_of(document, profile=PROFILE, kind="docx")
    forget_layout(profile=PROFILE)

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
def test_a_layout_that_is_refused_leaves_the_one_before_in_use(document, content, words):
    with pytest.raises(word.TemplateRefused, match=words):
        keep_layout(content, profile=PROFILE, example=document)

    assert template_for(PROFILE) == PROFILE.template
