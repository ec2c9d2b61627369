"""Many cases into other hands at once: when somebody leaves, is ill, or has lost the role."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Giving, Item
from opora.audit import actions as audit
from opora.cases.models import Case, TeamMember
from opora.common.errors import Conflict
from opora.common.news import tell

_MANAGER = TeamMember.Part.CASE_MANAGER


@transaction.atomic
def pass_on_cases(giving: Giving, items: Sequence[Item]) -> None:
    """From the day on one person answers for all of these cases: never none, never two (S3-09)."""
    cases = _held(items)
    present = {
        one.case_id: one for one in TeamMember.objects.filter(case__in=cases, part=_MANAGER, to_on=None).order_by("pk")
    }
    if giving.from_user_id is not None:
        _check_still(giving, [present.get(case.pk) for case in cases])
    days = {case.pk: _day(giving.on, case, present.get(case.pk)) for case in cases}
    for case_id, member in present.items():
        member.to_on = days[case_id]
    TeamMember.objects.bulk_update(present.values(), ["to_on"])
    TeamMember.objects.bulk_create(
        TeamMember(case=case, user_id=giving.to_user_id, part=_MANAGER, from_on=days[case.pk]) for case in cases
    )
    _finish(giving, cases, "cases.handed_over", days=days)


@transaction.atomic
def pass_on_parts(giving: Giving, items: Sequence[Item]) -> None:
    """The same for the other parts in teams; whoever has the part already keeps it, and the old one ends."""
    cases = _held(items)
    members = list(TeamMember.objects.filter(pk__in=[item.key for item in items], to_on=None).select_related("case"))
    if len(members) < len(items):
        raise Conflict(CHANGED)
    days = {one.pk: _day(giving.on, one.case, one) for one in members}
    for one in members:
        one.to_on = days[one.pk]
    TeamMember.objects.bulk_update(members, ["to_on"])
    have = set(
        TeamMember.objects.filter(case__in=cases, user_id=giving.to_user_id, to_on=None).values_list("case_id", "part")
    )
    TeamMember.objects.bulk_create(
        TeamMember(case_id=one.case_id, user_id=giving.to_user_id, part=one.part, from_on=days[one.pk])
        for one in members
        if (one.case_id, one.part) not in have
    )
    _finish(giving, cases, "cases.part_passed_on", days={one.case_id: days[one.pk] for one in members})


CHANGED = _("Somebody has passed some of this on meanwhile. Look at it as it is now.")


def _held(items: Sequence[Item]) -> list[Case]:
    ids = [item.case_id for item in items if item.case_id is not None]
    return list(Case.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"))


def _check_still(giving: Giving, present: Sequence[TeamMember | None]) -> None:
    if any(one is None or one.user_id != giving.from_user_id for one in present):
        raise Conflict(CHANGED)


def _day(on: date, case: Case, member: TeamMember | None) -> date:
    return max(on, case.opened_on, member.from_on if member else case.opened_on)


def _finish(giving: Giving, cases: Sequence[Case], verb: str, *, days: dict[int, date]) -> None:
    Case.objects.filter(pk__in=[case.pk for case in cases]).update(revision=F("revision") + 1)
    entries = [
        {
            "case_id": case.pk,
            "family_id": case.family_id,
            "number": case.number,
            "from_day": days[case.pk].isoformat(),
            "user_id": giving.to_user_id,
        }
        for case in cases
    ]
    audit.record_many(actor=giving.actor, verb=verb, entries=entries)
    tell("cases.changed", case_ids=[case.pk for case in cases])
