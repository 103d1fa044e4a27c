"""A real service on this machine: a clerk looks at a page while others post heavy files.

`python -m tests.intake.crowd` prints the figures; it stops by itself after some two minutes.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from socket import create_server
from threading import Event, Thread
from typing import Any

from tests.intake import photographs
from tests.keeping.running import python
from tests.reader import files
from tests.reader.hostile import SPACE, sheet_of, workbook
from tests.ready import migrated

QUIET, CROWDED = 20, 10.0
"""Pages asked in peace, and seconds of each trial."""
CLIENTS, PAUSE = 4, 1.0
"""Who posts, and the seconds for which each rests between two files."""
TOKEN = "k" * 32
POPULATE = """
import json; from datetime import date
from django.test import Client; from django.urls import reverse
from lantoa.posts.models import Post; from lantoa.units.models import Kind; from tests import build
commune = build.root('Phường thử', kind=Kind.COMMUNE)
cell = build.unit('Chi bộ khóm 1', under=commune)
road = build.work(at=cell, on=date(2026, 3, 10))
def signed_in():
    client = Client(); client.force_login(build.clerk(commune, Post.Right.ADMIN),
        backend='lantoa.people.access.PasswordSignIn')
    return client.cookies['sessionid'].value
print(json.dumps({'sessions': [signed_in() for _ in range(5)],
    'page': reverse('desk:unit', args=[commune.uuid]),
    'proof': reverse('works:add-proofs', args=[road.uuid]),
    'cells': reverse('office:open-cells', args=[commune.uuid]),
    'reader': reverse('reader:read', args=[commune.uuid])}))
"""


def sheet(rows: str, **more: str) -> bytes:
    return workbook(sheet=sheet_of(rows), **more)


FAR = sheet(f'<row r="1"><c r="XFD1"><v>1</v></c></row><row r="{400}"><c><v>1</v></c></row>')
SAID = "Mở 12 hội nghị, 45 lượt người dự. " * 10
OFTEN = sheet(
    ("<row>" + '<c t="s"><v>0</v></c>' * 10 + "</row>") * 2300,
    shared=f'<sst xmlns="{SPACE}"><si><t>{SAID}</t></si></sst>',
)
BOMBS = {
    "picture of 60 million pixels": (
        "proof",
        "papers",
        "a.png",
        lambda: photographs.picture("PNG", size=(7740, 7740), mode="1"),
    ),
    "largest picture that is taken": (
        "proof",
        "papers",
        "a.png",
        lambda: photographs.picture("PNG", size=(6300, 6300)),
    ),
    "workbook with a far cell": ("cells", "file", "a.xlsx", lambda: FAR),
    "workbook of repeated text": ("reader", "file", "a.xlsx", lambda: OFTEN),
    "sixty pages of PDF": ("proof", "papers", "a.pdf", lambda: files.pdf(*[files.STORY] * 60)),
}


@dataclass
class Trial:
    """How long a clerk waited for each page, and how many heavy files were answered."""

    name: str
    quiet: float
    waited: list[float] = field(default_factory=list)
    answered: int = 0
    failed: int = 0

    @property
    def ratio(self) -> float:
        return statistics.median(self.waited) / self.quiet

    def __str__(self) -> str:
        waited = sorted(self.waited)
        p95 = waited[int(len(waited) * 0.95)]
        times = [statistics.median(waited), p95, waited[-1]]
        return (
            f"{self.name:<32}quiet{self.quiet * 1000:>5.0f} ms{len(waited):>5} pages"
            f"{''.join(f'{each * 1000:>7.0f}' for each in times)} ms   x{self.ratio:.2f}"
            f"   {self.answered} files answered, {self.failed} pages failed"
        )


@dataclass
class Service:
    """Where it listens, and what is asked of it."""

    port: int
    known: dict[str, Any]

    def ask(self, who: int, path: str, content: bytes | None = None, kind: str = "") -> int:
        """Ask for a page, or post a form; return the status."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=90)
        cookies = f"sessionid={self.known['sessions'][who]}; csrftoken={TOKEN}"
        line.request(
            "GET" if content is None else "POST",
            path,
            body=content,
            headers={"Cookie": cookies, **({"Content-Type": kind} if kind else {})},
        )
        answer = line.getresponse()
        answer.read()
        line.close()
        return answer.status

    def timed(self) -> tuple[float, bool]:
        begun = time.perf_counter()
        status = self.ask(0, self.known["page"])
        return time.perf_counter() - begun, status == 200


def form(name: str, file: str, content: bytes) -> tuple[bytes, str]:
    """Return a form with one file, and its sort."""
    bound = "b" * 20
    said = {"csrfmiddlewaretoken": TOKEN, "since": "1/1/2026", "sort": "published", "source": "a"}
    boxes = "".join(
        f'--{bound}\r\nContent-Disposition: form-data; name="{box}"\r\n\r\n{value}\r\n'
        for box, value in said.items()
    )
    head = f'--{bound}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n\r\n'
    body = (boxes + head).encode() + content + f"\r\n--{bound}--\r\n".encode()
    return body, f"multipart/form-data; boundary={bound}"


@contextmanager
def serving() -> Iterator[Service]:
    """Serve an installation of its own, as installing.md says: one worker with four threads."""
    with tempfile.TemporaryDirectory() as folder:
        migrated(Path(folder))
        known = json.loads(python(Path(folder), POPULATE).splitlines()[-1])
        with create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--no-control-socket", "--threads", "4",
             "--bind", f"127.0.0.1:{port}", "lantoa.wsgi"],
            env={"LANTOA_VAR": folder, "LANTOA_LOG": "CRITICAL", "PATH": ""},
            cwd=Path(__file__).parents[2],
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            yield _ready(Service(port, known))
        finally:
            server.terminate()
            server.wait(30)


def _ready(service: Service) -> Service:
    for _ in range(200):
        try:
            service.timed()
        except OSError:
            time.sleep(0.1)
        else:
            return service
    raise TimeoutError


def crowded(service: Service, name: str) -> Trial:
    """Ask pages for some seconds while four accounts post one sort of heavy file."""
    quiet = statistics.median(service.timed()[0] for _ in range(QUIET))
    where, box, file, made = BOMBS[name]
    body, kind = form(box, file, made())
    trial, over = Trial(name, quiet), Event()

    def post(who: int) -> None:
        while not over.is_set():
            service.ask(who, service.known[where], body, kind)
            trial.answered += 1
            over.wait(PAUSE)

    posting = [Thread(target=post, args=(who + 1,), daemon=True) for who in range(CLIENTS)]
    for each in posting:
        each.start()
    end = time.monotonic() + CROWDED
    while time.monotonic() < end:
        waited, good = service.timed()
        trial.waited.append(waited)
        trial.failed += not good
    over.set()
    for each in posting:
        each.join(120)
    return trial


def trials() -> Iterator[Trial]:
    """Yield how each sort of heavy file went."""
    with serving() as service:
        for name in BOMBS:
            yield crowded(service, name)


def main() -> None:
    """Print the figures: median, ninety-fifth of a hundred and worst, in milliseconds."""
    for trial in trials():
        sys.stdout.write(f"{trial}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
