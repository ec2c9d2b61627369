"""Where families stand is kept, and is never older than the records: each record that the signs ask for tells of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opora.access.rules import SYSTEM, Actor, Role
from opora.assessments.models import Assessment
from opora.attention import actions
from opora.attention.models import Aside, LookMark, LookStand
from opora.attention.queries import known_of, settings, who_needs_a_look
from opora.attention.rules import Look, SignSetting, gravest_first, look_at
from opora.cases.models import Case, Stay
from opora.cases.queries import visible_to
from opora.cases.tests.factories import department, worker
from opora.intake.models import ContactRecord, RiskForm, Visit
from opora.plans.models import FamilyStep, Plan, PlanRevision, Task
from opora.process.models import Route, RouteStep
from opora.programs.models import Program
from opora.reminders.tests.factories import BEGAN, Life, life

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 29)


def walked_through(actor: Actor, on: date) -> list[Look]:
    """The slow way: every open case in sight is looked at on this very day."""
    said = settings()
    known = known_of(visible_to(actor).filter(closed_on=None))
    here = [one for one in known if one.aside_until is None or one.aside_until <= on]
    return gravest_first(Look(one.case_id, one.facts.risk, look_at(one.facts, said, on=on)) for one in here)


@dataclass
class House:
    """Some families, and what may happen to one of them."""

    families: list[Life]
    rng: Random
    steps: dict[int, int] = field(default_factory=dict)

    def day(self, least: int = -120, most: int = 20) -> date:
        return ON + timedelta(days=self.rng.randint(least, most))

    def events(self, one: Life) -> dict[str, Callable[[], object]]:
        route, case = one.route, one.case
        place: dict[str, Any] = self.rng.choice([{"route": route}, {"case": case}])
        plan = Plan.objects.get(route=route)
        said = {"kind": "phone", "party": "mother"}
        return {
            "talk": lambda: ContactRecord.objects.create(
                **place, on=self.day(), **said, result=self.rng.choice(["reached", "not_reached", "refused"])
            ),
            "talk void": lambda: ContactRecord.objects.filter(route=route).update(voided_on=ON),
            "visit planned": lambda: Visit.objects.create(**place, planned_on=self.day()),
            "visit missed": lambda: Visit.objects.create(**place, planned_on=self.day(-40, 0), not_held="missed"),
            "visit held": lambda: Visit.objects.filter(route=route, held_on=None, not_held="").update(
                held_on=self.day()
            ),
            "visit put off": lambda: Visit.objects.filter(route=route, held_on=None).update(planned_on=self.day()),
            "risk": lambda: RiskForm.objects.create(
                route=route, on=self.day(-60, 0), level=self.rng.choice(["", "low", "medium", "high", "critical"])
            ),
            "risk void": lambda: RiskForm.objects.filter(route=route).update(voided_on=ON),
            "task done": lambda: Task.objects.filter(plan=plan).update(state="done", ended_on=self.day(-90, 0)),
            "task given": lambda: Task.objects.create(
                plan=plan, title="x", member=one.home.client, given_on=self.day(-90, 0), due_on=ON
            ),
            "plan": lambda: Plan.objects.filter(pk=plan.pk).update(state=self.rng.choice(["current", "draft"])),
            "own step": lambda: FamilyStep.objects.create(plan=plan, route=route, on=self.day(-90, 0), text="x"),
            "stay": lambda: Stay.objects.filter(case=case).update(planned_until=self.rng.choice([None, self.day()])),
            "form": lambda: self.form(case),
            "form sent": lambda: Assessment.objects.filter(case=case).update(
                status=self.rng.choice(["approved", "submitted", "replaced"])
            ),
            "months": lambda: Program.objects.filter(pk=case.program_id).update(review_months=self.rng.randint(1, 9)),
            "step": lambda: self.step(route),
            "path ends": lambda: Route.objects.filter(pk=route.pk).update(ended_on=self.rng.choice([None, ON])),
            "void": lambda: Case.every.filter(pk=case.pk).update(voided_on=self.rng.choice([None, ON])),
            "close": lambda: Case.objects.filter(pk=case.pk).update(closed_on=self.rng.choice([None, ON])),
            "aside": lambda: self.aside(case),
            "back": lambda: Aside.objects.filter(case=case, ended_on=None).update(ended_on=ON),
        }

    def step(self, route: Route) -> None:
        number = self.steps[route.pk] = self.steps.get(route.pk, route.step_count) + 1
        place = {"from_stage": "work", "to_stage": "work", "on": self.day(-60, 0)}
        action = self.rng.choice(["danger", "calm"])
        RouteStep.objects.create(route=route, version=route.version, number=number, action=action, **place)

    def form(self, case: Case) -> None:
        Assessment.objects.filter(case=case, point="review").update(status="replaced")
        how = {"status": "approved", "is_total_only": True, "weak": 3}
        Assessment.objects.create(case=case, point="review", on=self.day(-400, 0), **how)

    def aside(self, case: Case) -> None:
        Aside.objects.filter(case=case, ended_on=None).update(ended_on=ON)
        Aside.objects.create(case=case, until=self.day(-5, 30), reason="x", on=ON)


@pytest.mark.parametrize("seed", range(2))
def test_what_is_kept_says_what_a_walk_through_all_cases_says(seed: int) -> None:
    """Whatever happens, in whatever order, with the places computed anew before or long after."""
    rng = Random(seed)
    first = life(on=ON)
    manager = first.scene.case_manager
    house = House([first, *(life(on=ON, manager=manager) for _ in range(3))], rng)
    head = worker(Role.HEAD)
    actors = [head, head, manager, manager, first.scene.coordinator, worker(Role.COORDINATOR, department())]
    found_any = 0
    for _turn in range(50):
        happening = house.events(rng.choice(house.families))
        name = rng.choice(sorted(happening))
        happening[name]()
        on = ON + timedelta(days=rng.choice([0, 0, 1, 3, 30]))
        actor = rng.choice(actors)
        expected = walked_through(actor, on)
        found = who_needs_a_look(actor=actor, on=on)
        assert found.found == expected, f"after {name}"
        assert found.count == len(expected)
        assert who_needs_a_look(actor=actor, on=on, limit=2).found == expected[:2]
        found_any += len(expected)
        if rng.random() < 0.4:
            actions.keep_places(on=ON)
            assert not LookMark.objects.exists()
    assert found_any > 30, "nothing was looked at"


def test_a_plan_looked_at_again_is_known_at_once() -> None:
    found = life(on=ON)
    actions.keep_places(on=ON)
    plan = Plan.objects.get(route=found.route)
    assert "plan_still" in {one.sign for one in walked_through(SYSTEM, ON)[0].reasons}
    PlanRevision.objects.create(plan=plan, number=9, on=ON, kind="agreed", content={})
    looks = who_needs_a_look(actor=found.scene.case_manager, on=ON).found
    assert "plan_still" not in {one.sign for look in looks for one in look.reasons}


def test_the_places_follow_what_the_organization_says_of_the_signs() -> None:
    life(on=ON)
    actions.keep_places(on=ON)
    head = worker(Role.HEAD)
    actions.keep_signs(actor=head, chosen={"silence": SignSetting(365), "plan_still": SignSetting(60, is_on=False)})
    assert who_needs_a_look(actor=head, on=ON).found == walked_through(head, ON) == []
    actions.keep_places(on=ON)
    assert LookStand.objects.filter(gravest__isnull=True).count() == 1


def test_only_those_shown_are_looked_at_and_more_than_a_hundred_are_not_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = life(on=ON)
    for _ in range(4):
        life(on=ON, manager=first.scene.case_manager)
    actions.keep_places(on=ON)
    monkeypatch.setattr("opora.attention.queries.looks.COUNTED", 3)
    monkeypatch.setattr("opora.attention.queries.looks.AMONG", 4)
    head = worker(Role.HEAD)
    looks = who_needs_a_look(actor=head, on=ON, limit=2)
    assert (len(looks.found), looks.count, looks.is_more, looks.among, looks.among_more) == (2, 3, True, 4, True)
    monkeypatch.setattr(
        "opora.attention.queries.looks.known_of",
        lambda found: pytest.fail("looked at") if found.count() > 2 else known_of(found),
    )
    assert who_needs_a_look(actor=head, on=ON, limit=2).found == looks.found


def test_a_record_that_went_over_to_another_family_marks_both() -> None:
    one, other = life(on=ON), life(on=ON)
    visit = Visit.objects.create(route=one.route, planned_on=BEGAN)
    actions.keep_places(on=ON)
    Visit.objects.filter(pk=visit.pk).update(route=other.route)
    assert set(LookMark.objects.values_list("case_id", flat=True)) == {one.case.pk, other.case.pk}
    Visit.objects.filter(pk=visit.pk).update(report={"summary": "x"})
    assert LookMark.objects.count() == 2, "what no sign asks for marks nobody"


def test_what_is_recorded_while_places_are_computed_is_not_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mark made after the records were read stays for the next time."""
    found = life(on=ON)

    def slow(cases: Any) -> Any:
        known = known_of(cases)
        ContactRecord.objects.create(case=found.case, on=ON, kind="phone", party="mother", result="reached")
        monkeypatch.undo()
        return known

    monkeypatch.setattr("opora.attention.actions.known_of", slow)
    actions._keep_some(ON)
    assert LookMark.objects.exists()
    assert who_needs_a_look(actor=SYSTEM, on=ON).found == walked_through(SYSTEM, ON)


def test_a_large_house_is_asked_no_more_questions_than_a_small_one() -> None:
    first = life(on=ON)
    actions.keep_places(on=ON)
    head = worker(Role.HEAD)

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            who_needs_a_look(actor=head, on=ON, limit=5)
        return len(asked)

    before = questions()
    for _ in range(3):
        life(on=ON, manager=first.scene.case_manager)
    assert questions() == before <= 5


def test_what_went_past_the_marks_is_right_by_the_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows brought in while the database marks nothing, or places lost: a night's look at all heals both."""
    monkeypatch.setattr(actions, "BATCH", 2)
    families = [life(on=ON) for _ in range(5)]
    actions.keep_places(on=ON)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        Case.objects.filter(pk=families[0].case.pk).update(closed_on=ON)
        Assessment.objects.filter(case=families[1].case).update(status="replaced")
        FamilyStep.objects.create(
            plan=Plan.objects.get(route=families[2].route), route=families[2].route, on=ON, text="x"
        )
        cursor.execute("SET LOCAL session_replication_role = origin")
    LookStand.objects.filter(pk=families[3].case.pk).delete()
    head = worker(Role.HEAD)
    actions.keep_places(on=ON)
    assert who_needs_a_look(actor=head, on=ON).found != walked_through(head, ON), "the marks knew of it"
    actions.look_at_all(on=ON)
    assert who_needs_a_look(actor=head, on=ON).found == walked_through(head, ON)
    assert not LookStand.objects.filter(pk=families[0].case.pk).exists()
