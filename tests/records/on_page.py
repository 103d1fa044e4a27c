"""The boxes that stand on a page, counted by name."""

from collections import Counter
from html.parser import HTMLParser

from tests.records.answers import text


class Boxes(HTMLParser):
    """The boxes of a page by name; radio buttons and ticks of one name are one box."""

    def __init__(self):
        super().__init__()
        self.seen = Counter()
        self.grouped = set()

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag not in {"input", "select", "textarea"} or "name" not in told:
            return
        if told.get("type") in {"radio", "checkbox"}:
            self.grouped.add(told["name"])
        else:
            self.seen[told["name"]] += 1


def boxes(answer):
    found = Boxes()
    found.feed(text(answer).partition("<h1>")[2])
    return found.seen + Counter(found.grouped)
