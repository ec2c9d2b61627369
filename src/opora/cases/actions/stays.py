"""A family's stay in the crisis centre."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.follow_ups import cancel_follow_ups, plan_follow_up
from opora.cases.actions.locking import finish, lock_for_change
from opora.cases.models import Case, Stay, StayExtension
from opora.cases.rules import stays as rules
from opora.cases.rules.lifecycle import Problem
from opora.common.errors import Invalid, Refused
from opora.common.news import tell


@transaction.atomic
def start_stay(
    *,
    actor: Actor,
    case_id: int,
    planned_until: date | None = None,
    has_place: bool = False,
    revision: int | None = None,
    on: date,
) -> Stay:
    """The family moves in, with or without an agreed end; an earlier planned follow-up waits for its next exit.

    A family of any program may live in a place that is named (S1-29); else the program itself must be one of living
    in the centre.
    """
    case = lock_for_change(actor=actor, case_id=case_id, revision=revision)
    if case.program.layout != "shelter" and not has_place:
        raise Refused(_("Living in the centre is not part of this program."))
    earlier = [_days(stay) for stay in case.stays.all()]
    problems = rules.problems_of_moving_in(earlier, opened_on=case.opened_on, planned_until=planned_until, on=on)
    policies.refuse(problems)
    stay = Stay.objects.create(case=case, from_on=on, planned_until=planned_until)
    if case.program.layout == "shelter":
        cancel_follow_ups(case)
    finish(actor=actor, case=case, verb="cases.moved_in", day=on)
    return stay


@transaction.atomic
def extend_stay(
    *, actor: Actor, case_id: int, until: date, reason: str, revision: int | None = None, on: date
) -> StayExtension:
    """The stay is made longer: old date, new date, reason and who agreed stay on record (S3-83)."""
    case = lock_for_change(actor=actor, case_id=case_id, revision=revision)
    stay = _present_stay(case)
    policies.refuse(rules.problems_of_extension(_days(stay), until=until))
    if not reason.strip():
        raise Invalid({"reason": _("Say why the family stays longer.")})
    extension = StayExtension.objects.create(
        stay=stay,
        old_until=stay.planned_until,
        new_until=until,
        reason=reason.strip(),
        approved_by_id=actor.user_id,
        on=on,
    )
    stay.planned_until = until
    stay.save(update_fields=["planned_until"])
    tell("cases.stays_changed", case_ids=[case.pk])
    finish(actor=actor, case=case, verb="cases.stay_extended", until=until, day=on)
    return extension


@transaction.atomic
def end_stay(*, actor: Actor, case_id: int, revision: int | None = None, on: date) -> Stay:
    """The family moves out; six months later somebody looks how it fares (S3-84, S3-85)."""
    case = lock_for_change(actor=actor, case_id=case_id, revision=revision)
    stay = _present_stay(case)
    leave(case, stay, on)
    finish(actor=actor, case=case, verb="cases.moved_out", day=on)
    return stay


def leave(case: Case, stay: Stay, on: date) -> None:
    """End a stay inside a change that goes on; plans the follow-up, and whoever keeps the beds hears of it.

    Leaving a shelter is the exit only of a program of living there: in any other the work goes on at home.
    """
    policies.refuse(rules.problems_of_moving_out(_days(stay), on=on))
    stay.left_on = on
    stay.save(update_fields=["left_on"])
    if case.program.layout == "shelter":
        plan_follow_up(case, exit_on=on)
    tell("cases.stays_changed", case_ids=[case.pk])


def _present_stay(case: Case) -> Stay:
    stay = case.stays.filter(left_on=None).first()
    if stay is None:
        policies.refuse([Problem.NO_STAY])
        raise AssertionError
    return stay


def _days(stay: Stay) -> rules.StayDays:
    return rules.StayDays(stay.from_on, stay.planned_until, stay.left_on)
