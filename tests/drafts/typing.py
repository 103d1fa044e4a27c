"""What people type, and the ways in which it is in danger."""

import re
from html import unescape

from django.contrib.sessions.models import Session
from django.urls import reverse

TYPED = {
    "sort": "regular",
    "topic": 'Học tập "tháng" <11> & nghị quyết',
    "last_day": "3/11/2026",
    "members_present": "18",
    "note": "dòng một\ndòng hai",
}
SEAL = re.compile(r'name="typist" value="([^"]+)"')
KEY = re.compile(r'name="key" value="([^"]+)"')
BROWSER = {"HTTP_ACCEPT": "text/html,*/*;q=0.8"}


def text(answer):
    return unescape(answer.content.decode())


def form_of(unit, kind="meetings"):
    return reverse(f"{kind}:record", args=[unit.uuid])


def opened(client, address):
    """Open a form as a browser does; return its address, its seal and its key."""
    answer = client.get(address, follow=True, **BROWSER)
    page = answer.content.decode()
    there = answer.redirect_chain[-1][0] if answer.redirect_chain else address
    key = KEY.findall(page)
    return there, SEAL.findall(page)[0], key[0] if key else ""


def sent(client, page, **typed):
    """Send a form that was opened."""
    address, seal, key = page
    return client.post(address, {**TYPED, **typed, "typist": seal, "key": key})


def end_sessions():
    """End every session, as time does."""
    Session.objects.all().delete()
