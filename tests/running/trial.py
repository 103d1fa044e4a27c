"""Slow sockets and large bodies against the installed service, a clerk's page timed meanwhile."""

import json
import os
import re
import socket
import ssl
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from multiprocessing import Process
from urllib.parse import urlencode

from tests.running.following import NAME, PASSWORD, value

SIGN_IN = "/dang-nhap/"
ASKED = 40
UNCHECKED = ssl._create_unverified_context()
HEAD = f"POST {SIGN_IN} HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 900\r\n".encode()
FROM_ELSEWHERE = ("127.0.0.9", 0)
PAUSE = 0.002
"""Seconds between two pieces of 64 kB: some 30 MB a second."""
SLOW, SENDERS, BODY = 400, 4, 200 * 1024 * 1024


class Clerk:
    """Somebody who has signed in and opens the first page again and again."""

    def __init__(self, *, port: int) -> None:
        """Sign in through the proxy (port 443) or past it."""
        self.port, self.cookies = port, dict[str, str]()
        page = self.ask("GET", SIGN_IN)[1]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        told = {"username": "quantri", "password": PASSWORD, "csrfmiddlewaretoken": token}
        status, _ = self.ask("POST", SIGN_IN, body=urlencode(told))
        assert status == 302, status
        self.page = re.search(r'href="(/don-vi/[0-9a-f-]{36}/)"', self.ask("GET", "/")[1])[1]

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        """Ask for a page; return the status and the page."""
        asking = self.connection()
        asking.request(method, path, body=body, headers=self.headers())
        answer = asking.getresponse()
        for told in answer.msg.get_all("Set-Cookie", []):
            name, _, rest = told.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        page = answer.read().decode()
        asking.close()
        return answer.status, page

    def connection(self) -> HTTPConnection:
        """Return a connection of its own, that gives up after a minute."""
        if self.port == 443:
            return HTTPSConnection("127.0.0.1", 443, timeout=60, context=UNCHECKED)
        return HTTPConnection("127.0.0.1", self.port, timeout=60)

    def headers(self) -> dict[str, str]:
        """Return what a browser sends, and where there is no proxy what it would add."""
        cookies = "; ".join(f"{name}={held}" for name, held in self.cookies.items())
        sent = {"Host": NAME, "Cookie": cookies, "Referer": f"https://{NAME}{SIGN_IN}"}
        sent |= {"Content-Type": "application/x-www-form-urlencoded"}
        return sent if self.port == 443 else sent | {"X-Forwarded-Proto": "https"}

    def seconds(self, *, times: int = ASKED) -> list[float]:
        """Return how long the page took, each time."""
        taken = []
        for _ in range(times):
            began = time.monotonic()
            status, _ = self.ask("GET", self.page)
            assert status == 200, status
            taken.append(time.monotonic() - began)
            time.sleep(0.05)
        return taken


@contextmanager
def slow_sockets(port: int, *, count: int) -> Iterator[None]:
    """Hold sockets open: every other one sends a head that never ends, the others a slow body."""
    with ExitStack() as held:
        for number in range(count):
            plain = held.enter_context(opened(port))
            spoken = held.enter_context(UNCHECKED.wrap_socket(plain)) if port == 443 else plain
            spoken.sendall(HEAD + (b"\r\nusername=" if number % 2 else b"X-Slow: "))
        yield


def opened(port: int) -> socket.socket:
    """Open a socket from another address than the clerk's."""
    return socket.create_connection(("127.0.0.1", port), 20, source_address=FROM_ELSEWHERE)


@contextmanager
def large_bodies(port: int, *, length: int) -> Iterator[None]:
    """Let strangers send large bodies, each as soon as the one before was refused."""
    senders = [Process(target=send, args=(port, length), daemon=True) for _ in range(SENDERS)]
    for each in senders:
        each.start()
    yield
    for each in senders:
        each.terminate()
        each.join(timeout=10)


def send(port: int, length: int) -> None:
    """Send a body in pieces until it is refused, again and again, five times a second at most.

    It stands for another machine, so it gives way to the one under trial; four of them fill a line
    of a gigabit, which is more than a stranger has.
    """
    os.nice(10)
    piece = b"x" * (1 << 16)
    for _ in range(500):
        time.sleep(0.2)
        with suppress(OSError, HTTPException):
            asking = HTTPSConnection(
                "127.0.0.1", port, timeout=10, context=UNCHECKED, source_address=FROM_ELSEWHERE
            )
            pieces = (piece for _ in range(length // len(piece)) if not time.sleep(PAUSE))
            head = {"Host": NAME, "Content-Length": str(length)}
            asking.request("POST", SIGN_IN, body=pieces, headers=head)
            asking.getresponse().read()


def trial() -> None:
    """Time the page quietly and under each; print the figures as JSON."""
    clerk, figures = Clerk(port=443), dict[str, float]()
    pressing: dict[str, Callable[[], object]] = {
        "slow_sockets": lambda: slow_sockets(443, count=SLOW),
        "bodies_of_200_MB": lambda: large_bodies(443, length=BODY),
        "bodies_of_10_MB": lambda: large_bodies(443, length=10 << 20),
    }
    for name, press in pressing.items():
        quiet = middle(clerk)
        with press():
            time.sleep(1)
            pressed = middle(clerk)
        figures |= {f"{name}_quiet_ms": quiet, f"{name}_ms": pressed}
    figures |= without_a_proxy()
    sys.stdout.write(f"Figures: {json.dumps(figures)}\n")


def middle(clerk: Clerk) -> float:
    """Return the median of what the page took, in milliseconds."""
    return round(statistics.median(clerk.seconds()) * 1000, 1)


def without_a_proxy() -> dict[str, float]:
    """Time the same where the program is reached as it was once documented, by eight sockets."""
    settings = open_settings()
    served = subprocess.Popen(
        ["/opt/lantoa/.venv/bin/gunicorn", "--no-control-socket", "--threads", "4", "--bind",
         "127.0.0.1:8001", "lantoa.wsgi"], cwd="/srv/lantoa", user="lantoa", env=settings,
    )  # fmt: skip
    time.sleep(6)
    clerk = Clerk(port=8001)
    quiet = middle(clerk)
    with slow_sockets(8001, count=8):
        pressed = longest(clerk)
    served.kill()
    served.wait(timeout=10)
    return {"bare_quiet_ms": quiet, "bare_8_slow_sockets_ms": round(pressed)}


def longest(clerk: Clerk) -> float:
    """Return the milliseconds until one page came, or a minute where none did."""
    began = time.monotonic()
    with suppress(OSError, HTTPException):
        clerk.ask("GET", clerk.page)
    return (time.monotonic() - began) * 1000


def open_settings() -> dict[str, str]:
    """Return the settings of the installed service."""
    with open("/etc/systemd/system/lantoa.service", encoding="utf-8") as unit:
        named = value(unit.read(), "EnvironmentFile")
    with open(named, encoding="utf-8") as file:
        return dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)
