"""What the journeys share: the running product, a browser, a desk to sit at."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from opora.web.shell.tests import browser as walk
from tests.journeys.desk import Desk, Sessions, desk_of
from tests.journeys.product import Product, running

FAMILIES = 12
# A machine with many things to do answers late; a journey waits no longer than it must.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def product() -> Iterator[Product]:
    """The demonstration with some invented families, one for each parallel worker."""
    with running("demo", "--families", str(FAMILIES)) as product:
        yield product


@pytest.fixture(scope="session")
def sessions() -> Sessions:
    return {}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Ends with its file: while Playwright runs, other tests of this process could not use an event loop."""
    with walk.chromium() as browser:
        yield browser


@pytest.fixture
def desk(product: Product, chromium: Browser, sessions: Sessions) -> Iterator[Desk]:
    with desk_of(product, chromium, sessions) as desk:
        yield desk
