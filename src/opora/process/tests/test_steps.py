"""A family's path: what may happen next, and that nothing else ever does."""

from datetime import timedelta

import pytest
from django.db import InternalError, transaction
from django.db.utils import DatabaseError
from django.utils import translation

from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.audit.sentences import sentence
from opora.cases import actions as cases
from opora.cases.tests.factories import OPENED, household, open_case, worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.process import actions, queries
from opora.process.models import Route, RouteStep
from opora.process.rules.orders import Ending
from opora.process.tests.factories import BEGAN, make_route, publish_trial, trial_program

pytestmark = pytest.mark.django_db
NEXT_DAY = BEGAN + timedelta(days=1)


def _ready(route: Route) -> Route:
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    return actions.record_facts(actor=SYSTEM, route_id=route.pk, facts={"risk": "high"}, on=BEGAN)


def test_a_path_begins_at_the_start_with_its_term() -> None:
    route = make_route()
    assert (route.stage, route.entered_on, route.due_on) == ("start", BEGAN, BEGAN + timedelta(days=3))


def test_a_step_without_its_papers_is_refused_with_every_reason() -> None:
    route = make_route()
    with pytest.raises(Refused) as refusal:
        actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", on=NEXT_DAY)
    assert "Согласие" in str(refusal.value)
    assert "Уровень риска" in str(refusal.value)
    assert Route.objects.get(pk=route.pk).stage == "start"


def test_the_criteria_speak_against_a_step() -> None:
    route = make_route()
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    actions.record_facts(actor=SYSTEM, route_id=route.pk, facts={"risk": "low"}, on=BEGAN)
    option = queries.options(actor=SYSTEM, route=queries.get_route(actor=SYSTEM, route_id=route.pk))[0]
    assert not option.allowed
    assert "Риск низкий" in option.reasons[0]


def test_a_step_is_taken_once_and_remembers_its_grounds() -> None:
    route = _ready(make_route())
    moved = actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", revision=1, on=NEXT_DAY)
    assert (moved.stage, moved.step_count) == ("work", 2)
    step = RouteStep.objects.get(route=route, number=2)
    assert (step.from_stage, step.to_stage, step.papers) == ("start", "work", ["consent"])
    assert step.decisions["need"]["result"] == "fits"
    assert JournalEntry.objects.filter(verb="process.stepped").count() == 1
    with pytest.raises(Conflict):
        actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", revision=1, on=NEXT_DAY)


def test_papers_of_an_earlier_stage_do_not_serve_the_next() -> None:
    route = make_route()
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="plan", on=BEGAN)
    _ready(route)
    actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", on=NEXT_DAY)
    with pytest.raises(Refused):
        actions.take_step(actor=SYSTEM, route_id=route.pk, action="finish", on=NEXT_DAY)


def test_a_family_may_decline_at_any_stage_but_never_without_a_reason() -> None:
    route = make_route()
    with pytest.raises(Invalid):
        actions.take_step(actor=SYSTEM, route_id=route.pk, action="decline", on=NEXT_DAY)
    ended = actions.take_step(
        actor=SYSTEM, route_id=route.pk, action="decline", reason="Семья не хочет помощи", on=NEXT_DAY
    )
    assert (ended.stage, ended.ended_on) == ("declined", NEXT_DAY)
    with pytest.raises(Conflict):
        actions.take_step(actor=SYSTEM, route_id=route.pk, action="decline", reason="Ещё раз", on=NEXT_DAY)


def test_the_head_may_leave_the_process_and_it_stays_marked() -> None:
    route = make_route()
    nobody = Actor(user_id=1, name="Некто", grants=frozenset({("coordinator", route.department_id)}))
    with pytest.raises(Refused):
        actions.override(actor=nobody, route_id=route.pk, to="work", reason="Пожар", on=NEXT_DAY)
    actions.override(actor=SYSTEM, route_id=route.pk, to="work", reason="Пожар", on=NEXT_DAY)
    assert RouteStep.objects.get(route=route, number=2).is_override


def test_a_step_is_never_earlier_than_the_one_before() -> None:
    route = _ready(make_route())
    with pytest.raises(Invalid):
        actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", on=BEGAN - timedelta(days=1))


def test_the_database_refuses_to_change_a_step() -> None:
    route = make_route()
    with pytest.raises((InternalError, DatabaseError)), transaction.atomic():
        RouteStep.objects.filter(route=route).update(reason="иначе")


def test_who_has_nothing_to_do_with_a_path_does_not_find_it() -> None:
    route = make_route()
    stranger = Actor(user_id=1, name="Некто", grants=frozenset({("coordinator", route.department_id + 1)}))
    with pytest.raises(NotFound):
        queries.get_route(actor=stranger, route_id=route.pk)
    neighbor = Actor(user_id=1, name="Коллега", grants=frozenset({("coordinator", route.department_id)}))
    assert queries.get_route(actor=neighbor, route_id=route.pk) == route


def test_a_withdrawn_consent_stops_the_work_but_not_its_end() -> None:
    route = _ready(make_route())
    actions.record_facts(actor=SYSTEM, route_id=route.pk, facts={"processing_blocked": True}, on=BEGAN)
    with pytest.raises(Refused, match="отозвано"):
        actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", on=NEXT_DAY)
    ended = actions.take_step(actor=SYSTEM, route_id=route.pk, action="decline", reason="Отзыв согласия", on=NEXT_DAY)
    assert ended.ended_on == NEXT_DAY


def test_the_journal_names_stages_and_steps_by_their_words() -> None:
    route = make_route()
    actions.take_step(actor=SYSTEM, route_id=route.pk, action="decline", reason="Не нужно", on=BEGAN)
    entry = JournalEntry.objects.filter(verb="process.stepped").latest("pk")
    with translation.override("ru"):
        told = sentence(entry.verb, entry.data)
    assert told == f"шаг «Отказ» на пути № {route.pk}: «Начало» → «Отказ»"
    with translation.override("en"):
        assert "“Decline”" in sentence(entry.verb, entry.data)
    assert (entry.data["action"], entry.data["to_stage"]) == ("decline", "declined")


def test_an_open_case_is_ended_by_whoever_may_close_it_and_nobody_else_is_offered_it() -> None:
    publish_trial()
    program, place = trial_program()
    manager, helper = worker(Role.CASE_MANAGER, place), worker(Role.SPECIALIST, place)
    case = open_case(place, program, household(), manager)
    cases.add_team_member(actor=SYSTEM, case_id=case.pk, user_id=helper.user_id, part="specialist", on=OPENED)
    route = Route.objects.get(case=case)

    def decline(actor: Actor) -> queries.OptionView:
        seen = queries.get_route(actor=actor, route_id=route.pk)
        return next(one for one in queries.options(actor=actor, route=seen) if one.action == "decline")

    assert decline(manager).allowed
    assert not decline(helper).allowed
    assert not decline(helper).is_yours
    with pytest.raises(Refused, match=r"кто ведёт случай"):
        actions.take_step(
            actor=helper, route_id=route.pk, action="decline", reason="Переезд", ending=Ending("other", "x"), on=OPENED
        )
