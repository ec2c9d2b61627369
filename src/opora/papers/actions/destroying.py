"""Destruction of a family's data after a withdrawal, with an act: the only irreversible thing here (X-11, X-20)."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.models import FollowUp
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid, Refused
from opora.families import actions as families
from opora.families.models import Family
from opora.families.sealing import opened
from opora.papers import policies
from opora.papers.actions import contents
from opora.papers.actions.locking import number_of_year
from opora.papers.models import DestructionAct, DestructionTimer, StoredFile, TermExtension
from opora.papers.queries.destruction import (
    Destruction,
    act_in_sight,
    consents_of_people,
    destruction_of,
    is_erased,
    term_in_sight,
)
from opora.papers.rules import extend_to_at_most
from opora.process import actions as process
from opora.process.queries import get_route
from opora.process.rules.withdrawn_consent import PROCESSING_BLOCKED

_LONGEST = 2_000


@transaction.atomic
def destroy_data(
    *, actor: Actor, route_id: int, person_ids: Collection[int] = (), reason: str, on: date
) -> DestructionAct:
    """Destroy what is known of the people who withdrew and everything told about their family in words.

    ``person_ids`` are others of the family whose identity goes too. Codes, days, stages, answers and results stay:
    they lead to nobody any more. The act remembers what went, how much, why and by whom; the journal tells the rest.
    """
    policies.check_can_destroy(actor)
    # Of two people destroying at once the second finds nothing left to destroy.
    family_id = get_route(actor=actor, route_id=route_id).family_id
    if family_id is None:
        raise _nothing()
    Family.objects.select_for_update().get(pk=family_id)
    found = destruction_of(actor=actor, route_id=route_id)
    chosen = _check(found, person_ids, reason.strip(), on)
    codes = {person.pk: person.code for person in [*found.withdrawn, *found.others] if person.pk in chosen}
    fresh = {person.pk for person in [*found.withdrawn, *found.others] if not is_erased(person)}
    contents = families.erase_told(actor=actor, route_ids=found.path_ids, case_ids=found.case_ids)
    for person_id in sorted(chosen & fresh):
        families.destroy_identity(actor=actor, person_id=person_id)
    consents = consents_of_people(path_ids=found.path_ids, person_ids=sorted(codes))
    act = DestructionAct.objects.create(
        number=number_of_year("destruction", on.year),
        route=found.route,
        family_id=family_id,
        on=on,
        people=[{"person": pk, "code": code, "consents": consents.get(pk, [])} for pk, code in sorted(codes.items())],
        contents=contents,
        path_ids=list(found.path_ids),
        case_ids=list(found.case_ids),
        files=_erase_files(found.path_ids, found.case_ids, on),
        reason=reason.strip(),
        by_id=actor.user_id,
    )
    _settle(actor, found, act, on)
    audit.record(
        actor=actor,
        verb="papers.destroyed",
        case_id=found.route.case_id,
        family_id=act.family_id,
        route=act.route_id,
        number=act.number,
        codes=sorted(codes.values()),
    )
    return act


@transaction.atomic
def extend_term(*, actor: Actor, term_id: int, until: date, ground: str, reason: str, on: date) -> DestructionTimer:
    """Make a term longer, on a ground the law knows: to six months after the withdrawal at most (152-FZ, art. 21)."""
    seen = term_in_sight(actor=actor, term_id=term_id)
    term = DestructionTimer.objects.select_for_update().get(pk=seen.pk)
    if term.state != DestructionTimer.State.WAITING:
        raise Conflict(_("This term does not run any more. Nothing was changed."))
    last = extend_to_at_most(term.started_on)
    wrong: dict[str, object] = {}
    if ground not in TermExtension.Ground.values:
        wrong["ground"] = _("Choose a ground from the list.")
    if not reason.strip() or len(reason) > _LONGEST:
        wrong["reason"] = _("Say why, in up to 2,000 letters.")
    if not term.due_on < until <= last:
        wrong["until"] = _("Choose a day after the present term and not later than six months after the withdrawal.")
    if wrong:
        raise Invalid(wrong)
    TermExtension.objects.create(
        term=term,
        was_due_on=term.due_on,
        due_on=until,
        ground=ground,
        reason=reason.strip(),
        on=on,
        by_id=actor.user_id,
    )
    term.due_on = until
    term.save(update_fields=["due_on"])
    audit.record(
        actor=actor,
        verb="papers.term_extended",
        case_id=seen.route.case_id,
        person_id=term.person_id,
        route=term.route_id,
        code=seen.person.code,
        until=until.isoformat(),
    )
    return term


@transaction.atomic
def read_act(*, actor: Actor, act_id: int) -> tuple[DestructionAct, str]:
    """An act with its reason; reading it is a line in the journal."""
    act = act_in_sight(actor=actor, act_id=act_id)
    words = families.open_sealed(
        actor=actor, record=act, field="reason", verb="papers.act_read", family_id=act.family_id, number=act.number
    )
    return act, words


@transaction.atomic
def export_journal(*, actor: Actor, act_id: int) -> DestructionAct:
    """The journal about the family of an act is handed out; that too is a line in it."""
    act = act_in_sight(actor=actor, act_id=act_id)
    audit.record(actor=actor, verb="papers.journal_exported", family_id=act.family_id, number=act.number)
    return act


def reasons_of(term: DestructionTimer) -> list[tuple[TermExtension, str]]:
    """The extensions of a term with their reasons, the oldest first; the page's door has checked who reads."""
    return [(one, opened(one, "reason")) for one in term.extensions.select_related("by")]


def _check(found: Destruction, person_ids: Collection[int], reason: str, on: date) -> set[int]:
    if not found.terms:
        raise _nothing()
    if found.open_paths or found.open_cases:
        raise Refused(_("First end the work: the family's path or its case is still open."))
    if not reason or len(reason) > _LONGEST:
        raise Invalid({"reason": _("Say why, in up to 2,000 letters.")})
    if not set(person_ids) <= {person.pk for person in found.others}:
        raise Invalid({"person_ids": _("Choose people of this family from the list.")})
    policies.check_not_before(on, max(term.started_on for term in found.terms), field="on")
    return {person.pk for person in found.withdrawn} | set(person_ids)


def _nothing() -> Conflict:
    return Conflict(_("No term of destruction runs on this path: nobody withdrew, or the data are destroyed already."))


def _erase_files(path_ids: Collection[int], case_ids: Collection[int], on: date) -> int:
    """The sealed content of every file leaves the disk once the transaction is kept; its line stays."""
    files = StoredFile.every.filter(Q(route__in=path_ids) | Q(case__in=case_ids), destroyed_on=None)
    places = list(files.values_list("place", flat=True))
    files.update(destroyed_on=on)
    transaction.on_commit(lambda: contents.destroy(places))
    return len(places)


def _settle(actor: Actor, found: Destruction, act: DestructionAct, on: date) -> None:
    """The terms are met, nobody is looked back at any more, and nothing is recorded on these paths again."""
    running = DestructionTimer.objects.filter(route__in=found.path_ids, state=DestructionTimer.State.WAITING)
    running.update(state=DestructionTimer.State.DONE, ended_on=on, act=act)
    pending = FollowUp.objects.filter(case__in=found.case_ids, done_on=None, cancelled_at=None)
    pending.update(cancelled_at=now())
    for route_id in found.path_ids:
        process.record_facts(actor=actor, route_id=route_id, facts={PROCESSING_BLOCKED: True}, on=on)
