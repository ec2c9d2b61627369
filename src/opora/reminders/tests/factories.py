"""Families with something due, of every kind, invented for tests."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count

from opora.access.models import User
from opora.access.queries import actor_for
from opora.access.rules import SYSTEM, Actor
from opora.assessments.models import Assessment
from opora.cases.models import Case, FollowUp, Stay
from opora.cases.tests.factories import Household, Scene, household, open_case, worker
from opora.correspondence.models import OfficialLetter
from opora.councils.models import Ballot, PanelSeat
from opora.families import actions as families
from opora.families.rules import Identity
from opora.goods.models import FamilyNeed
from opora.intake.models import Visit
from opora.papers.models import Consent, DestructionTimer, Notice
from opora.partners.models import OnwardReferral, Partner
from opora.plans.models import Milestone, Plan, Task, UnforeseenEvent
from opora.process.models import Route
from opora.process.tests.factories import publish_trial, trial_program
from opora.stays.models import Admission, ExitDay, Shelter

_numbers = count(1)
ON = date(2026, 11, 24)
BEGAN = date(2026, 6, 1)
NAMES = ("Заповедникова", "Ефросинья", "Аристарховна", "Мефодий", "Вымышленный", "916", "07.07.1991", "2008")


@dataclass
class Life:
    """A case on its path with one thing due of every kind, all within a few days."""

    scene: Scene
    route: Route
    case: Case
    home: Household
    numbers: dict[str, int] = field(default_factory=dict)


def named(home: Household) -> None:
    """Give the family the names that must never leave the house; the younger child comes of age in a month."""
    client = Identity(
        surname="Заповедникова",
        given="Ефросинья",
        patronymic="Аристарховна",
        birth_date=date(1991, 7, 7),
        phones=("+7 916 555-01-99",),
        addresses=("Вымышленный переулок, 1",),
    )
    families.update_identity(actor=SYSTEM, person=home.client, identity=client)
    for child, born in zip(home.children, (date(2005, 1, 1), date(2008, 12, 17)), strict=True):
        identity = Identity(surname="Заповедников", given="Мефодий", birth_date=born)
        families.update_identity(actor=SYSTEM, person=child, identity=identity)


def life(*, on: date = ON, manager: Actor | None = None) -> Life:
    """A case of the trial process, led by a case manager, with everything due about this day."""
    publish_trial()
    program, place = trial_program()
    manager = manager or worker("case_manager", place)
    home = household()
    case = open_case(place, program, home, manager, number=f"7{next(_numbers)}/2026лд", on=BEGAN)
    named(home)
    route = Route.objects.get(case=case)
    palliative = {"is_palliative": True, "palliative_reason": "x", "palliative_on": BEGAN}
    Route.objects.filter(pk=route.pk).update(due_on=on + timedelta(days=1), worker_id=manager.user_id, **palliative)
    found = Life(Scene(place, program, worker("coordinator", place), manager, home, case), route, case, home)
    found.numbers = {"route": route.pk, "case": case.pk, **everything_due(route, case, home, manager, on)}
    return found


def everything_due(route: Route, case: Case, home: Household, manager: Actor, on: date) -> dict[str, int]:
    """One record of every source, by kind."""
    soon = on + timedelta(days=3)
    path = {"route": route}
    partner, _new = Partner.objects.get_or_create(name="Центр «Вместе»", kind="charity")
    ballot = Ballot.objects.create(
        **path, kind="other", chair_id=manager.user_id, opened_on=BEGAN, closes_on=soon, question="x"
    )
    PanelSeat.objects.create(ballot=ballot, user_id=manager.user_id)
    plan, _new = Plan.objects.get_or_create(
        route=route,
        defaults={"threshold": 50, "state": "current", "begun_on": BEGAN, "agreed_on": BEGAN, "version": 1},
    )
    Plan.objects.filter(pk=plan.pk).update(review_due_on=soon, state="current", agreed_on=BEGAN, version=1)
    Assessment.objects.create(
        case=case, point="entry", status="approved", on=date(2026, 8, 25), is_total_only=True, weak=3
    )
    withdrawn = {"person": home.client, "purpose": "publication"}
    errand = {"title": "Отвезти справку", "worker_id": manager.user_id, "given_on": BEGAN}
    given = {"person": home.client, "purpose": "sharing", "signed_on": BEGAN, "valid_until": soon}
    stay = Stay.objects.create(case=case, from_on=BEGAN, planned_until=soon)
    shelter, _new = Shelter.objects.get_or_create(name="Тёплый дом")
    lives = Admission.objects.create(shelter=shelter, case=case, stay=stay, expected_on=BEGAN, reason="respite")
    ExitDay.objects.create(admission=lives, exit_on=soon, agreed_on=BEGAN)
    return {
        "visit": Visit.objects.create(**path, planned_on=soon).pk,
        "timer": DestructionTimer.objects.create(**path, **withdrawn, started_on=BEGAN, due_on=soon).pk,
        "answer": Notice.objects.create(
            **path, addressee="police", sent_at=datetime(2026, 11, 1, tzinfo=UTC), answer_due_on=soon, text="x"
        ).pk,
        "need": FamilyNeed.objects.create(
            **path, category="food", quantity=1, rhythm="month", since_on=BEGAN, due_on=soon
        ).pk,
        "letter": OfficialLetter.objects.create(
            **path, direction="out", kind="request", partner=partner, on=BEGAN, sent_on=BEGAN, answer_due_on=soon
        ).pk,
        "vote": ballot.pk,
        "consent": Consent.objects.create(**path, **given, number=f"С-{route.pk}").pk,
        "onward": OnwardReferral.objects.create(**path, partner=partner, handed_on=BEGAN, follow_up_on=soon).pk,
        "task": Task.objects.create(plan=plan, due_on=soon, **errand).pk,
        "milestone": Milestone.objects.create(
            task=Task.objects.create(plan=plan, member=home.client, due_on=soon, **(errand | {"worker_id": None})),
            title="Суд по алиментам",
            due_on=soon,
        ).pk,
        "plan": plan.pk,
        "event": UnforeseenEvent.objects.create(**path, kind="fire", on=BEGAN, review_due_on=soon).pk,
        "stay": stay.pk,
        "leaving": lives.pk,
        "follow_up": FollowUp.objects.create(case=case, due_on=soon).pk,
        "review": case.pk,
        "birthday": route.pk,
        "stage": route.pk,
    }


def someone(actor: Actor) -> User:
    """The account behind an actor."""
    return User.objects.get(pk=actor.user_id)


def again(actor: Actor) -> Actor:
    """The actor as he or she stands now."""
    return actor_for(someone(actor))
