"""Every address × every kind of person × every relation to the case."""

import re
from itertools import product

from django.test import Client
from django.urls import reverse

from opora.web.shell.doors import all_doors
from tests.access_table.addresses import names, places
from tests.access_table.doors import at_each
from tests.access_table.expected import ABSENT, ANYBODY, EXPECTED, Row
from tests.access_table.known import known
from tests.access_table.world import undrawn

DOOR = "/account/login/?next="
# What a page that takes a form may answer to an empty one: never a crash, never "there is no such page".
CALM = {200, 302, 303, 400, 405, 409, 422, 429}
# One of each reason to be outside: no such ability, the ability elsewhere, the ability of yesterday.
OUTSIDERS = ("administrator_in_team", "coordinator_elsewhere", "case_manager_elsewhere", "former_specialist")
CHANGING = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


def address_of(name, parameters, **changes) -> str:
    return reverse(name, kwargs={place: (parameters | changes)[place] for place in places(name)})


def _ask(world, who, method, address):
    """One request in a fresh browser, with everything it changed undone. What a door answers is asked, not how the
    page behind it looks: that is drawn when pages are read.
    """
    with world.undone(), undrawn(), known():
        return getattr(world.browser(who), method)(address)


def _is_turned_away(response, who: str, *also: int) -> bool:
    if who == "anonymous" and response.status_code == 401:
        return True  # an address for programs
    if who == "anonymous":
        return response.status_code == 302 and response.headers["Location"].startswith(DOOR)
    return response.status_code in {404, *also}


def test_every_address_stands_in_the_table_of_this_test():
    assert set(names()) - {"static"} == set(EXPECTED) | set(ABSENT)


def test_every_address_has_a_door():
    assert set(names()) == set(all_doors())


@at_each(EXPECTED)
def test_who_may_read(world, name):
    row: Row = EXPECTED[name]
    address = address_of(name, world.parameters, **row.with_id)
    wrong = {}
    for who in world.everybody:
        is_read = who in row.who or who in OUTSIDERS
        response = world.get(who, address) if is_read else world.knock(who, address)
        # "Send a form" is said before the case is looked for, so it tells nothing about the case.
        takes_forms_only = [405] if row.answers == (405,) else []
        fine = (
            response.status_code in row.answers if who in row.who else _is_turned_away(response, who, *takes_forms_only)
        )
        if not fine:
            wrong[who] = response.status_code
    assert wrong == {}


@at_each(EXPECTED)
def test_who_may_send_a_form(world, name):
    row: Row = EXPECTED[name]
    address = address_of(name, world.parameters, **row.with_id)
    wrong = {}
    for who in world.everybody:
        response = world.post(who, address)
        if who not in row.who:
            fine = _is_turned_away(response, who, row.refuses_forms, *([] if row.post else [405]))
        elif row.post:
            fine = response.status_code in CALM - {405}
        else:
            # What is only shown says so to whoever sends something; only what is not there yet is not there.
            fine = response.status_code == (404 if row.answers == (404,) else 405)
        if not fine:
            wrong[who] = response.status_code
    assert wrong == {}


@at_each(EXPECTED)
def test_what_a_page_does_not_take_it_refuses(world, name):
    row: Row = EXPECTED[name]
    address = address_of(name, world.parameters, **row.with_id)
    if "head" in row.who:
        for method in ("put", "delete", "patch"):
            assert _ask(world, "head", method, address).status_code == 405


@at_each(name for name, row in EXPECTED.items() if row.post)
def test_a_form_from_elsewhere_is_refused(world, name):
    row: Row = EXPECTED[name]
    address = address_of(name, world.parameters, **row.with_id)
    strict = world.browser("head", enforce_csrf_checks=True)
    assert strict.post(address).status_code == 403


@at_each(ABSENT)
def test_links_and_devices_that_are_not_there(world, name):
    for who in world.everybody:
        response = _ask(world, who, "get", address_of(name, world.parameters))
        if who in ABSENT[name]:
            # An own page may first ask for the password again.
            assert response.status_code == 404 or "/reauthenticate/" in response["Location"]
        else:
            assert _is_turned_away(response, who)


@at_each(name for name, row in EXPECTED.items() if row.who != ANYBODY)
def test_a_fragment_asked_for_without_signing_in_leads_to_the_door(world, name):
    row: Row = EXPECTED[name]
    address = address_of(name, world.parameters, **row.with_id)
    response = Client().get(address, headers={"hx-request": "true"})
    assert (response.status_code, response.headers["HX-Redirect"]) == (401, "/account/login/")


# What a page speaks of, from the widest to the narrowest: each belongs to a family.
SUBJECTS = (
    "case_id",
    "route_id",
    "assessment_id",
    "run_id",
    "referral_id",
    "contact_id",
    "visit_id",
    "report_id",
    "ballot_id",
    "conference_id",
    "consent_id",
    "file_id",
    "goal_id",
    "task_id",
    "onward_id",
    "issue_id",
    "reservation_id",
    "need_id",
)


@at_each(EXPECTED)
def test_refusal_looks_like_absence(world, name):
    subject = next((place for place in SUBJECTS if place in places(name)), None)
    if subject is None:
        return
    row: Row = EXPECTED[name]
    hidden = address_of(name, world.parameters, **row.with_id)
    absent = address_of(name, world.parameters, **row.with_id, **{subject: 99_999_999})
    for who, method in product(OUTSIDERS, ("get", "post")):
        answers = [getattr(world, method)(who, address) for address in (hidden, absent)]
        assert answers[0].status_code == answers[1].status_code
        pages = [
            CHANGING.sub("", answer.content.decode()).replace(path, "")
            for answer, path in zip(answers, (hidden, absent), strict=True)
        ]
        assert pages[0] == pages[1], who
        assert answers[0].headers.keys() == answers[1].headers.keys(), who


@at_each(EXPECTED)
def test_one_case_never_opens_another(world, name):
    """The right to one case and the id of something in another do not add up."""
    wanted = set(places(name))
    if not {"case_id", "person_id"} <= wanted:
        return
    borrowed = address_of(name, world.parameters, person_id=world.elsewhere["person_id"])
    foreign = address_of(name, world.parameters, case_id=world.elsewhere["case_id"])
    assert _ask(world, "case_manager", "get", borrowed).status_code == 404
    assert _ask(world, "case_manager", "get", foreign).status_code == 404
