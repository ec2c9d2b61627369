"""Everybody can use the pages about families: in light and dark, at a desk and on a telephone."""

import pytest

from tests.journeys.pages import PAGES, WORK

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith(WORK)])
def test_everybody_can_use(name, readers):
    assert readers.look_at(name) == []
