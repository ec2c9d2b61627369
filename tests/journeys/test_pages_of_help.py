"""Everybody can use the pages of help: services, the crisis centre, goods, the people around a family."""

import pytest

from tests.journeys.help import HELP
from tests.journeys.pages import PAGES

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith(HELP)])
def test_everybody_can_use(name, readers):
    assert readers.look_at(name) == []
