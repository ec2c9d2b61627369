"""Plans with goals and tasks, for tests of this room and of the rooms above."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from opora.access.models import Department
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases import actions as cases
from opora.cases.models import Case
from opora.cases.tests.factories import Household, household, worker
from opora.instruments.actions import publish_version
from opora.instruments.tests.forms import whole_form
from opora.plans import actions
from opora.plans.models import Goal, Plan, Task
from opora.process.models import Route
from opora.process.tests.factories import BEGAN, make_route
from opora.programs.actions import publish_practice_version
from opora.programs.models import Program

OUTCOMES = {"m4": "У родителя есть постоянный доход", "m16": "Родители следят за здоровьем детей"}
SOON = BEGAN + timedelta(days=14)


@dataclass
class Walk:
    """A family on its path with an open case, its case manager, a volunteer of its team, and a stranger."""

    route: Route
    case: Case
    home: Household
    manager: Actor
    volunteer: Actor
    stranger: Actor

    @property
    def department(self) -> Department:
        return self.route.department


def publish_words() -> None:
    """What goals of the trial program can belong to: a form of eight sections, a practice that names two results."""
    publish_version(actor=SYSTEM, definition=replace(whole_form(), code="efo"))
    outcomes = [{"code": code, "title": {"ru": words, "en": ""}} for code, words in OUTCOMES.items()]
    practice = publish_practice_version(actor=SYSTEM, code="trial", content={"outcomes": outcomes})
    Program.objects.filter(code="trial", practice=None).update(practice=practice)


def make_walk(*, on: date = BEGAN, children: int = 2) -> Walk:
    """A path at the work stage of the trial process, with its case and team."""
    home = household(children)
    begun = make_route(family_id=home.family.pk, on=on)
    publish_words()
    place, program = begun.department, begun.program
    manager = worker(Role.CASE_MANAGER, place)
    volunteer = worker(Role.VOLUNTEER)
    case = cases.open_case(
        actor=SYSTEM,
        program_id=program.pk,
        department_id=place.pk,
        family_id=home.family.pk,
        client_id=home.client.pk,
        child_ids=home.child_ids,
        case_manager_id=manager.user_id,
        on=on,
    )
    cases.add_team_member(actor=SYSTEM, case_id=case.pk, user_id=volunteer.user_id, part="volunteer", on=on)
    # The path that began with the signal goes on with the case; the one the case began by itself is left aside.
    Route.objects.filter(case=case).exclude(pk=begun.pk).update(case=None, ended_on=on)
    Route.objects.filter(pk=begun.pk).update(case=case, stage="work", worker_id=manager.user_id)
    route = Route.objects.select_related("department", "program", "case", "version").get(pk=begun.pk)
    return Walk(route, case, home, manager, volunteer, worker(Role.CASE_MANAGER, place))


def make_plan(*, route_id: int, actor: Actor = SYSTEM, on: date = BEGAN, **details: Any) -> Plan:
    """A plan just begun."""
    return actions.begin_plan(actor=actor, route_id=route_id, on=on, **details)


def make_goal(*, route_id: int, actor: Actor = SYSTEM, on: date = BEGAN, **details: Any) -> Goal:
    """A goal of a plan."""
    entry = {"title": "Мама умеет распределять бюджет", "section": 1} | details
    return actions.add_goal(actor=actor, route_id=route_id, on=on, **entry)


def make_task(*, route_id: int, accountable: str, actor: Actor = SYSTEM, on: date = BEGAN, **details: Any) -> Task:
    """A task of a plan, due in two weeks."""
    entry = {"title": "Собрать документы на пособие", "due_on": on + timedelta(days=14)} | details
    return actions.add_task(actor=actor, route_id=route_id, accountable=accountable, on=on, **entry)


def make_agreed_plan(*, walk: Walk, goals: int = 2, on: date = BEGAN) -> Plan:
    """A plan in force: each goal with a task, the first done by the mother, the others by the case manager."""
    route_id = walk.route.pk
    make_plan(route_id=route_id, on=on)
    for number in range(goals):
        goal = make_goal(route_id=route_id, on=on, title=f"Цель {number + 1}")
        who = f"member:{walk.home.client.pk}" if number == 0 else f"worker:{walk.manager.user_id}"
        make_task(route_id=route_id, accountable=who, goal_id=goal.pk, on=on)
    return actions.agree_plan(actor=SYSTEM, route_id=route_id, attended=[walk.home.client.pk], on=on)
