"""Templates that are refused, and what the clerk is told."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from lantoa.reports import word
from lantoa.reports.document import Document
from lantoa.reports.profiles import profiles

TEMPLATE = profiles()[-1].template


def with_tag(text: str) -> BytesIO:
    """Return our template with one paragraph more."""
    changed = docx.Document(str(TEMPLATE))
    changed.add_paragraph(text)
    return saved(changed)


def without(tag: str) -> BytesIO:
    """Return our template without a tag in its body."""
    changed = docx.Document(str(TEMPLATE))
    for paragraph in changed.paragraphs:
        paragraph.text = paragraph.text.replace(tag, "")
    return saved(changed)


def with_part(name: str, content: bytes) -> BytesIO:
    """Return our template with one part put in its stead or beside the others."""
    packed = BytesIO()
    with ZipFile(TEMPLATE) as parts, ZipFile(packed, "w") as changed:
        for part in parts.namelist():
            if part != name:
                changed.writestr(part, parts.read(part))
        changed.writestr(name, content)
    packed.seek(0)
    return packed


def saved(changed) -> BytesIO:
    held = BytesIO()
    changed.save(held)
    held.seek(0)
    return held


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ mat_khau }}", "tên chưa biết: mat_khau"),
        ("{% for dong in noi_dung %}{{ dong.mat }}{% endfor %}", "tên chưa biết: mat"),
        ("{{ so.__class__.__mro__ }}", "__class__"),
        ("{{ so['__class__'] }}", "không được phép"),
        ("{{ so.format }}", "format"),
        ("{{ so.format(1) }}", "không được phép"),
        ("{{ so|attr('__class__') }}", "attr"),
        ("{{ ''.join(noi_nhan) }}", "không được phép"),
        ("{{ so|safe }}", "safe"),
        ("{{ range }}", "range"),
        ("{{ range(9) }}", "không được phép"),
        ("{{ 'a' * 1000000000 }}", "không được phép"),
        ("{% set x = 1 %}", "không được phép"),
        ("{% include 'x' %}", "không được phép"),
        ("{% macro f() %}{% endmacro %}", "không được phép"),
        ("{% for a in noi_dung %}{% for b in noi_dung %}{% endfor %}{% endfor %}", "lặp lồng nhau"),
        ("{% for a in 'abc' %}{% endfor %}", "một danh sách"),
        ("{% for dong in noi_dung %}", "ở gần"),
        ("{{ so", "ở gần"),
        ("{% neu so %}", "ở gần"),
        ("{% for noi in noi_nhan %}{{ noi.so }}{% endfor %}", "Không điền được"),
    ],
)
def test_a_tag_that_is_not_ours_is_refused_in_words(document: Document, tag, told):
    with pytest.raises(word.TemplateRefused) as refusal:
        word.render(document, with_tag(tag))

    assert told in str(refusal.value)


@pytest.mark.parametrize("place", ["header", "title"])
def test_tags_are_judged_wherever_they_stand(document: Document, place):
    changed = docx.Document(str(TEMPLATE))
    if place == "header":
        changed.sections[0].header.add_paragraph("{{ mat_khau }}")
    else:
        changed.core_properties.title = "{{ mat_khau }}"

    with pytest.raises(word.TemplateRefused, match="mat_khau"):
        word.render(document, saved(changed))


@pytest.mark.parametrize(
    "sent", [b"", b"%PDF-1.7", b"PK\x03\x04 not whole", TEMPLATE.read_bytes()[:-200]]
)
def test_what_is_no_word_file_is_refused(document: Document, sent):
    with pytest.raises(word.TemplateRefused, match=r"không phải văn bản Word"):
        word.render(document, BytesIO(sent))


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
FETCHED = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b"<Relationship Id='r1' Type='http://x/attachedTemplate' Target='http://x' "
    b"TargetMode='External'/></Relationships>"
)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("word/vbaProject.bin", b"macro", "macro"),
        ("word/webSettings.xml", DOCTYPE, "DOCTYPE"),
        ("word/webSettings.xml", DOCTYPE.decode().encode("utf-16"), "DOCTYPE"),
        ("word/_rels/settings.xml.rels", FETCHED, "bên ngoài"),
        ("word/webSettings.xml", b"<a>", "không phải văn bản Word"),
        ("word/webSettings.xml", b" " * 2_000_001, "quá dài"),
        ("word/media/a.png", b" " * 20_000_001, "quá lớn"),
    ],
)
def test_harmful_parts_are_refused(document: Document, name, content, told):
    sent = with_part(name, content)
    if len(sent.getvalue()) > 5_000_000:
        sent = compressed(sent)

    with pytest.raises(word.TemplateRefused, match=told):
        word.render(document, sent)


def compressed(sent: BytesIO) -> BytesIO:
    packed = BytesIO()
    with ZipFile(sent) as parts, ZipFile(packed, "w", 8) as changed:
        for part in parts.namelist():
            changed.writestr(part, parts.read(part))
    packed.seek(0)
    return packed


def test_a_file_too_large_is_refused(document: Document):
    with pytest.raises(word.TemplateRefused, match="5 MB"):
        word.render(document, BytesIO(b"x" * 5_000_001))


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ dong.chu }}", "làm mất một đoạn"),
        ("{{ nguon_goc }}", "làm mất một đoạn"),
        ("{{ phu_luc }}", "Mẫu phải có {{ phu_luc }}"),
    ],
)
def test_a_template_that_loses_part_of_the_report_is_refused(document: Document, tag, told):
    with pytest.raises(word.TemplateRefused) as refusal:
        word.render(document, without(tag))

    assert told in str(refusal.value)


@pytest.mark.parametrize("header", ["header", "first_page_header"])
def test_a_template_that_would_print_a_page_without_its_mark_is_refused(document: Document, header):
    changed = docx.Document(str(TEMPLATE))
    for paragraph in getattr(changed.sections[0], header).paragraphs:
        paragraph.text = ""
    sent = saved(changed).getvalue()

    with pytest.raises(word.TemplateRefused, match="đầu trang của mọi trang"):
        word.render(document, BytesIO(sent))

    assert word.render(replace(document, marks=()), BytesIO(sent))
