"""What nginx answers by itself, with the file of docs/installing.md, is said in our words."""

import re
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.running.document import told

HOME = Path(__file__).parent.parent.parent
PAGES = HOME / "lantoa" / "static" / "loi"


def documented():
    return next(each.text for each in told() if each.path and "nginx/conf.d" in each.path)


def free_port():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


@contextmanager
def proxy(folder, *, program):
    """Serve with the documented file: without certificates, on ports of our own."""
    port = free_port()
    lines = [each for each in documented().splitlines() if not each.strip().startswith("ssl_")]
    text = "\n".join(lines).replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    text = text.replace("127.0.0.1:8000", f"127.0.0.1:{program}")
    text = text.replace("/opt/lantoa", str(HOME)).replace("160s", "1s")
    text = text.replace("limit_conn lantoa     200", "limit_conn lantoa     1")
    conf = folder / "nginx.conf"
    paths = "".join(
        f"{each}_temp_path {folder}/{each};\n"
        for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    conf.write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/log; user root;\n"
        "events {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n"
        f"{paths}{text}\n}}\n"
    )
    serving = subprocess.Popen(["nginx", "-c", str(conf), "-e", str(folder / "log")])
    try:
        yield until_up(port)
    finally:
        serving.terminate()
        serving.wait()


def until_up(port):
    for _ in range(100):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return port
        time.sleep(0.05)
    raise AssertionError("nginx did not come up.")


def asked(port, path="/", *, length=None):
    """Ask for a page, or begin to send so many bytes."""
    asking = HTTPConnection("127.0.0.1", port, timeout=20)
    told = {"Content-Length": str(length)} if length else {}
    asking.request("POST" if length else "GET", path, body=b"a" if length else None, headers=told)
    answer = asking.getresponse()
    return answer.status, answer.read().decode()


def test_each_page_that_the_proxy_is_told_is_there_in_vietnamese_with_a_way_on():
    pages = dict(re.findall(r"error_page (\d+) /loi/(\d+\.html);", documented()))

    assert sorted(pages) == ["413", "502", "503", "504"]
    for code, page in pages.items():
        text = (PAGES / page).read_text("utf-8")
        assert f"Mã {code}" in text
        assert '<html lang="vi">' in text
        assert 'href="/">Về trang đầu' in text
        assert "http" not in text.replace("http-equiv", "")
        assert "style=" not in text


needs_nginx = pytest.mark.skipif(not shutil.which("nginx"), reason="Không có nginx trên máy này.")


@needs_nginx
def test_while_the_program_is_down_and_where_too_much_is_sent(tmp_path):
    with proxy(tmp_path, program=free_port()) as port:
        assert_said(asked(port), 502, "Hệ thống đang khởi động lại")
        assert_said(asked(port, "/mat-khau/", length=1), 502, "Hệ thống đang khởi động lại")
        assert_said(asked(port, length=12_000_000), 413, "Gửi nhiều quá một lần")
        assert asked(port, "/loi/loi.css")[0] == 200


@needs_nginx
def test_while_the_program_answers_too_slowly_and_too_many_ask(tmp_path):
    silent = socket.create_server(("127.0.0.1", 0))
    with silent, proxy(tmp_path, program=silent.getsockname()[1]) as port:
        first = HTTPConnection("127.0.0.1", port, timeout=20)
        first.request("GET", "/")
        held = silent.accept()
        assert_said(asked(port), 503, "Nhiều người gửi cùng lúc")
        answer = first.getresponse()
        assert_said((answer.status, answer.read().decode()), 504, "trả lời chậm quá")
        held[0].close()


def assert_said(answer, status, words):
    assert answer[0] == status
    assert words in answer[1]
