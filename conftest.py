"""What every test stands on: a private PostgreSQL of its own and the compiled Russian sentences.

Loaded before Django is set up, in the main process and in every parallel worker.
"""

import gc
import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent
for place in (ROOT / "src", ROOT):
    if (place / "opora" / "config").is_dir() and str(place) not in sys.path:
        sys.path.insert(0, str(place))


def _test_home() -> Path:
    """A home for tests that outlives the run, so the next run starts at once.

    Root's database runs under another account, which may not be let into the checkout: it lies elsewhere.
    """
    if os.geteuid() != 0:
        return ROOT / ".opora-test"
    mark = hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:10]
    place = Path(tempfile.gettempdir()) / f"opora-test-{mark}"
    if place.exists() and place.stat().st_uid != 0:
        raise RuntimeError(f"{place} was made by somebody else. Remove it, or name another place with OPORA_HOME.")
    return place


# Each worker, and each process that a test starts, would otherwise compile the whole product anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

os.environ.setdefault("OPORA_HOME", str(_test_home()))
os.environ["OPORA_TEST"] = "1"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opora.config.settings")
# Playwright drives the browser from a loop of its own, in the same thread as the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

from opora.config import compiling, embedded, memory  # noqa: E402  (the environment above must be set first)
from opora.config.home import home, secret  # noqa: E402

# As in any home the keys are there before the data; beside data none would be made.
for name in ("web-secret", "journal-seal"):
    secret(name)
if not os.environ.get("DATABASE_URL"):
    embedded.ensure_running(home())
compiling.compile_all()
# Where collected files would lie; without the folder every client of a test complains.
(home() / "static").mkdir(parents=True, exist_ok=True)

import django  # noqa: E402
import hypothesis  # noqa: E402

django.setup()

# How long an example takes tells how busy the machine is, and nothing of the rule.
hypothesis.settings.register_profile(
    "opora", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow], print_blob=True
)
hypothesis.settings.load_profile("opora")

from django.conf import settings  # noqa: E402

# Tests undo their journals, so a head noted outside the database would never fit the next one.
settings.JOURNAL_HEAD = None
# Hashing as slowly as an installation does would take most of the time of the tests.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# What takes longest begins first, so that at the end no worker waits long for the other.
LONGEST = ("tests/journeys/", "tests/homes/", "tests/access_table/")
# Tests of one folder that share a world: raised and read once, by one worker.
TOGETHER = ("tests/access_table/", "tests/journeys/test_pages_")


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """What is made while the tests are gathered stays until the end: nobody need look whether it is still needed.

    And what a test makes is looked through as seldom as what a page makes.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        memory.keep_calm()
        gc.enable()


def pytest_configure() -> None:
    """Every form that any test sends stands under a watch; tables are emptied quickly; plans outlive a test."""
    from tests.emptying import empty_quickly
    from tests.kept_plans import keep_plans
    from tests.watched_changes import watch

    watch()
    empty_quickly()
    keep_plans()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long ones first; the others keep their order."""

    def turn(item: pytest.Item) -> float:
        rank = next((n for n, place in enumerate(LONGEST) if item.nodeid.startswith(place)), 99)
        # One browser serves all who need one, so they follow one another.
        return min(rank, 0.5) if item.get_closest_marker("journey") else rank

    items.sort(key=turn)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """The browser goes when the next test needs none."""
    try:
        return (yield)
    finally:
        if item.get_closest_marker("journey") and not (nextitem and nextitem.get_closest_marker("journey")):
            from opora.web.shell.tests.browser import end_chromium

            end_chromium()


@pytest.fixture(scope="module")
def chromium() -> Any:
    """A browser for the tests of a file that walk through pages."""
    from opora.web.shell.tests import browser

    return browser.chromium()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hand out whole files in the order above, and the folders that share a world as if each were one file."""
    if config.getoption("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class ByFile(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            scope: str = super()._split_scope(nodeid)
            return next((place for place in TOGETHER if scope.startswith(place)), scope)

    config.option.loadscopereorder = False
    return ByFile(config, log)


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: Any
) -> Iterator[None]:
    """A database for this worker: copied from one that was prepared for the present state of the migrations."""
    from tests.prepared_database import prepared_database

    worker = getattr(request.config, "workerinput", {}).get("workerid", "")
    name = "test_" + settings.DATABASES["default"]["NAME"] + (f"_{worker}" if worker else "")
    database = ExitStack()
    with django_db_blocker.unblock():
        database.enter_context(prepared_database(name))
    # Blocked in between: a test that forgets its mark would leave what it wrote to all others.
    yield
    with django_db_blocker.unblock():
        database.close()


@pytest.fixture(scope="module")
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """For tests that really commit: what they leave is emptied after each, the one time the journal may be.

    Asked for by a whole module, beside the mark ``django_db(transaction=True)``.
    """
    from django.db import connection

    guards = ("audit_journalentry", "audit_entry_no_truncate"), ("audit_journalseal", "audit_seal_no_truncate")
    for word in ("DISABLE", "ENABLE"):
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            for table, guard in guards:
                cursor.execute(f"ALTER TABLE {table} {word} TRIGGER {guard}")
        if word == "DISABLE":
            yield


@pytest.fixture
def at_once(committed: None) -> Callable[..., list[Any]]:
    """Does deeds side by side, begun at one moment; gives what each returned or was refused with, in their order."""
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier

    from django.db import connection

    from opora.common.errors import OporaError

    def together(*deeds: Callable[[], Any]) -> list[Any]:
        assert len(deeds) > 1
        start = Barrier(len(deeds))

        def do(deed: Callable[[], Any]) -> Any:
            start.wait()
            try:
                return deed()
            except OporaError as refusal:
                return refusal
            finally:
                connection.close()

        with ThreadPoolExecutor(len(deeds)) as pool:
            return list(pool.map(do, deeds))

    return together
