"""What a clerk does on the pages of the reader, for the tests."""

from django.urls import reverse

from lantoa.reader.models import Reading
from tests.reader import files

PASSWORD = "lantoa.people.access.PasswordSignIn"
SOURCE = "Báo thử, ngày 5/7/2024: “Bài thử”"


def hand_in(desk, unit, **more):
    sent = {"sort": "published", "source": SOURCE, "day": "5/7/2024", "source_url": ""} | more
    return desk.post(reverse("reader:read", args=[unit.uuid]), sent)


def opened(desk, unit, text=files.STORY) -> tuple[Reading, str]:
    answer = hand_in(desk, unit, text=text, source_url="https://example.org/bai")
    return Reading.objects.get(), answer.headers["Location"]


def decide(desk, reading, words, **sent):
    """Press a button beside the figure that some words name, with what is proposed."""
    start = reading.text.index(words)
    show = reverse("reader:show", args=[reading.unit.uuid, reading.uuid])
    form = desk.get(f"{show}?so={start}").context["form"]
    filled = {name: form[name].value() for name in form.fields}
    page = reverse("reader:decide", args=[reading.unit.uuid, reading.uuid, start])
    return desk.post(page, filled | {"lam": "trich"} | sent)
