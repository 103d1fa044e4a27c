"""Characters that nobody types: what a page answers that is sent them, box by box."""

import re
from urllib.parse import quote_plus

ODD = {
    "nothing": "\x00",
    "a name with nothing in it": "Ban\x00 Tổ chức",
    "turned around": "‮gnop",
    "no width": "\u200b",
    "half a sign": b"%ED%A0%80",
    "ten thousand letters": "x" * 10_000,
    "ten thousand digits": "9" * 10_000,
}  # fmt: skip
ENGLISH = (
    "Null characters",
    "Ensure ",
    "Enter a",
    "This field",
    "Select a valid",
    "is not a valid",
)
BOX = re.compile(r'<(?:input|textarea|select|button)\b[^>]*?\bname="([^"]+)"')
LEFT_ALONE = {"csrfmiddlewaretoken", "next"}


def boxes(page):
    """Return the names of what a page sends."""
    return sorted(set(BOX.findall(page)) - LEFT_ALONE)


def sent(client, url, told):
    """Send boxes as bytes, half signs too; return the answer."""
    pairs = [
        f"{quote_plus(name)}=".encode()
        + (odd if isinstance(odd, bytes) else quote_plus(odd).encode())
        for name, odd in told.items()
    ]
    kind = "application/x-www-form-urlencoded"
    return client.generic("POST", url, b"&".join(pairs), content_type=kind)


def answers_in_words(client, url, *, names, odd, base=()):
    """Send each box alone, and all at once: no answer is a fault, none speaks English."""
    known = dict(base)
    for told in (*({name: odd} for name in names), dict.fromkeys(names, odd)):
        answer = sent(client, url, known | told)
        assert answer.status_code < 500, (url, told)
        page = answer.content.decode(errors="replace")
        assert not [words for words in ENGLISH if words in page], (url, sorted(told))


def _quoted(odd):
    return quote_plus(odd).encode()
