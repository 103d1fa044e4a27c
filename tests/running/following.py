"""Follows docs/installing.md from its first line to a copy proven, on this machine but beside it.

`unshare --mount --net --pid --fork --kill-child python -m tests.running.following`: what it writes
lies in memory over the real folders and ends with it; it has a network of its own, with nobody in
it. Two things are not as on the page: the libraries are those that the tests run with, where pip
would fetch them, and systemd, which cannot run here, is replaced by running what its units say.
"""

import json
import os
import secrets
import shutil
import ssl
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

from tests.running.document import HOME, told, value

FOLDERS = ("/etc", "/opt", "/srv", "/usr/local/bin", "/var/log", "/var/lib", "/run")
NAME = "lantoa.example.vn"
PASSWORD = "một mật khẩu đủ dài 9"
PRELUDE = Path(__file__).with_name("prelude.sh").read_text("utf-8")
WORKING = {
    "LIBRARIES": next(path for path in sys.path if path.endswith("site-packages")),
    "LANTOA_PASSWORD": PASSWORD,
    "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
}  # fmt: skip


def main() -> None:
    """Follow the page; say each step, and fail at the first that does not do what it says."""
    stand_beside()
    follow()
    serving = serve()
    assert asked("/dang-nhap/")[0] == 200
    assert asked("/metrics")[0] == 404
    before, after = health_around_the_timers()
    assert (before, after) == (503, 200), (before, after)
    assert asked("/healthz") == (200, {"status": "well"})
    if sys.argv[1:] == ["--trial"]:
        from tests.running.trial import trial

        trial()
    serving.terminate()
    serving.wait(timeout=40)
    assert asked("/dang-nhap/")[0] == 502
    assert asked("/loi/502.html")[0] == asked("/loi/loi.css")[0] == 200
    say("Followed: a copy is proven.")


def say(line: str) -> None:
    """Say a step at once, so that a failure is read behind the step that failed."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def stand_beside() -> None:
    """Lay memory over the folders that are written into, and raise a network of our own."""
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "memory", "/mnt"], check=True)
    for folder in FOLDERS:
        upper, work = (Path("/mnt") / kind / folder.strip("/") for kind in ("upper", "work"))
        upper.mkdir(parents=True)
        work.mkdir(parents=True)
        upper.chmod(0o755)
        laid = f"lowerdir={folder},upperdir={upper},workdir={work}"
        subprocess.run(["mount", "-t", "overlay", "over", "-o", laid, folder], check=True)


def follow() -> None:
    """Write each file and type each command of the page, in its order."""
    for block in told():
        if block.path:
            write(block.path, block.text)
        elif block.is_commands:
            shell(block.text.replace("ADDRESS-OF-THIS-PROJECT", str(HOME)))
    verify()


def write(path: str, text: str) -> None:
    """Write a file of the page; the one thing left open in it is the secret."""
    say(f"writes {path}")
    place = Path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text.replace("LANTOA_SECRET=…", f"LANTOA_SECRET={secrets.token_urlsafe(48)}"))
    place.chmod(0o600 if path.endswith(".env") else 0o755 if "/bin/" in path else 0o644)


def shell(text: str) -> None:
    """Type commands as they stand."""
    say(f"types {text.splitlines()[0]}")
    subprocess.run(["bash", "-c", PRELUDE + text], env=WORKING, check=True)


def verify() -> None:
    """Let systemd and nginx judge what was written for them."""
    units = [str(each) for each in sorted(Path("/etc/systemd/system").glob("lantoa*"))]
    assert len(units) == 7, units
    judged = ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", *units]
    subprocess.run(judged, check=True)
    Path("/etc/ssl/lantoa").mkdir()
    files = ["-keyout", "/etc/ssl/lantoa/key.pem", "-out", "/etc/ssl/lantoa/chain.pem"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *files]
    subprocess.run([*made, "-subj", f"/CN={NAME}"], check=True, capture_output=True)
    conf = Path("/etc/nginx/nginx.conf")
    conf.write_text(conf.read_text().replace("worker_connections 768;", "worker_connections 4096;"))
    subprocess.run(["nginx", "-t"], check=True)


def serve() -> "subprocess.Popen[bytes]":
    """Start the service as its unit says, and the proxy."""
    serving = started("lantoa")
    subprocess.run(["nginx"], check=True)
    for _ in range(300):
        with suppress(OSError):
            if asked("/dang-nhap/")[0] == 200:
                return serving
        time.sleep(0.1)
    raise AssertionError("The service did not come up.")


def started(unit: str) -> "subprocess.Popen[bytes]":
    """Start what a unit says, as whom it says, with the settings that it names."""
    text = Path(f"/etc/systemd/system/{unit}.service").read_text()
    lines = Path(value(text, "EnvironmentFile")).read_text().splitlines()
    settings = dict(line.split("=", 1) for line in lines if "=" in line)
    return subprocess.Popen(
        value(text, "ExecStart").split(), cwd=value(text, "WorkingDirectory"),
        user=value(text, "User"), group=value(text, "Group"), extra_groups=[],
        umask=int(value(text, "UMask"), 8), env=settings | {"LANG": "C.UTF-8"},
    )  # fmt: skip


def health_around_the_timers() -> tuple[int, int]:
    """Do what the timers do at night; return what /healthz says on the machine before and after."""
    before = beside("/healthz")
    for unit in ("lantoa-backup", "lantoa-drill"):
        assert started(unit).wait() == 0, unit
    return before, beside("/healthz")


def beside(path: str) -> int:
    """Ask the program itself, as on the machine; return the status."""
    asking = HTTPConnection("127.0.0.1", 8000, timeout=10)
    asking.request("GET", path)
    return asking.getresponse().status


def asked(path: str) -> tuple[int, object]:
    """Ask through the proxy; return the status, and what JSON told."""
    asking = HTTPSConnection("127.0.0.1", 443, timeout=10, context=ssl._create_unverified_context())
    asking.request("GET", path, headers={"Host": NAME})
    answer = asking.getresponse()
    content = answer.read()
    return answer.status, json.loads(content) if content.startswith(b"{") else None


if __name__ == "__main__":
    assert os.geteuid() == 0, "Needs root, in namespaces of its own."
    assert shutil.which("nginx"), "Needs nginx."
    main()
