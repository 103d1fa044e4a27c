"""Every setting, read once from the environment.

Settings that a running installation decides bear the prefix LANTOA_. What makes a production
installation unsafe is refused here, before a single page is served.
"""

import os
from pathlib import Path

import environ

from lantoa.unsafe import DEFAULT_ADDRESS, DEFAULT_SECRET, refuse_unsafe

env = environ.Env()

PROJECT = Path(__file__).resolve().parent
VAR = Path(env.str("LANTOA_VAR", default=str(PROJECT.parent / "var"))).resolve()
VAR.mkdir(parents=True, exist_ok=True)

SIGNING_KEY = env.str("LANTOA_SIGNING_KEY", default="")
"""Where the key lies with which copies are signed; empty: in VAR."""

PRODUCTION = env.bool("LANTOA_PRODUCTION", default=False)
DEBUG = env.bool("LANTOA_DEBUG", default=False)
SECRET_KEY = env.str("LANTOA_SECRET", default=DEFAULT_SECRET)
HTTPS = env.bool("LANTOA_HTTPS", default=PRODUCTION)
ALLOWED_HOSTS = env.list("LANTOA_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("LANTOA_ORIGINS", default=[])
SECRETS_LISTED_BY = env.str(
    "LANTOA_SECRETS_LIST", default="Quyết định số 1630/QĐ-TTg ngày 30/7/2025"
)
"""The decision that lists state secrets, named where a text that bears their mark is refused."""

ADDRESS = env.str("LANTOA_ADDRESS", default=DEFAULT_ADDRESS).rstrip("/")
LOCAL_NETWORK = env.bool("LANTOA_LOCAL_NETWORK", default=False)

if PRODUCTION:
    refuse_unsafe(globals())

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "lantoa.people",
    "lantoa.drafts",
    "lantoa.trail",
    "lantoa.units",
    "lantoa.posts",
    "lantoa.acts",
    "lantoa.guidance",
    "lantoa.persons",
    "lantoa.matters",
    "lantoa.money",
    "lantoa.records.record",
    "lantoa.records.meetings",
    "lantoa.records.practices",
    "lantoa.records.works",
    "lantoa.records.giving",
    "lantoa.records.outreach",
    "lantoa.records.dialogues",
    "lantoa.records.indicators",
    "lantoa.records.commendations",
    "lantoa.records.commitments",
    "lantoa.records.inspections",
    "lantoa.records.ratings",
    "lantoa.records.quotations",
    "lantoa.tally",
    "lantoa.prescribed",
    "lantoa.reports",
    "lantoa.reader",
    "lantoa.reorganisation",
    "lantoa.desk",
    "lantoa.phone",
    "lantoa.office",
    "lantoa.keeping",
    "lantoa.demonstration",
]

MIDDLEWARE = [
    "lantoa.keeping.watching.watched",
    "lantoa.people.door.Door",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # Nobody keeps a page of those who signed in.
    "lantoa.people.answering.private",
    "django.middleware.common.CommonMiddleware",
    # Says in words what Django says with an empty page.
    "lantoa.desk.views.refusing.never_blank",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lantoa.people.asking.files_in_turn",
    "lantoa.keeping.watching.measured",
    # A session lasts as long as it is used.
    "lantoa.people.renewing.renewing",
    "django.contrib.messages.middleware.MessageMiddleware",
    # No page stands at an address that no database can hold.
    "lantoa.people.answering.readable",
    # Nothing typed is lost: it needs to know who is there, and says what it did.
    "lantoa.drafts.catching.Catching",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lantoa.people.machines.KeepMachine",
    "lantoa.people.owing.AskForFactor",
    "axes.middleware.AxesMiddleware",
    # Says in words that there is no room left to write.
    "lantoa.people.room.Room",
]

ROOT_URLCONF = "lantoa.urls"
WSGI_APPLICATION = "lantoa.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lantoa.desk.navigation.navigation",
            ],
            "builtins": [
                "lantoa.desk.templatetags.writing",
                "lantoa.drafts.templatetags.drafts",
            ],
        },
    }
]

DATABASES = {
    "default": env.db_url("LANTOA_DATABASE", default=f"sqlite:///{VAR / 'lantoa.sqlite3'}")
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A connection that stays open needs no room to be opened again on a disk that has become full.
    DATABASES["default"]["CONN_MAX_AGE"] = None
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-65536;"
        # What is erased leaves no trace in the file.
        "PRAGMA secure_delete=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Compiling a statement takes longer than to answer it, for all that is asked here.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "lantoa.people.access.PasswordSignIn",
    "lantoa.people.access.CardSignIn",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
    {"NAME": "lantoa.people.passwords.CommonHereValidator"},
]
LOGIN_URL = "desk:sign-in"
FACTOR_URL = "office:own-factor"
SIGN_OUT_URL = "desk:sign-out"
LOGIN_REDIRECT_URL = "desk:first"
LOGOUT_REDIRECT_URL = "desk:sign-in"
PASSWORD_HASHERS = ["lantoa.people.hashing.BoundedHasher"]
HASHING_PLACES = env.int("LANTOA_HASHING", default=max(1, (os.cpu_count() or 1) // 2))
PROXIES = env.int("LANTOA_PROXIES", default=0)
AXES_LOCK_OUT_AT_FAILURE = False  # lantoa.people.slowing makes wrong tries wait
AXES_COOLOFF_TIME = 0.5
AXES_CLIENT_IP_CALLABLE = "lantoa.people.address.client_address"
AXES_USERNAME_CALLABLE = "lantoa.people.access.name_tried"
AXES_SENSITIVE_PARAMETERS = ["username", "code"]

KEEP_ATTEMPTS_DAYS = env.int("LANTOA_KEEP_ATTEMPTS", default=30)
KEEP_SIGN_INS_DAYS = env.int("LANTOA_KEEP_SIGN_INS", default=365)
# How many days a name stays after its purpose ended; of accounts, 0: until somebody erases it.
KEEP_NAMES_DAYS = env.int("LANTOA_KEEP_NAMES", default=30)
KEEP_ACCOUNT_NAMES_DAYS = env.int("LANTOA_KEEP_ACCOUNT_NAMES", default=0)

SESSION_ENGINE = "lantoa.people.room"
SESSION_COOKIE_AGE = 12 * 3600  # from the last use; a card's phone has a year
CSRF_FAILURE_VIEW = "lantoa.desk.views.refusing.forged"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
# What Django says in English only; msgfmt writes the .mo from the .po.
LOCALE_PATHS = [PROJECT / "locale"]
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["lantoa.formats"]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [PROJECT / "static"]
WHITENOISE_USE_FINDERS = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "lantoa.trail.files.LastingStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
MEDIA_ROOT = VAR / "proofs"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
LARGEST_UPLOAD = 10 * 1024 * 1024  # bytes

WATCH_TOKEN = env.str("LANTOA_WATCH_TOKEN", default="")
PROVEN_DAYS = env.int("LANTOA_PROVEN_DAYS", default=8 if PRODUCTION else 0)
FREE_MEGABYTES = env.int("LANTOA_FREE_MB", default=512)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "lines": {"()": "lantoa.keeping.journal.Lines"},
    },
    "filters": {"one_line": {"()": "lantoa.people.answering.OneLine"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "lines" if PRODUCTION else "plain",
            "filters": ["one_line"],
        }
    },
    "root": {"handlers": ["console"], "level": env.str("LANTOA_LOG", default="WARNING")},
    "loggers": {
        "lantoa": {"level": "INFO" if PRODUCTION else "WARNING"},
        # In production every request has its line by us, without its address.
        "django.request": {"level": "ERROR" if PRODUCTION else "WARNING"},
    },
}
