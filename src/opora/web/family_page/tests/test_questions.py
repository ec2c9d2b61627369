"""The page of a family asks at most 25 questions of the database, whatever there is to tell and whoever opens it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opora.access.models import Department, RoleAssignment, Substitution, User
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases import actions as cases
from opora.cases.models import FollowUp
from opora.cases.rules.follow_up import ChildNow
from opora.cases.tests.factories import close_case, household, open_case, worker
from opora.common.dates import today
from opora.families.models import FamilyMember, Placement
from opora.intake.models import Visit
from opora.plans.models import Goal, Plan
from opora.plans.tests.factories import publish_words
from opora.process import actions as process
from opora.process.models import Route
from opora.process.rules.withdrawn_consent import PROCESSING_BLOCKED
from opora.reminders.tests.factories import BEGAN, Life, life

pytestmark = pytest.mark.django_db
MOST = 25
"""As the fullest family of the largest house has it."""


@pytest.fixture
def fullest() -> Life:
    """A family of which every room has something to tell, known from another one too, its children away from home."""
    publish_words()
    found = life(on=today())
    route, home = found.route, found.home
    found.numbers["goal"] = Goal.objects.create(plan=Plan.objects.get(route=route), title="Работа", set_on=BEGAN).pk
    for child in home.children:
        Placement.objects.create(child=child, kind="institution", from_on=BEGAN)
    for kind in ("plan", "consent"):
        process.file_paper(actor=SYSTEM, route_id=route.pk, kind=kind, on=BEGAN)
    Visit.objects.create(route=route, planned_on=BEGAN, held_on=BEGAN)
    other = household(1)
    FamilyMember.objects.create(family=other.family, person=home.client, role="child", from_on=BEGAN)
    open_case(found.scene.department, found.scene.program, other, found.scene.case_manager, on=BEGAN)
    return found


def closed_and_looked_back_at(found: Life) -> None:
    """Its work has ended in the centre, and it was looked back at twice."""
    close_case(found.scene, on=today())
    look: dict[str, Any] = {"actor": found.scene.case_manager, "case_id": found.case.pk, "on": today()}
    cases.record_follow_up(**look, result="no_answer", note="Не берут трубку")
    children = {child.pk: ChildNow("relatives", "safe") for child in found.home.children}
    cases.record_follow_up(**look, result="reached", family_state="copes", children=children, note="Живут у бабушки")
    assert FollowUp.objects.filter(case=found.case, done_on__isnull=False).exists()


def consent_withdrawn(found: Life) -> None:
    """Its data wait for their destruction."""
    Route.objects.filter(pk=found.route.pk).update(facts={PROCESSING_BLOCKED: True})


def as_it_is(_found: Life) -> None:
    """The work goes on."""


def readers(found: Life) -> Iterator[tuple[str, Actor]]:
    """Whoever may open its page, each for the first time today."""
    place, manager = found.scene.department, found.scene.case_manager
    yield "head", worker(Role.HEAD)
    yield "coordinator", worker(Role.COORDINATOR, place)
    yield "case manager", manager
    joined = worker(Role.PSYCHOLOGIST, place)
    on = found.case.opened_on
    cases.add_team_member(actor=SYSTEM, case_id=found.case.pk, user_id=joined.own_id, part="psychologist", on=on)
    yield "psychologist of the team", joined
    yield "substitute", standing_in(worker(Role.CASE_MANAGER, place), manager)
    yield "coordinator who stands in", standing_in(worker(Role.COORDINATOR, place), manager)
    yield "with two roles", two_roles(place)


def standing_in(found: Actor, absent: Actor) -> Actor:
    """Who does the work of a colleague of the team this week, and of another one who never saw the family."""
    days = {"from_on": today(), "until_on": today() + timedelta(days=5)}
    Substitution.objects.filter(absent_id=absent.own_id).delete()
    for away in (absent, worker(Role.SPECIALIST)):
        Substitution.objects.create(absent_id=away.own_id, substitute_id=found.own_id, **days)
    return found


def two_roles(place: Department) -> Actor:
    """Who approves and fills in."""
    found = worker(Role.COORDINATOR, place)
    RoleAssignment.objects.create(user_id=found.own_id, role=Role.PSYCHOLOGIST, department=place)
    return found


def asked(reader: Actor, address: str) -> list[str]:
    """Every question of one page."""
    client = Client()
    client.force_login(User.objects.get(pk=reader.user_id))
    with CaptureQueriesContext(connection) as questions:
        response = client.get(address)
    assert response.status_code == 200, address
    return [one["sql"] for one in questions]


@pytest.mark.parametrize("state", [as_it_is, closed_and_looked_back_at, consent_withdrawn])
def test_the_fullest_family_asks_at_most_25_questions_for_whoever_opens_it(fullest: Life, state: Any) -> None:
    state(fullest)
    pages = [f"/cases/{fullest.case.pk}/", f"/routes/{fullest.route.pk}/"]
    for page in pages:
        asked(worker(Role.HEAD), page)  # what a process reads once and keeps
    found = {}
    for page in pages:
        for who, reader in readers(fullest):
            found[who, page] = asked(reader, page)
    counts = {one: len(questions) for one, questions in found.items()}
    worst = max(counts, key=counts.__getitem__)
    assert counts[worst] <= MOST, (counts, found[worst])
