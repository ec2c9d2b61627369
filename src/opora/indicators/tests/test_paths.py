"""Plans, changes in lives, ties and paths, counted by hand (IND-15, IND-17, IND-22, IND-28, IND-29, IND-36)."""

from datetime import date
from typing import Any

import pytest

from opora.circumstances.models import LifeChange
from opora.evidence.tests import world
from opora.indicators.tests.asking import groups, parts, value
from opora.indicators.tests.by_hand import by_hand
from opora.indicators.tests.houses import SPRING, path
from opora.network.models import NetworkMember, NetworkRecord, NetworkTie
from opora.plans.models import Goal, Plan, Task
from opora.process.models import RouteStep

pytestmark = pytest.mark.django_db

MAY, JUNE, BEFORE = date(2024, 5, 10), date(2024, 6, 10), date(2023, 6, 1)


def _plan(track: str = "contract", **more: Any) -> Plan:
    route = path(case=world.case(closed_on=None))
    threshold = 50 if track == "contract" else 30
    usual: dict[str, Any] = {"begun_on": BEFORE, "agreed_on": BEFORE, "state": "current", "version": 1}
    return Plan.objects.create(route=route, track=track, threshold=threshold, **usual | more)


@by_hand("IND-17", "IND-17p")
def test_goals_and_plans_by_their_threshold() -> None:
    """IND-17: worked on in 2024 were five goals, two of them reached; half is not more than 50 percent."""
    half, visits, draft = _plan(), _plan("home_visiting"), _plan(agreed_on=None, state="preliminary", version=0)
    for plan, state, decided in (
        (half, "achieved", MAY),
        (half, "active", None),
        (half, "cancelled", MAY),
        (visits, "achieved", JUNE),
        (visits, "not_achieved", JUNE),
        (visits, "active", None),
        (visits, "not_achieved", date(2023, 9, 1)),
        (draft, "achieved", MAY),
    ):
        Goal.objects.create(plan=plan, title="Цель", state=state, set_on=BEFORE, decided_on=decided)
    assert parts("IND-17") == (2, 5, 0)
    assert groups("IND-17", split="track") == {"contract": 0.5, "home_visiting": 1 / 3}
    assert parts("IND-17", days=(date(2024, 1, 1), date(2024, 5, 31))) == (1, 5, 0)
    assert parts("IND-17p") == (0, 2, 0), "1 of 2 is not more than half, 1 of 4 not more than 30 percent"
    Goal.objects.filter(plan=visits, decided_on=date(2023, 9, 1)).delete()
    assert groups("IND-17p") == {"contract": 0.0, "home_visiting": 1.0}, "1 of 3 is more than 30 percent"


@by_hand("IND-15")
def test_tasks_of_the_family_itself() -> None:
    """IND-15: two done, late or not, one open; those of others and cancelled ones count nowhere."""
    plan = _plan()
    mother = plan.route.case.client
    told = {"plan": plan, "title": "Дело", "given_on": BEFORE}
    for state, ended in (("done", MAY), ("done", date(2024, 7, 1)), ("open", None), ("cancelled", MAY)):
        Task.objects.create(member=mother, due_on=MAY, state=state, ended_on=ended, **told)
    assert parts("IND-15") == (2, 3, 0)
    assert parts("IND-15", as_of=date(2024, 5, 31)) == (1, 3, 0)


@by_hand("IND-22a", "IND-22b")
def test_homes_found() -> None:
    """IND-22: nowhere → rented → own are two moves; a home we learn of first, or after an unknown one, is none."""
    moved, settled = world.case(closed_on=None), world.case(closed_on=None)
    for case, value_, on in (
        (moved, "none", BEFORE),
        (moved, "rented", MAY),
        (moved, "own", JUNE),
        (settled, "own", MAY),
        (settled, "unknown", JUNE),
        (settled, "social_rent", date(2024, 7, 1)),
    ):
        LifeChange.objects.create(case=case, kind="housing", value=value_, on=on)
    assert (value("IND-22a"), value("IND-22b")) == (1, 1)
    assert (value("IND-22a", days=(JUNE, JUNE)), value("IND-22b", days=(JUNE, JUNE))) == (0, 1)


@by_hand("IND-28", "IND-28t")
def test_ties_restored_between_two_maps() -> None:
    """IND-28: one family restored a broken tie, one did not, one was drawn once."""
    for kinds in (("broken", "supportive"), ("supportive", "stressful"), ("supportive",)):
        case = world.case(closed_on=None)
        granny = NetworkMember.objects.create(case=case, kind="relative", on=BEFORE)
        for kind, on in zip(kinds, (SPRING, JUNE), strict=False):
            drawn = NetworkRecord.objects.create(case=case, kind="map", on=on)
            NetworkTie.objects.create(record=drawn, member=granny, kind=kind, strength=1, direction="both")
    assert parts("IND-28") == (1, 2, 1)
    assert parts("IND-28t") == (0.0, 2, 1)


@by_hand("IND-29")
def test_stages_of_change() -> None:
    """IND-29: forward once, back once, measured once; before the period counts as where it began."""
    for values in (("contemplation", "action"), ("action", "preparation"), ("action",)):
        case = world.case(closed_on=None)
        for value_, on in zip(values, (BEFORE, MAY) if len(values) == 2 else (MAY,), strict=True):
            LifeChange.objects.create(case=case, kind="stage_of_change", person=case.client, value=value_, on=on)
    assert parts("IND-29") == (1, 2, 1)
    assert groups("IND-29") == {"action": 1.0, "preparation": 0.0}


@by_hand("IND-36", "IND-36c", "IND-36d", "IND-36e")
def test_steps_days_and_ends_of_paths() -> None:
    """IND-36: two families stepped on after 3 and 7 days; carrying a path to another version is no step."""
    done = path(case=world.case(opened_on=date(2024, 4, 20), closed_on=None), ended_on=JUNE, stage="done")
    gone, waiting = path(ended_on=JUNE, stage="declined"), path()
    for route, number, action, start, waited in (
        (done, 1, "", "", 0),
        (done, 2, "begin_work", "start", 3),
        (gone, 1, "decline", "start", 7),
        (waiting, 1, "", "start", 1),
    ):
        RouteStep.objects.create(
            route=route,
            version=route.version,
            number=number,
            action=action,
            from_stage=start,
            to_stage="work",
            on=MAY,
            waited=waited,
        )
    assert (value("IND-36"), groups("IND-36")) == (2, {"start → work": 2})
    assert parts("IND-36d") == (5.0, 2, 0)
    assert groups("IND-36e") == {"done": 1, "declined": 1}
    assert parts("IND-36c") == (1, 2, 1)


@by_hand("IND-36f")
def test_paths_walked_as_the_process_says() -> None:
    """Of three paths that ended one had a step outside the process; one that goes on says nothing yet."""
    ended = [path(ended_on=JUNE, stage="done"), path(ended_on=JUNE, stage="declined"), path(ended_on=MAY, stage="done")]
    for route in (*ended, path()):
        RouteStep.objects.create(
            route=route, version=route.version, number=1, from_stage="start", to_stage="work", on=MAY, waited=1,
            action="begin_work" if route is not ended[1] else "", is_override=route is ended[1],
        )  # fmt: skip
    path(ended_on=JUNE, stage="done")  # of a path without steps nothing is known
    assert parts("IND-36f") == (2, 3, 1)
    assert groups("IND-36f") == {"done": 1.0, "declined": 0.0}
    assert parts("IND-36f", days=(date(2024, 1, 1), date(2024, 5, 31))) == (1, 1, 0)
