"""What the journeys share: the running product, a browser, a desk to sit at."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys import second_factor
from tests.journeys.desk import Desk, Sessions, desk_of
from tests.journeys.pages import Places
from tests.journeys.product import Product, running
from tests.journeys.reading import Readers
from tests.journeys.second_factor import Guarded

FAMILIES = 12


@pytest.fixture(scope="session")
def product() -> Iterator[Product]:
    """The demonstration with some invented families; each parallel worker has a copy of its own."""
    with running("demo", "--families", str(FAMILIES), families=FAMILIES) as product:
        yield product


@pytest.fixture(scope="session")
def sessions() -> Sessions:
    return {}


@pytest.fixture
def desk(product: Product, chromium: Browser, sessions: Sessions) -> Iterator[Desk]:
    with desk_of(product, chromium, sessions) as desk:
        yield desk


@pytest.fixture(scope="module")
def reading_desk(product: Product, chromium: Browser, sessions: Sessions) -> Iterator[Desk]:
    """One desk for all pages of a file: each is only looked at."""
    with desk_of(product, chromium, sessions) as desk:
        desk.expect(404)
        yield desk


@pytest.fixture(scope="session")
def known_places() -> dict[tuple[Any, ...], Any]:
    return {}


@pytest.fixture(scope="module")
def places(reading_desk: Desk, known_places: dict[tuple[Any, ...], Any]) -> Places:
    return Places(reading_desk, known_places)


@pytest.fixture(scope="module")
def guarded(reading_desk: Desk) -> Guarded:
    """Somebody with a second factor."""
    return second_factor.join(reading_desk, f"lidia.{time.time_ns()}@opora.example")


@pytest.fixture(scope="module")
def readers(reading_desk: Desk, places: Places) -> Readers:
    return Readers(reading_desk, places)
