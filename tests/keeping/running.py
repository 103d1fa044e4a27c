"""Running the commands in an installation of its own."""

import os
import subprocess
import sys
from pathlib import Path

MIGRATE = "call_command('migrate', verbosity=0)\n"
POPULATE = """from django.db import transaction
from tests.keeping.everything import populate
with transaction.atomic():
    populate()
"""


def run(var: Path, *words: object, database: str = "") -> str:
    """Run a command in an installation of its own; return what it printed."""
    own = {"LANTOA_VAR": str(var), "DJANGO_SETTINGS_MODULE": "lantoa.settings"}
    environment = os.environ | own | {"LANTOA_DATABASE": database}
    if not database:
        del environment["LANTOA_DATABASE"]
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        env=environment, capture_output=True, text=True, check=False,
        cwd=Path(__file__).parent.parent.parent,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def python(var: Path, lines: str, *, database: str = "") -> str:
    """Run lines of Python in an installation of its own."""
    ready = "import django; django.setup()\nfrom django.core.management import call_command\n"
    return run(var, "-c", ready + lines, database=database)
