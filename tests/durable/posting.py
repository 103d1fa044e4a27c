"""A clerk at a browser without scripts: signs in, posts records, remembers the answers."""

import http.client
import re
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode
from uuid import UUID

from tests.build import PASSWORD
from tests.durable.place import USERNAME, Place

ANSWERS_WITHIN = 30


@dataclass
class Clerk:
    """One browser: its cookies, and the answer that it got last."""

    place: Place
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, **typed: str) -> tuple[int, str]:
        """Ask for a page; return its status and its text. Raises OSError where nobody answers."""
        asked = http.client.HTTPConnection("127.0.0.1", self.place.port, timeout=ANSWERS_WITHIN)
        token = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        try:
            asked.request(method, path, urlencode(typed | token) if typed else None, headers)
            answer = asked.getresponse()
            self._keep(answer)
            return answer.status, answer.read().decode()
        except http.client.HTTPException as broken:
            raise ConnectionError(str(broken)) from broken
        finally:
            asked.close()

    def _keep(self, answer: http.client.HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: each.value for name, each in SimpleCookie(line).items()}

    @property
    def is_signed_in(self) -> bool:
        """Tell whether it holds the cookie of a session."""
        return "sessionid" in self.cookies

    def another(self) -> "Clerk":
        """Return a second window of the same browser."""
        return Clerk(self.place, dict(self.cookies))

    def sign_in(self) -> tuple[int, str]:
        """Sign in with name and password."""
        self.ask("GET", "/dang-nhap/")
        return self.ask("POST", "/dang-nhap/", username=USERNAME, password=PASSWORD)

    def record(self, key: str) -> tuple[int, str]:
        """Post a meeting under a key; 302 says that it is saved."""
        return self.ask(
            "POST", self.place.entry_page, key=key, sort="thematic",
            last_day="10/3/2026", topic="Học tập chuyên đề", events="1",
            members_present=str(int(UUID(key)) % 1_000_000_000),
        )  # fmt: skip


def words(page: str) -> str:
    """Return the text of a page."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())
