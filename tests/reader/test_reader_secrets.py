"""What bears the mark of a state secret is refused before anything of it is stored."""

import re
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.drafts.models import Draft
from lantoa.reader.models import Reading
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
STAMPED = "ĐẢNG BỘ XÃ\nTỐI MẬT\nNăm 2025 đã tổ chức 12 hội nghị."
LISTED_BY = "1630/QĐ-TTg"


@pytest.fixture
def commune(client):
    unit = build.unit("Xã", kind=Kind.COMMUNE)
    client.force_login(build.clerk(unit))
    return unit


def word_file(text):
    document, written = docx.Document(), BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(written)
    return SimpleUploadedFile("bao-cao.docx", written.getvalue())


@pytest.mark.parametrize("form", ["file", "text"])
def test_a_document_with_the_mark_is_refused_with_the_list_of_secrets(client, commune, form):
    before = Entry.objects.count()
    sent = {"file": word_file(STAMPED)} if form == "file" else {"text": STAMPED}

    address = reverse("reader:read", args=[commune.uuid])
    answer = client.post(address, sent | {"sort": "published"})

    page = answer.content.decode()
    assert "mang dấu “Tối mật”" in page
    assert LISTED_BY in page
    assert not Reading.objects.exists()
    assert Entry.objects.count() == before


def test_a_box_with_the_mark_is_refused_beside_it(client, commune):
    address = f"/don-vi/{commune.uuid}/tuyen-truyen/ghi/"
    key = client.get(address).context["beside"]["key"].value()
    boxes = {"sort": "news", "title": "Tin (mật)", "times": "1", "last_day": "10/3/2026"}

    answer = client.post(address, boxes | {"key": key})

    (message,) = answer.context["form"].errors["title"]
    assert "mang dấu “Mật”" in message
    assert LISTED_BY in message


def test_what_was_typed_with_the_mark_is_not_kept_after_signing_out(client, commune):
    address = f"/don-vi/{commune.uuid}/tuyen-truyen/ghi/"
    page = client.get(address)
    boxes = {"sort": "news", "title": "Độ mật: Mật", "last_day": "10/3/2026"}
    typed = dict(hidden_of(page)) | boxes
    client.logout()

    client.post(address, typed)

    assert not Draft.objects.exists()


def hidden_of(page):
    text = page.content.decode()
    return re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text)
