"""The way out is prepared: a day agreed, questions settled, the family made ready; then it leaves (S0-55…60)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases import actions as cases
from opora.common.errors import Conflict, Invalid, Refused
from opora.stays import policies
from opora.stays.actions.lodging import hold
from opora.stays.actions.mending import overwritten
from opora.stays.models import Admission, Departure, ExitDay, ExitIssue, Readiness
from opora.stays.queries import admission_in_sight
from opora.stays.queries.told import told_readiness


@transaction.atomic
def agree_exit(*, actor: Actor, admission_id: int, exit_on: date, with_family: bool = True, on: date) -> ExitDay:
    """The day of leaving is agreed in advance (S0-56); an earlier agreement stays readable."""
    admission = hold(actor, admission_id, on)
    if exit_on < on:
        raise Invalid({"exit_on": _("The day of leaving is agreed beforehand: choose today or a later day.")})
    made = ExitDay.objects.create(
        admission=admission, exit_on=exit_on, agreed_on=on, with_family=with_family, by_id=actor.user_id
    )
    _journal(actor, "stays.exit_agreed", admission, exit_on)
    return made


@transaction.atomic
def add_issue(
    *,
    actor: Actor,
    admission_id: int,
    title: str,
    whose: str = ExitIssue.Whose.FAMILY,
    due_on: date | None = None,
    is_after: bool = False,
    on: date,
) -> ExitIssue:
    """A question to settle before leaving, or a step of the life after it."""
    admission = hold(actor, admission_id, on)
    wrong: dict[str, object] = {}
    if not title.strip():
        wrong["title"] = _("Fill this in.")
    if whose not in ExitIssue.Whose.values:
        wrong["whose"] = _("Choose who answers for it.")
    if wrong:
        raise Invalid(wrong)
    issue = ExitIssue.objects.create(
        admission=admission,
        title=title.strip(),
        whose=whose,
        due_on=due_on,
        is_after=is_after,
        by_id=actor.user_id,
    )
    _journal(actor, "stays.issue_added", admission, on)
    return issue


@transaction.atomic
def settle_issue(*, actor: Actor, issue_id: int, on: date) -> ExitIssue:
    """The question is settled; or it is open again, if it was settled by mistake."""
    found = ExitIssue.objects.filter(pk=issue_id).first()
    admission = admission_in_sight(actor=actor, admission_id=found.admission_id if found is not None else 0)
    if not policies.may_note(actor, admission.case):
        raise Conflict(_("You may read this case but not change it. Ask its case manager."))
    issue = ExitIssue.objects.select_for_update(of=("self",)).get(pk=issue_id)
    issue.settled_on = None if issue.settled_on is not None else on
    issue.save(update_fields=["settled_on"])
    _journal(actor, "stays.issue_settled" if issue.settled_on else "stays.issue_reopened", admission, on)
    return issue


@transaction.atomic
def note_readiness(*, actor: Actor, admission_id: int, kind: str, is_done: bool, note: str = "", on: date) -> Readiness:
    """Whether the family is prepared in mind and socially, and how it sees its future (S0-58, S0-59)."""
    admission = hold(actor, admission_id, on)
    if kind not in Readiness.Kind.values:
        raise Invalid({"kind": _("Choose what was prepared.")})
    known = Readiness.objects.filter(admission=admission, kind=kind).first()
    if known is not None:
        told = told_readiness(known)
        overwritten(actor=actor, record=known, admission=admission, what="readiness", told=told, day=known.on)
    made, _is_new = Readiness.objects.update_or_create(
        admission=admission,
        kind=kind,
        defaults={"is_done": is_done, "on": on, "note": note.strip(), "by_id": actor.user_id},
    )
    _journal(actor, "stays.readiness_noted", admission, on)
    return made


@transaction.atomic
def note_preparation(*, actor: Actor, admission_id: int, told: Mapping[str, tuple[bool, str]], on: date) -> None:
    """Several kinds of preparation told at once; what is said as before stays as it is."""
    admission = hold(actor, admission_id, on)
    known = {one.kind: (one.is_done, one.note_text) for one in admission.readiness.all()}
    for kind, (is_done, note) in told.items():
        if (is_done, note.strip()) != known.get(kind, (False, "")):
            note_readiness(actor=actor, admission_id=admission_id, kind=kind, is_done=is_done, note=note, on=on)


@transaction.atomic
def depart(
    *,
    actor: Actor,
    admission_id: int,
    destination: str,
    children: str,
    is_supported: bool | None = None,
    with_whom: str = "",
    note: str = "",
    on: date,
) -> Departure:
    """The family leaves: never without saying where to (S0-55). Its beds are free, the look back is planned."""
    admission = hold(actor, admission_id, on)
    told = told_of_leaving(destination, children, is_supported, with_whom, note)
    cases.end_stay(actor=actor, case_id=admission.case_id, on=on)
    return _departed(actor, admission, told, on)


@transaction.atomic
def tell_departure(
    *,
    actor: Actor,
    admission_id: int,
    destination: str,
    children: str,
    is_supported: bool | None = None,
    with_whom: str = "",
    note: str = "",
) -> Departure:
    """The stay ended along with its case, or was written down afterwards: where the family went is told now."""
    seen = admission_in_sight(actor=actor, admission_id=admission_id)
    if not policies.may_tell_afterwards(actor, seen.case):
        raise Refused(_("You may read this case but not change it. Ask its case manager."))
    admission = Admission.objects.select_for_update(of=("self",)).select_related("stay", "case").get(pk=seen.pk)
    left_on = admission.stay.left_on if admission.stay is not None else None
    if left_on is None or Departure.objects.filter(admission=admission).exists():
        raise Conflict(_("This was recorded already. Nothing was changed."))
    return _departed(actor, admission, told_of_leaving(destination, children, is_supported, with_whom, note), left_on)


def told_of_leaving(
    destination: str, children: str, is_supported: bool | None, with_whom: str, note: str
) -> dict[str, Any]:
    """What is kept of a leaving; raises Invalid with all that is wrong."""
    wrong: dict[str, object] = {}
    if destination not in Departure.Destination.values:
        wrong["destination"] = _("Say where the family goes; “not known” is an answer too.")
    if children not in Departure.Children.values:
        wrong["children"] = _("Say whether the children go along; “not known” is an answer too.")
    if wrong:
        raise Invalid(wrong)
    return {
        "destination": destination,
        "children": children,
        "is_supported": is_supported,
        "with_whom": with_whom.strip(),
        "note": note.strip(),
    }


def _departed(actor: Actor, admission: Admission, told: Mapping[str, Any], on: date) -> Departure:
    made = Departure.objects.create(
        admission=admission,
        open_issues=admission.issues.filter(settled_on=None, is_after=False, voided_on=None).count(),
        by_id=actor.user_id,
        **told,
    )
    _journal(actor, "stays.departed", admission, on)
    return made


def _journal(actor: Actor, verb: str, admission: Admission, on: date) -> None:
    audit.record(actor=actor, verb=verb, case_id=admission.case_id, shelter=admission.shelter_id, day=on.isoformat())
