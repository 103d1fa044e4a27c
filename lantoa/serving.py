"""How gunicorn serves the pages: `gunicorn -c python:lantoa.serving lantoa.wsgi`.

Meant to stand behind the proxy of docs/installing.md, which takes slow senders and slow readers
upon itself: whoever reaches this server sends and reads at once.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

bind = os.environ.get("LANTOA_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("LANTOA_WORKERS", "2"))
worker_class = "gthread"
threads = 4
backlog = 256
# A report by a layout that was sent may take 120 seconds.
timeout = 150
graceful_timeout = 30
# A worker gives back now and then what libraries keep.
max_requests, max_requests_jitter = 5000, 500
limit_request_line, limit_request_fields, limit_request_field_size = 4094, 60, 8190
control_socket_disable = True
accesslog = None
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "lantoa.keeping.journal.Lines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"gunicorn.error": {"level": "INFO", "propagate": True, "handlers": []}},
}


def on_starting(server: Any) -> None:
    """Give the processes one empty folder in which each keeps what it counts."""
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="lantoa-counted-")


def child_exit(server: Any, worker: Any) -> None:
    """Forget what only a process that is alive can tell; what it counted stays."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def on_exit(server: Any) -> None:
    """Take the folder away."""
    shutil.rmtree(Path(os.environ["PROMETHEUS_MULTIPROC_DIR"]), ignore_errors=True)
