"""A search by name leaves no name in the address, and the address helps nobody else."""

import re
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import pytest
from django.http import QueryDict
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.web.intake.tests.test_signals import signed_in, text_of
from opora.web.shell import search


def request(user: int = 1, *, sent: str = "", asked: str = "") -> Any:
    return SimpleNamespace(
        user=SimpleNamespace(pk=user), POST=QueryDict(sent), GET=QueryDict(asked), path="/cases/", method="POST"
    )


@pytest.mark.parametrize("text", ["Иванова", "иванова анна", "+7 900 000-00-12", "12.05.2015", "89000000012", "Ли"])
def test_name_telephone_and_birth_date_stay_out_of_the_address(text: str) -> None:
    sent = QueryDict(mutable=True)
    sent["q"], sent["state"] = text, "all"
    address = search.to_address(request(sent=sent.urlencode())).url
    assert text not in unquote(address)
    assert not re.search("q=", address)
    query = address.partition("?")[2]
    found = search.asked(request(asked=query))
    assert (found["q"], found["state"]) == (text, "all")


@pytest.mark.parametrize("text", ["С24", "17", "17/2021", "17/2021 лд", "17/2021лд", "В 4"])
def test_code_and_number_stay_readable(text: str) -> None:
    sent = QueryDict(mutable=True)
    sent["q"] = text
    assert (
        search.asked(request(asked=search.to_address(request(sent=sent.urlencode())).url.partition("?")[2]))["q"]
        == text
    )
    assert "q=" in search.to_address(request(sent=sent.urlencode())).url


def test_address_of_somebody_else_says_nothing() -> None:
    token = search.seal(request(1), "Иванова")
    assert search.unseal(request(1), token) == "Иванова"
    assert search.unseal(request(2), token) == ""


@given(st.text(max_size=60))
def test_no_address_breaks_a_page(token: str) -> None:
    search.unseal(request(), token)


def test_empty_search_leads_to_the_whole_list() -> None:
    assert search.to_address(request(sent="q=&state=")).url == "/cases/"


def test_what_the_search_serves_stays_in_the_address() -> None:
    asked = request(sent="q=17", asked="route=5&step=open&q=3&page=2")
    assert search.to_address(asked, keep=("route", "step")).url == "/cases/?route=5&step=open&q=17"


@pytest.mark.django_db
def test_what_is_too_long_for_an_address_is_refused_with_a_sentence() -> None:
    client = signed_in(worker(Role.COORDINATOR))
    for long in ("9" * 20_000, "Я" * 3_000):
        answer = client.post(reverse("groups:list"), {"kind": "camp", "from": long}, follow=True)
        assert answer.redirect_chain == [(reverse("groups:list"), 302)]
        assert "слишком длинн" in text_of(answer)
