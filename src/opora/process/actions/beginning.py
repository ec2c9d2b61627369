"""A path begins, is given to somebody, learns its family, and gathers participants."""

from collections.abc import Collection, Mapping
from datetime import date
from types import EllipsisType

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.models import User
from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.queries import get_known_family
from opora.common.errors import Conflict, Invalid, NotFound
from opora.pathways.queries import definition_of, version_for
from opora.pathways.rules import due_on
from opora.pathways.words import journal_words
from opora.process import policies
from opora.process.actions.locking import lock
from opora.process.models import Route, RouteMember, RouteStep
from opora.programs.models import Program


@transaction.atomic
def begin(
    *,
    actor: Actor,
    program_id: int,
    department_id: int,
    family_id: int | None = None,
    worker_id: int | None = None,
    facts: Mapping[str, object] | None = None,
    on: date,
) -> Route:
    """A path begins with a signal, by the newest process of its program (S4-01)."""
    policies.check_can_begin(actor, department_id=department_id)
    program = Program.objects.filter(pk=program_id, is_active=True, departments__department_id=department_id).first()
    if program is None:
        raise Invalid({"program_id": _("Choose a program of this department.")})
    version = version_for(program)
    if version is None:
        raise Invalid({"program_id": _("No process is published for this program yet. Ask the head to publish one.")})
    definition = definition_of(version)
    route = Route.objects.create(
        version=version,
        program=program,
        department_id=department_id,
        family_id=family_id,
        worker_id=worker_id,
        stage=definition.start,
        entered_on=on,
        started_on=on,
        due_on=due_on(definition, definition.start, on),
        facts=dict(facts or {}),
        step_count=1,
    )
    RouteStep.objects.create(
        route=route, version=version, number=1, to_stage=definition.start, on=on, by_id=actor.user_id
    )
    audit.record(
        actor=actor,
        verb="process.begun",
        family_id=family_id,
        route=route.pk,
        stage=definition.start,
        words=journal_words(definition, stage=definition.start),
    )
    return route


@transaction.atomic
def name_family(*, actor: Actor, route_id: int, family_id: int) -> Route:
    """The family behind a signal is known now; one that this person may not know of is not there (X-10)."""
    route = lock(actor=actor, route_id=route_id)
    try:
        get_known_family(actor=actor, family_id=family_id)
    except NotFound:
        raise Invalid({"family_id": _("There is no such family.")}) from None
    if route.case_id is not None and route.family_id != family_id:
        raise Invalid({"family_id": _("The path belongs to the family of its case.")})
    if route.family_id not in (None, family_id):
        raise Conflict(_("Somebody has named the family of this path meanwhile. Look at it as it is now."))
    route.family_id = family_id
    route.save(update_fields=["family"])
    audit.record(actor=actor, verb="process.family_named", family_id=family_id, case_id=route.case_id, route=route.pk)
    return route


@transaction.atomic
def unname_family(*, actor: Actor, route_id: int, family_id: int) -> Route:
    """The path was given this family by mistake and knows none again; the family of a case stays."""
    route = lock(actor=actor, route_id=route_id)
    if route.case_id is not None or route.family_id != family_id:
        raise Invalid({"family_id": _("The path belongs to the family of its case.")})
    route.family_id = None
    route.save(update_fields=["family"])
    audit.record(actor=actor, verb="process.family_unnamed", family_id=family_id, route=route.pk)
    return route


@transaction.atomic
def assign_worker(*, actor: Actor, route_id: int, user_id: int, seen_user_id: int | EllipsisType | None = ...) -> Route:
    """Somebody answers for the path from now on.

    `seen_user_id` is in whose hands the giver saw it: when a colleague has given it to somebody meanwhile, nobody is
    replaced in silence. Raises Conflict then.
    """
    route = lock(actor=actor, route_id=route_id)
    if seen_user_id is not ... and route.worker_id != seen_user_id:
        raise Conflict(_given_meanwhile(route))
    if not User.objects.filter(pk=user_id, is_active=True).exists():
        raise Invalid({"user_id": _("Choose a colleague from the list.")})
    route.worker_id = user_id
    route.save(update_fields=["worker"])
    audit.record(actor=actor, verb="process.assigned", case_id=route.case_id, route=route.pk, user=user_id)
    return route


def _given_meanwhile(route: Route) -> str:
    if route.worker is None:
        return str(
            _("Meanwhile the signal was taken out of the hands it was in. Look at it once more before you give it.")
        )
    sentence = str(
        _("%(name)s has been given this signal meanwhile. Give it to somebody else only if that was a mistake.")
    )
    return sentence % {"name": route.worker.name}


@transaction.atomic
def invite(*, actor: Actor, route_id: int, user_id: int, on: date) -> RouteMember:
    """A colleague takes part in the path and sees it from now on; inviting twice changes nothing."""
    route = lock(actor=actor, route_id=route_id)
    if not User.objects.filter(pk=user_id, is_active=True).exists():
        raise Invalid({"user_id": _("Choose a colleague from the list.")})
    member, is_new = RouteMember.objects.get_or_create(
        route=route, user_id=user_id, to_on=None, defaults={"from_on": on}
    )
    if is_new:
        audit.record(actor=actor, verb="process.invited", case_id=route.case_id, route=route.pk, user=user_id)
    return member


@transaction.atomic
def end_invitations(*, actor: Actor, route_id: int, member_ids: Collection[int], on: date) -> int:
    """What colleagues were invited for is done: they see the path no longer, unless they work on it otherwise."""
    route = lock(actor=actor, route_id=route_id)
    members = list(RouteMember.objects.filter(route=route, pk__in=member_ids, to_on=None).order_by("pk"))
    for member in members:
        member.to_on = max(on, member.from_on)
    RouteMember.objects.bulk_update(members, ["to_on"])
    entries = [{"case_id": route.case_id, "route": route.pk, "user": member.user_id} for member in members]
    audit.record_many(actor=actor, verb="process.invitation_ended", entries=entries)
    return len(members)
