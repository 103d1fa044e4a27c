"""A real browser before a real server; without Chromium its tests are left out, with the reason."""

import os
import shutil
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from lantoa.trail.guards import lay, lift
from lantoa.units.models import Kind
from tests import build

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
PATIENCE = 90_000
"""Milliseconds that a page may take: the machine may be busy with other tests."""


ON_EACH = "test_ward.py"
"""The file that opens its pages on each database: from nothing to a ward that records."""


def _chromium():
    return os.environ.get("LANTOA_TEST_CHROMIUM") or shutil.which("chromium")


def pytest_collection_modifyitems(items):
    """Mark what runs on one database; leave the browser tests out where there is no Chromium."""
    for item in items:
        if item.get_closest_marker("browser") and item.path.name != ON_EACH:
            item.add_marker("once")
    if _chromium():
        return
    reason = "Không có Chromium trên máy này (đặt LANTOA_TEST_CHROMIUM)."
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=reason))


def _guards():
    """Return the guards that every package declares."""
    found = []
    for each in apps.get_app_configs():
        if os.path.exists(os.path.join(each.path, "guards.py")):
            found += import_module(f"{each.name}.guards").GUARDS
    return found


@pytest.fixture(autouse=True, scope="session")
def flush_past_the_guards(django_db_setup):
    """Lift the guards for the flush after a transactional test, and lay them again behind it.

    Rows stay for ever in use; only the tests empty their tables. On PostgreSQL the flush truncates,
    which no trigger on rows refuses.
    """
    if connection.vendor == "postgresql":
        yield
        return
    operations = type(connection.ops)
    flush = operations.execute_sql_flush

    def between(self, statements):
        with self.connection.schema_editor() as schema:
            lift(_guards(), schema=schema)
        flush(self, statements)
        with self.connection.schema_editor() as schema:
            lay(_guards(), schema=schema)

    operations.execute_sql_flush = between
    yield
    operations.execute_sql_flush = flush


@pytest.fixture(scope="session")
def launch():
    """Start Chromium with some arguments; it ends with the tests."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as driver:
        chromium, started = driver.chromium, []

        def launched(**more):
            asked = {"executable_path": _chromium(), "args": ["--no-sandbox"], **more}
            started.append(chromium.launch(**asked))
            return started[-1]

        yield launched
        for each in started:
            each.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser(launch):
    """Chromium, started once; going back it asks for pages anew."""
    return launch()


@pytest.fixture(scope="session")
def remembering(launch):
    """Chromium that keeps the pages it leaves and shows them as they were, as people's do."""
    return launch(ignore_default_args=["--disable-back-forward-cache"])


@pytest.fixture
def open_window(browser, live_server, settings):
    """Open a window of some size; whatever it loads comes from our own server.

    Without scripts: `java_script_enabled=False`; in another browser: `of`.
    """
    settings.ADDRESS = live_server.url
    contexts = []

    def window(size, of=browser, **more):
        asked = {"viewport": size, "locale": "vi-VN", "base_url": live_server.url, **more}
        context = of.new_context(**asked)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.strayed = []
        context.on("request", lambda asked: _note_stray(context, asked.url, live_server.url))
        page = context.new_page()
        page.on("pageerror", lambda fault: context.strayed.append(str(fault)))
        return page

    yield window
    strayed = [each for context in contexts for each in context.strayed]
    for context in contexts:
        context.close()
    assert strayed == []


def _note_stray(context, url, site):
    if not url.startswith((site, "data:", "blob:")):
        context.strayed.append(url)


@pytest.fixture
def commune():
    unit = build.unit("Đảng bộ xã Thử Nghiệm", kind=Kind.COMMUNE)
    build.clerk(unit, username="van-thu")
    return unit


@pytest.fixture
def window(open_window, commune):
    """Open a window in which the clerk has signed in."""

    def opened(size, scripts=True, **more):
        page = open_window(size, java_script_enabled=scripts, **more)
        page.goto("/")
        page.fill("input[name=username]", "van-thu")
        page.fill("input[name=password]", build.PASSWORD)
        page.click("main form.panel button")
        page.wait_for_load_state()
        return page

    return opened
