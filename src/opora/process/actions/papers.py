"""Papers and facts of a path: other rooms hold them, the path learns that they are there."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.pathways.queries import definition_of
from opora.pathways.words import journal_words
from opora.process import policies
from opora.process.actions.locking import hold_paths, lock
from opora.process.models import Paper, Route
from opora.process.queries import present_papers, workable


@transaction.atomic
def file_paper(
    *,
    actor: Actor,
    route_id: int,
    kind: str,
    source: str = "",
    note: str = "",
    says: Mapping[str, object] | None = None,
    on: date,
) -> Paper:
    """A paper is there; it serves the stage in which it was filed. The same record twice is one paper.

    ``says`` are the answers it brings, as minutes bring a decision; the newest paper speaks last.
    """
    route = lock(actor=actor, route_id=route_id)
    if says:
        _learn(actor, route, says, on)
    if source:
        known = Paper.objects.filter(route=route, kind=kind, source=source, step_count=route.step_count)
        if (found := known.filter(withdrawn_on=None).first()) is not None:
            return found
    paper = Paper.objects.create(
        route=route,
        kind=kind,
        on=on,
        step_count=route.step_count,
        source=source,
        note=note,
        filed_by_id=actor.user_id,
    )
    _record(actor, "process.paper_filed", route, kind)
    return paper


@transaction.atomic
def file_paper_for_many(*, actor: Actor, kind: str, sources: Mapping[int, str], on: date) -> None:
    """A paper of this kind is there for each of these paths, by the record it comes from; for rooms that have asked
    whether they may be worked on. The paths are held in one order, so that two who do this wait and do not stick.
    """
    routes = hold_paths(sources)
    Paper.objects.bulk_create(
        Paper(
            route=route,
            kind=kind,
            on=on,
            step_count=route.step_count,
            source=sources[route.pk],
            filed_by_id=actor.user_id,
        )
        for route in routes
    )
    audit.record_many(actor=actor, verb="process.paper_filed", entries=[_line(route, kind) for route in routes])


@transaction.atomic
def file_seen_paper(*, actor: Actor, route_id: int, kind: str, on: date, **details: Any) -> Paper:
    """A paper that somebody saw and files by hand; while the consent is withdrawn only a new consent (X-11)."""
    workable(actor=actor, route_id=route_id, though_blocked=kind == "consent")
    return file_paper(actor=actor, route_id=route_id, kind=kind, source="process.seen", on=on, **details)


def _record(actor: Actor, verb: str, route: Route, kind: str) -> None:
    audit.record_many(actor=actor, verb=verb, entries=[_line(route, kind)])


def _line(route: Route, kind: str) -> dict[str, Any]:
    words = journal_words(definition_of(route.version), kind=kind)
    return {"case_id": route.case_id, "route": route.pk, "kind": kind, "words": words}


@transaction.atomic
def withdraw_paper(*, actor: Actor, route_id: int, kind: str, source: str, on: date) -> None:
    """A paper no longer counts, and stays readable."""
    route = lock(actor=actor, route_id=route_id)
    papers = Paper.objects.filter(route=route, kind=kind, source=source, withdrawn_on=None)
    if papers.update(withdrawn_on=on):
        _forget(route, kind)
        _record(actor, "process.paper_withdrawn", route, kind)


@transaction.atomic
def record_facts(*, actor: Actor, route_id: int, facts: Mapping[str, object], on: date) -> Route:
    """What is known for the tables of criteria; a value the table does not know is refused."""
    return _learn(actor, lock(actor=actor, route_id=route_id), facts, on)


def _learn(actor: Actor, route: Route, facts: Mapping[str, object], on: date) -> Route:
    definition = definition_of(route.version)
    for table in definition.criteria.values():
        for name, fact in table.facts.items():
            if facts.get(name) is not None and facts[name] not in fact.values:
                raise Invalid({name: _("Choose one of the answers of the list.")})
    route.facts = {**route.facts, **facts}
    route.save(update_fields=["facts"])
    audit.record(actor=actor, verb="process.facts_recorded", case_id=route.case_id, route=route.pk, day=on.isoformat())
    return route


def _forget(route: Route, kind: str) -> None:
    """What a withdrawn paper said counts no longer, unless another of its kind serves the stage."""
    brought = definition_of(route.version).facts_of_paper(kind)
    if not brought or kind in present_papers(route=route):
        return
    route.facts = {name: value for name, value in route.facts.items() if name not in brought}
    route.save(update_fields=["facts"])


@transaction.atomic
def finish_task(*, actor: Actor, route_id: int, task: str, on: date) -> Paper:
    """One line of the stage's checklist is done; done twice is done once."""
    route = lock(actor=actor, route_id=route_id)
    stage = definition_of(route.version).stages.get(route.stage)
    if stage is None or task not in stage.tasks:
        raise Conflict(policies.OVERTAKEN)
    policies.check_not_blocked(route)
    return file_paper(actor=actor, route_id=route_id, kind=task, source=f"process.task:{task}", on=on)
