"""What every answer carries so that a browser keeps pages about families to itself."""

import re

from django.urls import reverse

from tests.access_table.addresses import places
from tests.access_table.doors import at_each
from tests.access_table.expected import EXPECTED

# Somebody else's file, shown as it is: it may do less than any page, and its own room's tests say what.
FILES = frozenset({"papers:content", "correspondence:file", "correspondence:agreement_file"})
SHOWN = sorted(name for name, row in EXPECTED.items() if 200 in row.answers and name not in FILES)


def _open(world, name, who="head"):
    row = EXPECTED[name]
    kwargs = {place: (world.parameters | row.with_id)[place] for place in places(name)}
    reader = who if who in row.who else sorted(row.who - {"anonymous"})[0]
    return world.get(reader, reverse(name, kwargs=kwargs))


@at_each(SHOWN)
def test_headers(world, name):
    headers = _open(world, name).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert re.search("no-store|private", headers["Cache-Control"])


@at_each(SHOWN)
def test_a_page_needs_nothing_its_policy_forbids(world, name):
    response = _open(world, name)
    if not response.headers["Content-Type"].startswith("text/html"):
        return
    page = response.content.decode()
    assert not re.search(r"<[^>]+\sstyle\s*=", page)
    assert not re.search(r"<[^>]+\son[a-z]+\s*=", page)
    assert not re.search(r"<style[\s>]", page)
    assert not re.search(r"<script(?![^>]*\ssrc=)[^>]*>", page)
    assert not re.search(r'(?:src|href)="(?:https?:)?//(?!testserver)', page)


def test_an_unknown_address_is_answered_with_the_same_care(world):
    response = world.browser("head").get("/no/such/page/")
    assert response.status_code == 404
    assert "Content-Security-Policy" in response.headers
    assert "no-store" in response.headers["Cache-Control"]


def test_everybody_is_told_in_words_that_there_is_no_such_page(world):
    for who in set(world.everybody) - {"anonymous"}:
        response = world.browser(who).get("/no/such/page/")
        assert response.status_code == 404
        assert "<h1" in response.content.decode(), who
