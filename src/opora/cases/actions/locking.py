"""What every change of a case begins and ends with: lock, may this person, change, journal, news."""

from datetime import date
from typing import Any

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases import policies
from opora.cases.models import Case, TeamMember
from opora.cases.queries import is_member, visible_to
from opora.cases.rules.lifecycle import Life
from opora.cases.rules.team import Membership
from opora.common.news import tell


def lock_case(*, actor: Actor, case_id: int, revision: int | None = None) -> Case:
    """Hold the case until the transaction ends, so that of two people at once the second sees the first's work."""
    seen = visible_to(actor).filter(pk=case_id)
    found = (
        Case.objects.select_for_update(of=("self",))
        .select_related("program", "department", "client")
        .filter(pk__in=seen.values("pk"))
        .first()
    )
    if found is None:
        raise policies.unseen()
    policies.check_revision(found, revision)
    return found


def lock_for_change(*, actor: Actor, case_id: int, revision: int | None = None, must_be_open: bool = True) -> Case:
    """Hold a case that this person may change and, unless said otherwise, that is open."""
    case = lock_case(actor=actor, case_id=case_id)
    policies.check_can_change(actor, case, is_member=is_member(actor=actor, case_id=case_id))
    if must_be_open:
        policies.check_is_open(case)
    policies.check_revision(case, revision)
    return case


def life_of(case: Case) -> Life:
    """The days of the case for the rules."""
    reopened = case.closings.exclude(reopened_on=None).order_by("-reopened_on").first()
    return Life(case.opened_on, case.closed_on, reopened.reopened_on if reopened else None)


def team_of(case: Case) -> list[Membership]:
    """The team of the case for the rules, in order of coming."""
    rows = TeamMember.objects.filter(case=case).order_by("from_on", "pk")
    return [Membership(row.user_id, row.part, row.from_on, row.to_on) for row in rows]


def finish(*, actor: Actor, case: Case, verb: str, fields: tuple[str, ...] = (), **data: Any) -> None:
    """Write the case's own changes with its next revision, journal them, and tell whoever listens."""
    case.revision += 1
    case.save(update_fields=["revision", *fields])
    told: dict[str, Any] = {key: value.isoformat() if isinstance(value, date) else value for key, value in data.items()}
    audit.record(actor=actor, verb=verb, case_id=case.pk, family_id=case.family_id, number=case.number, **told)
    tell("cases.changed", case_ids=[case.pk])
