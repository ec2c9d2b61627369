"""Everybody can use the pages of a family on its way: signals, steps, votes, papers, partners."""

import pytest

from tests.journeys.pages import PAGES, PATH

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith(PATH)])
def test_everybody_can_use(name, readers):
    assert readers.look_at(name) == []
