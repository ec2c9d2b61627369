"""A family of whom something of every kind was recorded in 2024, in rows: for counting by hand."""

from datetime import date, time
from typing import Any

from opora.access.models import User
from opora.cases.models import Case
from opora.circumstances.models import LifeChange
from opora.correspondence.models import OfficialLetter
from opora.evidence.tests import world
from opora.goods.models import Donation, FamilyNeed, Good, Issue, IssueLine
from opora.groups.models import Group, HomeworkResult, Mark, Participant, Session
from opora.indicators.tests.houses import SPRING, path, service, signal
from opora.intake.models import AidItem, ContactRecord, UrgentAid
from opora.network.models import NetworkMember, NetworkRecord, NetworkTie, OutsideNeed
from opora.partners.models import Partner
from opora.plans.models import Goal, Plan, PlanRevision, Task
from opora.process.models import Paper, Route, RouteStep
from opora.services.models import PlannedService, Provision
from opora.stays.models import (
    Admission,
    BedUse,
    ExitDay,
    ExitIssue,
    Lodger,
    RoutineMark,
    RoutineSlot,
    Shelter,
    SkillLine,
)

BEFORE, MAY, JUNE = date(2023, 6, 1), date(2024, 5, 10), date(2024, 6, 10)
MOVED_IN = date(2024, 12, 29)


def busy(case: Case) -> Route:
    """One record of each kind on the case and its path, the path ended in June."""
    route = path(case=case, ended_on=JUNE, stage="done")
    signal(route)
    _helped(case, route)
    _lives_here(case)
    _comes_to_events(case)
    _plans(case, route)
    OfficialLetter.objects.create(
        case=case,
        direction="out",
        kind="request",
        number="",
        partner=Partner.objects.get_or_create(name="Опека")[0],
        on=SPRING,
        sent_on=SPRING,
        answer_due_on=MAY,
        closed_on=date(2024, 4, 20),
        result="granted",
        asked_by="parent",
    )
    _leaves_papers(case, route)
    RouteStep.objects.create(
        route=route,
        version=route.version,
        number=1,
        action="begin",
        from_stage="start",
        to_stage="work",
        on=MAY,
        waited=3,
    )
    return route


def _leaves_papers(case: Case, route: Route) -> None:
    """A record of each kind by which a box of a model is counted that nothing else tells of."""
    Paper.objects.create(route=route, kind="visit_report", on=MAY, step_count=1, source="paper")
    world.total(case, "review", 7, on=MAY)
    case.team.create(user=User.objects.create(email=f"lead{case.pk}@opora.example"), part="case_manager", from_on=MAY)
    ContactRecord.objects.create(case=case, kind="phone", party="mother", result="reached", on=MAY)
    OutsideNeed.objects.create(case=case, on=MAY)
    FamilyNeed.objects.create(case=case, category="food", quantity=1, rhythm="once", since_on=MAY)
    (plan,) = Plan.objects.filter(route=route)
    PlanRevision.objects.create(plan=plan, number=2, kind="corrected", on=MAY, content={"goals": []})
    taken = Admission.objects.get(case=case)
    ExitDay.objects.create(admission=taken, exit_on=JUNE, agreed_on=MAY)
    ExitIssue.objects.create(admission=taken)
    SkillLine.objects.create(admission=taken, person=case.client, skill="cooking")
    RoutineSlot.objects.create(admission=taken, at=time(8), what="Завтрак")
    Donation.objects.create(given_on=MAY)


def changed(case: Case) -> None:
    """A home found for a while and then to stay, a tie restored, a stage of change further on."""
    for value, on in (("none", BEFORE), ("rented", MAY), ("own", JUNE)):
        LifeChange.objects.create(case=case, kind="housing", value=value, on=on)
    for value, on in (("contemplation", BEFORE), ("action", MAY)):
        LifeChange.objects.create(case=case, kind="stage_of_change", person=case.client, value=value, on=on)
    granny = NetworkMember.objects.create(case=case, kind="relative", on=BEFORE)
    for kind, on in (("broken", SPRING), ("supportive", JUNE)):
        drawn = NetworkRecord.objects.create(case=case, kind="map", on=on)
        NetworkTie.objects.create(record=drawn, member=granny, kind=kind, strength=1, direction="both")


def _helped(case: Case, route: Route) -> None:
    wanted = PlannedService.objects.create(case=case, service=service(), times=2, on=SPRING, until_on=JUNE)
    Provision.objects.create(case=case, service=service(), planned=wanted, on=MAY, format="individual", provider="own")
    act = UrgentAid.objects.create(route=route, given_on=MAY, act_number=f"у{case.pk}")
    AidItem.objects.create(aid=act, kind="food", quantity=1)
    good = Good.objects.get_or_create(name="Подгузники", defaults={"category": "baby", "unit": "pack"})[0]
    issue = Issue.objects.create(case=case, kind="goods", given_on=JUNE, act_number=f"м{case.pk}")
    IssueLine.objects.create(issue=issue, good=good, quantity=2)


def _lives_here(case: Case) -> None:
    stay = case.stays.create(from_on=MOVED_IN)
    shelter = Shelter.objects.create(name=f"Центр {case.pk}", kind="own", department=case.department)
    taken = Admission.objects.create(shelter=shelter, case=case, stay=stay, expected_on=MOVED_IN, reason="no_home")
    lodger = Lodger.objects.create(admission=taken, person=case.client, part="woman", from_on=MOVED_IN)
    BedUse.objects.create(lodger=lodger, kind="lives", from_on=MOVED_IN)
    RoutineMark.objects.create(admission=taken, on=date(2024, 12, 30), mark="kept")


def _comes_to_events(case: Case) -> None:
    told: dict[str, Any] = {"department": case.department, "program": case.program, "from_on": SPRING}
    camp = Group.objects.create(kind="camp", title=f"Выезд {case.pk}", **told)
    day = Session.objects.create(group=camp, on=MAY, is_held=True, heads=5)
    listed = Participant.objects.create(case=case, group=camp, person=case.client, joined_on=SPRING)
    Mark.objects.create(session=day, participant=listed, state="came")
    HomeworkResult.objects.create(case=case, session=day, state="done")


def _plans(case: Case, route: Route) -> None:
    plan = Plan.objects.create(
        route=route, track="contract", threshold=50, begun_on=BEFORE, agreed_on=BEFORE, state="current", version=1
    )
    Goal.objects.create(plan=plan, title="Цель", state="achieved", set_on=BEFORE, decided_on=MAY)
    Task.objects.create(
        plan=plan, title="Дело", given_on=BEFORE, member=case.client, due_on=MAY, state="done", ended_on=MAY
    )


def second_case(case: Case) -> Case:
    """The same family and its client, in another program."""
    made = world.case(in_program=world.program("Кризисный центр"), closed_on=None, children=())
    Case.objects.filter(pk=made.pk).update(family=case.family_id, client=case.client_id)
    return Case.objects.get(pk=made.pk)


__all__ = ["busy", "changed", "second_case"]
