"""A served installation, a clerk who opens a page, and sixteen connections that sign in wrongly."""

import re
import subprocess
import sys
import threading
import time
from collections import Counter
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from lantoa.demonstration.operations.accounts import PASSWORD

PORT = 18431
CONNECTIONS = 16
LASTS = 15.0
"""Seconds of the flood; it stops by itself."""
PAGES = 40


class Browser:
    """One connection to the server with its cookies."""

    def __init__(self, address: str = "") -> None:
        self.line = HTTPConnection("127.0.0.1", PORT, timeout=60)
        self.cookies: dict[str, str] = {}
        self.address = address

    def ask(self, path: str, **sent: str) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if self.address:
            headers["X-Forwarded-For"] = self.address
        if sent:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request("POST" if sent else "GET", path, urlencode(sent) or None, headers)
        answer = self.line.getresponse()
        for each in answer.headers.get_all("Set-Cookie") or []:
            name, value = each.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, answer.read().decode()

    def sign_in(self, name: str, password: str) -> int:
        if "csrftoken" not in self.cookies:
            _, page = self.ask("/dang-nhap/")
            self.token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        sent = {"username": name, "password": password, "csrfmiddlewaretoken": self.token}
        return self.ask("/dang-nhap/", **sent)[0]


def served(var: Path, *more: str) -> subprocess.Popen[bytes]:
    """Serve as the installation guide says."""
    command = [Path(sys.executable).parent / "gunicorn", "--no-control-socket", "--threads", "4"]
    bind = ["--bind", f"127.0.0.1:{PORT}", "--access-logfile", "/dev/null", *more, "lantoa.wsgi"]
    here = Path(__file__).parent.parent.parent
    import os

    own = {"LANTOA_VAR": str(var), "LANTOA_PROXIES": "1", "LANTOA_LOG": "ERROR"}
    server = subprocess.Popen([*command, *bind], cwd=here, env=os.environ | own)
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            Browser().ask("/dang-nhap/")
        except OSError:
            time.sleep(0.2)
        else:
            return server
    server.terminate()
    raise TimeoutError


def opened(clerk: Browser, path: str) -> list[float]:
    """Seconds that each of some openings of a page took."""
    taken = []
    for _ in range(PAGES):
        start = time.perf_counter()
        assert clerk.ask(path)[0] == 200
        taken.append(time.perf_counter() - start)
        time.sleep(0.1)
    return taken


def flooded(clerk: Browser, path: str, *, addresses: int) -> tuple[list[float], Counter[int]]:
    """The same while others sign in wrongly, and how those were answered."""
    end, answers = time.monotonic() + LASTS, Counter()

    def hammer(number: int) -> None:
        browser = Browser(f"203.0.113.{number % addresses}")
        tries = 0
        while time.monotonic() < end:
            tries += 1
            try:
                answers[browser.sign_in(f"ten{number}-{tries}", "sai mat khau roi")] += 1
            except (OSError, HTTPException):
                browser = Browser(browser.address)

    threads = [threading.Thread(target=hammer, args=[each]) for each in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    taken = []
    while time.monotonic() < end - 1:
        start = time.perf_counter()
        assert clerk.ask(path)[0] == 200
        taken.append(time.perf_counter() - start)
        time.sleep(0.1)
    for thread in threads:
        thread.join()
    return taken, answers


def measure(var: Path, *more: str, addresses: int) -> dict[str, object]:
    """Serve, measure quiet and flooded, and stop the server that was started."""
    server = served(var, *more)
    try:
        clerk = Browser("198.51.100.7")
        assert clerk.sign_in("quan-tri-xa-mau", PASSWORD) == 302
        path = re.search(r'href="(/don-vi/[0-9a-f-]{36}/)"', clerk.ask("/")[1])[1]
        quiet = opened(clerk, path)
        loud, answers = flooded(clerk, path, addresses=addresses)
    finally:
        server.terminate()
        server.wait()
    return {
        "quiet": median(quiet), "loud": median(loud), "slowest": max(loud), "answers": answers,
    }  # fmt: skip
