"""The settings of the project with one kind more: one line in INSTALLED_APPS, and no migrations."""

from pathlib import Path

import lantoa.records

lantoa.records.__path__.append(str(Path(__file__).parent))

from lantoa.settings import *  # noqa: E402, F403
from lantoa.settings import INSTALLED_APPS as KNOWN  # noqa: E402

INSTALLED_APPS = [*KNOWN, "lantoa.records.lanterns"]
MIGRATION_MODULES = {"lanterns": None}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver"]
