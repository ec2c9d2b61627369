"""The history of a child: composed from what is recorded, completed by hand, passed on with a disclosure (D-19)."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid, Refused
from opora.common.text import squeeze
from opora.families import actions as families
from opora.families.models import Person
from opora.families.sealing import opened
from opora.papers import policies
from opora.papers.actions.locking import kept, person_of, was_child_of
from opora.papers.actions.notices import disclose
from opora.papers.models import ChildHistory, Disclosure
from opora.papers.queries.consents import may_share
from opora.papers.queries.histories import told_of_child
from opora.papers.queries.notices import history_in_sight
from opora.process import actions as process
from opora.process.models import Route

SECTIONS = ("family", "placements", "path", "health", "habits", "people", "told")
_LONGEST = 10_000


@transaction.atomic
def compose_history(*, actor: Actor, route_id: int, child_id: int) -> dict[str, str]:
    """The sections that records can fill, by codes and days; the rest stays for whoever knows the child."""
    route = kept(actor=actor, route_id=route_id)
    return told_of_child(route, _child_of(route, child_id))


@transaction.atomic
def pass_on_history(
    *,
    actor: Actor,
    route_id: int,
    child_id: int,
    recipient: str,
    basis: str,
    sections: Mapping[str, str],
    on: date,
) -> ChildHistory:
    """The history is passed on: kept as it was, written into the log of disclosures, filed as a paper (S4-20)."""
    route = kept(actor=actor, route_id=route_id)
    child = _child_of(route, child_id)
    told = {name: sections.get(name, "").strip() for name in SECTIONS}
    recipient = squeeze(recipient)
    if not recipient:
        raise Invalid({"recipient": _("Say to whom the history is passed on.")})
    if basis not in Disclosure.Basis.values:
        raise Invalid({"basis": _("Choose the ground on which the history is passed on.")})
    if not any(told.values()):
        raise Invalid({"": _("The history is empty. Fill in at least one section.")})
    if too_long := [name for name, text in told.items() if len(text) > _LONGEST]:
        raise Invalid({name: _("Write up to 10,000 letters.") for name in too_long})
    policies.check_not_before(on, route.started_on, field="on")
    if basis == Disclosure.Basis.CONSENT and not may_share(route, on=on):
        raise Refused(_("There is no consent to sharing in force. Record it first, or choose another ground."))
    disclosure = disclose(
        actor=actor,
        route=route,
        recipient=recipient,
        what="child_history",
        basis=basis,
        source=f"papers.history:{child.code}",
    )
    history = ChildHistory.objects.create(
        route=route,
        child=child,
        on=on,
        text=told,
        disclosure=disclosure,
        by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="papers.history_passed_on", case_id=route.case_id, route=route.pk, code=child.code)
    process.file_paper(
        actor=actor, route_id=route.pk, kind="child_history", source=f"papers.history:{history.pk}", on=on
    )
    return history


@transaction.atomic
def read_history(*, actor: Actor, history_id: int) -> tuple[ChildHistory, str, dict[str, str]]:
    """A history with its recipient and its sections; reading it is a line in the journal."""
    history = history_in_sight(actor=actor, history_id=history_id)
    words = families.open_sealed(
        actor=actor,
        record=history,
        field="text",
        verb="papers.history_read",
        case_id=history.route.case_id,
        route=history.route_id,
        code=history.child.known_code,
    )
    return history, opened(history.disclosure, "recipient"), words


def _child_of(route: Route, child_id: int) -> Person:
    child = person_of(route, child_id)
    if not was_child_of(route, child_id):
        raise policies.unseen()
    return child
