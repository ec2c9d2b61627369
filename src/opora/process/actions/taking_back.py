"""The last step is taken back: a finger slipped, and the family stands where it stood."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Refused
from opora.common.seen import check_seen
from opora.pathways.queries import definition_of
from opora.pathways.words import journal_words
from opora.process import policies
from opora.process.actions.locking import lock
from opora.process.actions.steps import move
from opora.process.models import Paper, Route
from opora.process.queries.route_file import may_take_back


@transaction.atomic
def take_back_step(*, actor: Actor, route_id: int, revision: int | None = None, on: date) -> Route:
    """The family stands at its former stage again, since the day and with the term it had; both steps stay written."""
    route = lock(actor=actor, route_id=route_id)
    check_seen(route.step_count, revision, policies.OVERTAKEN)
    policies.check_goes_on(route)
    definition = definition_of(route.version)
    last = route.steps.last()
    if last is None or not may_take_back(actor=actor, definition=definition, last=last, on=on):
        raise Refused(_("This step can no longer be taken back. Ask the head to move the family."))
    entered = last.on - timedelta(days=last.waited)
    Paper.objects.filter(route=route, step_count__in=(last.number - 1, last.number)).update(step_count=last.number + 1)
    written = move(
        actor,
        route,
        definition,
        to=last.from_stage,
        reason=_("The step was marked by mistake."),
        is_override=True,
        on=max(on, route.entered_on),
        since=entered,
    )
    audit.record(
        actor=actor,
        verb="process.step_taken_back",
        case_id=route.case_id,
        family_id=route.family_id,
        route=route.pk,
        action=last.action,
        to_stage=written.to_stage,
        words=journal_words(definition, action=last.action, to_stage=written.to_stage),
    )
    return route
