"""Open paths go over to a new version of their process: by a map, tried out before, nothing lost."""

import copy
from datetime import timedelta
from typing import Any

import pytest

from opora.access.rules import SYSTEM, Actor
from opora.audit.models import JournalEntry
from opora.common.errors import Conflict, Invalid, Refused
from opora.pathways.actions import publish_route
from opora.pathways.queries import version_numbered
from opora.process import actions, queries
from opora.process.models import Paper, Route, RouteFlow, RouteStep
from opora.process.tests.factories import BEGAN, TRIAL, make_route

pytestmark = pytest.mark.django_db
TODAY = BEGAN + timedelta(days=10)
MAP = {"start": "arrival"}


def _renamed() -> dict[str, Any]:
    """The trial process whose first stage is called otherwise and has a longer term."""
    body = copy.deepcopy(TRIAL)
    body["start"] = "arrival"
    body["stages"]["arrival"] = {**body["stages"].pop("start"), "days": 20}
    for name in ("begin_work", "help_once"):
        body["actions"][name]["from"] = "arrival"
    return body


def _two_versions() -> None:
    publish_route(actor=SYSTEM, code="trial", body=_renamed())


def _carry(*, dry_run: bool = False, mapping: dict[str, str] = MAP, actor: Actor = SYSTEM) -> actions.Carried:
    return actions.migrate_routes(
        actor=actor, code="trial", from_number=1, to_number=2, mapping=mapping, dry_run=dry_run, on=TODAY
    )


def test_a_dry_run_tells_what_would_happen_and_changes_nothing() -> None:
    routes = [make_route() for _number in range(3)]
    _two_versions()
    found = _carry(dry_run=True, mapping={})
    assert (found.trial.paths, dict(found.trial.problems), found.trial.may_go) == (3, {"no_home": 3}, False)
    assert _carry(dry_run=True).trial.may_go
    assert set(Route.objects.values_list("version_id", flat=True)) == {routes[0].version_id}
    assert not JournalEntry.objects.filter(verb="process.carried").exists()


def test_nobody_is_carried_while_somebody_has_no_place() -> None:
    route = make_route()
    _two_versions()
    with pytest.raises(Invalid):
        _carry(mapping={})
    assert Route.objects.get(pk=route.pk).version.number == 1


def test_a_carried_path_keeps_its_papers_its_days_and_its_answers() -> None:
    route = make_route(facts={"risk": "high"})
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    _two_versions()
    assert _carry().moved == 1
    carried = queries.get_route(actor=SYSTEM, route_id=route.pk)
    assert (carried.stage, carried.entered_on, carried.due_on) == ("arrival", BEGAN, BEGAN + timedelta(days=20))
    assert carried.facts == {"risk": "high"}
    actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", on=TODAY)
    assert Route.objects.get(pk=route.pk).stage == "work"


def test_the_history_and_the_journal_say_that_it_was_carried_and_the_map_counts_no_step() -> None:
    route = make_route()
    _two_versions()
    _carry()
    step = RouteStep.objects.get(route=route, number=2)
    assert (step.from_stage, step.to_stage, step.version.number, step.is_carried) == ("start", "arrival", 2, True)
    entry = JournalEntry.objects.get(verb="process.carried")
    assert (entry.data["route"], entry.data["number"]) == (route.pk, 2)
    assert not RouteFlow.objects.exists()
    counts = queries.map_counts(actor=SYSTEM, program_id=route.program_id, on=TODAY)
    assert counts.standing == {"arrival": 1}


def test_whoever_saw_the_path_before_is_told_that_it_changed() -> None:
    route = make_route()
    _two_versions()
    _carry()
    with pytest.raises(Conflict):
        actions.take_step(actor=SYSTEM, route_id=route.pk, action="help_once", revision=1, on=TODAY)


def test_an_ended_path_stays_as_it_ended() -> None:
    route = make_route()
    actions.take_step(actor=SYSTEM, route_id=route.pk, action="decline", reason="Не нужно", on=TODAY)
    _two_versions()
    assert _carry().trial.paths == 0
    assert Route.objects.get(pk=route.pk).version.number == 1


def test_many_paths_go_batch_by_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opora.process.actions.migrating.BATCH", 2)
    for _number in range(5):
        make_route()
    _two_versions()
    seen: list[int] = []
    actions.migrate_routes(
        actor=SYSTEM,
        code="trial",
        from_number=1,
        to_number=2,
        mapping=MAP,
        dry_run=False,
        on=TODAY,
        tell_how_far=seen.append,
    )
    assert seen == [2, 4, 5]
    assert RouteStep.objects.filter(number=2).count() == 5
    assert [count for _version, count in queries.older_versions(version_numbered("trial", 2))] == []


def test_only_who_answers_for_the_practice_carries_paths() -> None:
    make_route()
    _two_versions()
    with pytest.raises(Refused):
        _carry(actor=Actor(user_id=None, name="Никто", grants=frozenset()))


def test_papers_of_earlier_stages_stay_where_they_were() -> None:
    route = make_route(facts={"risk": "high"})
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", on=BEGAN)
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="plan", on=BEGAN)
    _two_versions()
    _carry()
    assert dict(Paper.objects.values_list("kind", "step_count")) == {"consent": 1, "plan": 3}
