"""The file of a case as the page of its family needs it: what stands now, by one question."""

from typing import Any

from django.db.models import F, OuterRef, QuerySet

from opora.access.models import User
from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.models import Case, Closing, ClosingChild, FollowUp, FollowUpChild, FollowUpContact, Stay, TeamMember
from opora.cases.queries.case_file import CaseFile, part_of
from opora.common.asked_often import asked_often
from opora.common.told_along import along, hang, record_of
from opora.families.models import Person

Told = dict[str, Any]


def standing_file(*, actor: Actor, case: Case) -> CaseFile:
    """The file of a case already read as the page of its family needs it: what stands now, people apart.

    Of an open case nothing is asked of closings and follow-ups: they belong to an end that was taken back.
    """
    may_have_stays = case.program.layout == "shelter" or case.is_imported
    told = _told(case_id=case.pk, with_stays=may_have_stays, with_end=case.closed_on is not None)[0]
    team = [_member(one) for one in told["told_team"]]
    member = part_of(actor, team)
    return CaseFile(
        case=case,
        children=[],
        team=team,
        stays=[record_of(Stay, one) for one in told.get("told_stays", ())],
        closings=[_closing(one) for one in told.get("told_closings", ())],
        follow_ups=[_follow_up(one) for one in told.get("told_follow_ups", ())],
        may_change=policies.can_change(actor, case, is_member=member),
        may_follow_up=policies.can_follow_up(actor, case, is_member=member),
    )


@asked_often
def _told(*, case_id: int, with_stays: bool, with_end: bool) -> QuerySet[Case, Told]:
    """Who works on the case, who stayed when, how it ended and how the family was looked back at, newest first."""
    of_case = {"case": OuterRef("pk")}
    team = TeamMember.objects.filter(**of_case).order_by("from_on", "pk")
    asked = {"told_team": along(team, user_name=F("user__name"))}
    if with_stays:
        asked["told_stays"] = along(Stay.objects.filter(**of_case).order_by("-from_on", "-pk"))
    if with_end:
        homes = ClosingChild.objects.filter(closing=OuterRef("pk")).order_by("pk")
        closings = Closing.objects.filter(**of_case).order_by("-on", "-pk")
        asked["told_closings"] = along(closings, children=along(homes, **_CODE))
        children = FollowUpChild.objects.filter(contact=OuterRef("pk")).order_by("pk")
        contacts = FollowUpContact.objects.filter(follow_up=OuterRef("pk")).order_by("-on", "-pk")
        told = along(contacts, by_name=F("by__name"), told=along(children, **_CODE))
        looks = FollowUp.objects.filter(**of_case).order_by("-due_on", "-pk")
        asked["told_follow_ups"] = along(looks, contacts=told)
    found: QuerySet[Any, Any] = Case.every.filter(pk=case_id)
    return found.values(**asked)


_CODE = {"letter": F("person__code_letter"), "number": F("person__code_number")}


def _member(told: Told) -> TeamMember:
    member = record_of(TeamMember, told)
    member.user = record_of(User, {"id": member.user_id, "name": told["user_name"]})
    return member


def _closing(told: Told) -> Closing:
    closing = record_of(Closing, told)
    hang(closing, "children", (_home(one) for one in told["children"]))
    return closing


def _home(told: Told) -> ClosingChild:
    home = record_of(ClosingChild, told)
    person = {"id": home.person_id, "code_letter": told["letter"], "code_number": told["number"]}
    home.person = record_of(Person, person)
    return home


def _follow_up(told: Told) -> FollowUp:
    look = record_of(FollowUp, told)
    hang(look, "contacts", (_contact(one) for one in told["contacts"]))
    return look


def _contact(told: Told) -> FollowUpContact:
    contact = record_of(FollowUpContact, told)
    if contact.by_id is not None:
        contact.by = record_of(User, {"id": contact.by_id, "name": told["by_name"]})
    # What the children were then, as the model tells it where it came along.
    contact.__dict__["told"] = told["told"]
    return contact
