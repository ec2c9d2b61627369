"""Where it is recorded: no reader is led to a page that is not there for him or her, and is told who may open it."""

import re

import pytest
from django.urls import resolve

from tests.access_table.expected import EXPECTED, SIGNED_IN

READERS = (
    "head",
    "coordinator",
    "case_manager",
    "specialist",
    "psychologist",
    "methodologist",
    "analyst",
    "volunteer",
    "warehouse",
)


@pytest.mark.parametrize("reader", [*READERS, "administrator"])
def test_every_link_opens_for_its_reader(world, reader):
    assert reader in SIGNED_IN
    page = world.get(reader, "/sources/").content.decode()
    body = page[page.index('id="results"') : page.index("</main>")]
    lines = re.findall(r'<li id="S.*?</li>', body, re.DOTALL)
    linked = {resolve(url).view_name for line in lines for url in re.findall(r'href="(/[^"?#]*)"', line)}
    assert linked, "somebody finds something"
    shut = sorted(name for name in linked if reader not in EXPECTED[name].who)
    assert shut == []


def test_who_may_open_a_page_is_said_to_those_who_may_not(world):
    assert "открывают:" in world.get("volunteer", "/sources/?q=S4-02").content.decode()
    assert "открывают:" not in world.get("head", "/sources/?q=S4-02").content.decode()
