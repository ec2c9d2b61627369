"""The people of a case: coming, leaving, handing over."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.locking import finish, lock_for_change, team_of
from opora.cases.models import Case, TeamMember
from opora.cases.queries import may_take_part
from opora.cases.rules import team as rules
from opora.cases.rules.lifecycle import Problem
from opora.common.errors import Invalid, NotFound


@transaction.atomic
def hand_over(*, actor: Actor, case_id: int, to_user_id: int, revision: int | None = None, on: date) -> TeamMember:
    """From this day another case manager answers for the case; the old one until it: never none, never two (S3-09)."""
    case = lock_for_change(actor=actor, case_id=case_id, revision=revision, must_be_open=False)
    check_may_take_part(case, "to_user_id", to_user_id, TeamMember.Part.CASE_MANAGER)
    _check_day(case, on)
    policies.refuse(rules.problems_of_hand_over(team_of(case), to_user_id=to_user_id, on=on))
    present = TeamMember.objects.filter(case=case, part=TeamMember.Part.CASE_MANAGER, to_on=None)
    present.update(to_on=on)
    # Whatever was planned for a coming day is overtaken by what is done now.
    case.planned_hand_overs.filter(ended_on=None).update(ended_on=on)
    member = TeamMember.objects.create(case=case, user_id=to_user_id, part=TeamMember.Part.CASE_MANAGER, from_on=on)
    finish(actor=actor, case=case, verb="cases.handed_over", from_day=on, user_id=to_user_id)
    return member


@transaction.atomic
def add_team_member(
    *, actor: Actor, case_id: int, user_id: int, part: str, revision: int | None = None, on: date
) -> TeamMember:
    """Somebody joins the team and from now on sees the case."""
    case = lock_for_change(actor=actor, case_id=case_id, revision=revision, must_be_open=False)
    if part not in TeamMember.Part.values:
        raise Invalid({"part": _("Choose a part in the team from the list.")})
    check_may_take_part(case, "user_id", user_id, part)
    _check_day(case, on)
    policies.refuse(rules.problems_of_joining(team_of(case), user_id=user_id, part=part, on=on))
    member = TeamMember.objects.create(case=case, user_id=user_id, part=part, from_on=on)
    finish(actor=actor, case=case, verb="cases.member_added", user_id=user_id, part=part, day=on)
    return member


@transaction.atomic
def end_team_member(*, actor: Actor, case_id: int, member_id: int, revision: int | None = None, on: date) -> None:
    """Somebody leaves the team and no longer sees the case; the case manager leaves by handing over."""
    case = lock_for_change(actor=actor, case_id=case_id, revision=revision, must_be_open=False)
    member = TeamMember.objects.filter(case=case, pk=member_id).first()
    if member is None:
        raise NotFound(_("There is no such team member."))
    present = rules.Membership(member.user_id, member.part, member.from_on, member.to_on)
    policies.refuse(rules.problems_of_leaving(present, on=on))
    member.to_on = on
    member.save(update_fields=["to_on"])
    finish(actor=actor, case=case, verb="cases.member_left", user_id=member.user_id, part=member.part, day=on)


def check_may_take_part(case: Case, field: str, user_id: int, part: str) -> None:
    """Raise Invalid at the field unless this person's role allows the part."""
    if not may_take_part(user_id=user_id, part=part, department_id=case.department_id):
        raise Invalid({field: _("Choose a person whose role allows this part in the team.")})


def _check_day(case: Case, on: date) -> None:
    if on < case.opened_on:
        policies.refuse([Problem.BEFORE_OPENING])
