"""Whoever may not see a family never meets a word of its identity, on any page that opens for him (X-05)."""

import io
import zipfile
from urllib.parse import unquote

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.access_table.addresses import places
from tests.access_table.expected import EXPECTED, TEAM
from tests.access_table.world import CLOSED_NUMBER, NUMBER, SECRETS

READERS = [name for name, row in EXPECTED.items() if 200 in row.answers]
KEEPS_JOURNAL = {"administrator", "administrator_in_team"}
SEES_CODES_OF_ALL = {"methodologist", "analyst", "analyst_in_team"}


def _words(response) -> str:
    """Everything readable in an answer, also inside a workbook or a PDF."""
    content = b"".join(response.streaming_content) if getattr(response, "streaming", False) else response.content
    if content.startswith(b"%PDF") and b"startxref" in content:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b"\n".join(book.read(part) for part in book.namelist())
    return content.decode(errors="replace")


def _pages(world, who):
    """The name and the words of every page that opens for this person; read once for all tests."""
    if who not in world.read:
        world.read[who] = [(name, _words(response)) for name, response in _opened(world, who)]
    return world.read[who]


def _opened(world, who):
    for name in READERS:
        row = EXPECTED[name]
        if who in row.who:
            kwargs = {place: (world.parameters | row.with_id)[place] for place in places(name)}
            response = world.get(who, reverse(name, kwargs=kwargs))
            if response.status_code == 200:
                yield name, response


def _people_outside(world):
    return sorted(set(world.everybody) - TEAM - {"anonymous"})


def test_who_works_with_the_family_does_meet_its_name(world):
    address = reverse("families:names", kwargs={"case_id": world.parameters["case_id"]})
    assert SECRETS[0] in _words(world.browser("case_manager").post(address))


def test_who_counts_does_meet_the_closed_case(world):
    met = [name for name, words in _pages(world, "analyst") if CLOSED_NUMBER in words]
    assert "evidence:export" in met


def test_nobody_else_meets_a_word_of_it(world):
    met = [
        (who, name, secret)
        for who in _people_outside(world)
        for name, words in _pages(world, who)
        for secret in SECRETS
        if secret in words
    ]
    assert met == []


def test_nobody_else_meets_the_number_of_the_case_but_who_counts_or_keeps_the_journal(world):
    outsiders = set(_people_outside(world)) - KEEPS_JOURNAL - SEES_CODES_OF_ALL
    met = [
        (who, name)
        for who in sorted(outsiders)
        for name, words in _pages(world, who)
        if NUMBER in words or CLOSED_NUMBER in words
    ]
    assert met == []


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf"])
def test_files_hold_the_cases_one_may_see_and_no_name(world, kind):
    address = reverse("evidence:export", kwargs={"kind": kind})
    for who, sees in (("head", True), ("coordinator", True), ("analyst", True), ("coordinator_elsewhere", False)):
        response = world.browser(who).get(address)
        words = _words(response).replace("\n", "")
        assert response.status_code == 200
        assert (CLOSED_NUMBER in words) is sees, who
        assert not [secret for secret in SECRETS if secret in words], who


def test_what_is_given_to_the_public_holds_no_number(world):
    address = reverse("evidence:export", kwargs={"kind": "donors"})
    for who in ("head", "analyst"):
        words = _words(world.browser(who).get(address)).replace("\n", "")
        assert CLOSED_NUMBER not in words
        assert not [secret for secret in SECRETS if secret in words]


@pytest.mark.parametrize("query", ["Заповедникова", "ефросинья", "9165550199", "777/2026", "777 / 2026 ЛД"])
def test_searching_finds_the_family_for_those_who_work_with_it_only(world, query):
    found = {}
    for who in ("case_manager", "coordinator_elsewhere", "case_manager_elsewhere", "former_specialist"):
        words = _words(world.browser(who).post("/cases/", {"q": query}, follow=True))
        found[who] = f"/cases/{world.parameters['case_id']}/" in words
    assert found.pop("case_manager")
    assert not any(found.values())


def test_the_address_of_a_page_never_carries_a_name(world):
    response = world.browser("case_manager").post("/cases/", {"q": "Заповедникова"})
    assert response.status_code == 302
    assert "Заповедникова" not in unquote(response["Location"])
