"""Somebody looks at a path."""

from django.db.models import Exists, OuterRef

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.audit.queries import looks
from opora.cases.actions import ONE_LOOK, note_look
from opora.common.dates import now
from opora.process.models import Route
from opora.process.queries import get_route, path_of_case


def look_at(*, actor: Actor, route_id: int) -> Route:
    """The path, opened: allowed or absent, and always in the journal (X-10)."""
    return _noted(actor, get_route(actor=actor, route_id=route_id))


def look_at_case(*, actor: Actor, case_id: int) -> Route | None:
    """The path of a case, opened; None where the case has none, or none that this person may see."""
    route = path_of_case(actor=actor, case_id=case_id)
    return None if route is None else _noted(actor, route)


def note_look_at_path(*, actor: Actor, route_id: int) -> None:
    """Any other page of a path is a look at its family too; one line stands for half an hour of them.

    The page has asked whether this person may see the path.
    """
    since = now() - ONE_LOOK
    looked = Exists(looks(actor=actor, since=since).filter(case_id=OuterRef("case_id")))
    found = Route.every.filter(pk=route_id).values_list(
        "case_id", "case__number", "case__family_id", "family_id", looked
    )
    for case_id, number, family_of_case, family_id, is_noted in found:
        if case_id is None:
            entry = {"family_id": family_id, "route": route_id}
            audit.record_many(actor=actor, verb="process.looked", entries=[entry], unless_since=since)
        elif not is_noted:
            about = {"case_id": case_id, "family_id": family_of_case}
            audit.record(actor=actor, verb="cases.file_opened", **about, number=number)


def _noted(actor: Actor, route: Route) -> Route:
    """The line is one statement, written before anything is shown; no transaction is needed around it."""
    if route.case_id is not None:
        note_look(actor=actor, case_id=route.case_id)
    else:
        audit.record(actor=actor, verb="process.looked", family_id=route.family_id, route=route.pk)
    return route
