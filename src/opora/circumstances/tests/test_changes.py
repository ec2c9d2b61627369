"""What changed is kept once, marked as what holds now, mended and taken back; health is not for everybody."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases import actions as cases
from opora.cases.tests.factories import worker
from opora.circumstances import actions
from opora.circumstances.actions import Changed
from opora.circumstances.models import LifeChange
from opora.circumstances.queries import circumstances_of, standing_now
from opora.circumstances.rules import KINDS
from opora.circumstances.words import ITEM_LABELS, KIND_LABELS, VALUE_LABELS
from opora.common.errors import Invalid, NotFound, Refused
from opora.plans.tests.factories import Walk, make_walk
from opora.process.queries import place_of
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db


def record(walk: Walk, kind: str, value: str = "", *, days: int = 0, **more: Any) -> LifeChange:
    on = BEGAN + timedelta(days=days)
    changed = Changed(kind=kind, value=value, **more)
    return actions.record_change(actor=walk.manager, route_id=walk.route.pk, changed=changed, on=on)


def now_of(walk: Walk) -> dict[str, str]:
    place = place_of(actor=walk.manager, case_id=walk.case.pk)
    found = circumstances_of(actor=walk.manager, place=place, on=BEGAN + timedelta(days=90))
    return {one.kind.code: one.newest.value for one in found.threads}


def test_every_kind_and_value_has_its_words() -> None:
    assert set(KIND_LABELS) == set(KINDS)
    for code, kind in KINDS.items():
        assert set(kind.items) == set(ITEM_LABELS.get(code, {})), code
        assert set(kind.values) == set(VALUE_LABELS.get(code, {})), code


def test_the_newest_by_its_day_holds_whatever_was_written_last() -> None:
    walk = make_walk()
    record(walk, "housing", "rented", days=20)
    older = record(walk, "housing", "none", days=-400)
    assert now_of(walk) == {"housing": "rented"}
    assert not LifeChange.objects.get(pk=older.pk).is_newest


def test_what_is_taken_back_lets_the_former_hold_again() -> None:
    walk = make_walk()
    record(walk, "housing", "none")
    wrong = record(walk, "housing", "own", days=3)
    actions.void_change(actor=worker(Role.HEAD), change_id=wrong.pk, is_undo=True, on=BEGAN)
    assert now_of(walk) == {"housing": "none"}
    assert LifeChange.every.filter(is_newest=True).count() == 1


def test_a_correction_moves_the_mark_between_threads() -> None:
    walk = make_walk()
    mother = walk.home.client.pk
    first = record(walk, "skill", "cannot", item="cooking", person_id=mother)
    second = record(walk, "skill", "alone", item="cooking", person_id=mother, days=5)
    right = Changed(kind="skill", item="budget", person_id=mother, value="alone")
    actions.correct_change(
        actor=worker(Role.HEAD), change_id=second.pk, changed=right, on=BEGAN, today=BEGAN + timedelta(days=6)
    )
    marked = set(LifeChange.objects.filter(is_newest=True).values_list("pk", flat=True))
    assert marked == {first.pk, second.pk}


def test_a_clients_own_rating_stands_beside_the_specialists() -> None:
    walk = make_walk()
    for rated_by, number in (("client", 7), ("specialist", 4)):
        record(
            walk,
            "scaling",
            item="coping",
            person_id=walk.home.client.pk,
            number=Decimal(number),
            rated_by=rated_by,
        )
    assert LifeChange.objects.filter(kind="scaling", is_newest=True).count() == 2


@pytest.mark.parametrize(
    "typed",
    [
        {"kind": "housing", "value": "castle"},
        {"kind": "housing", "value": ""},
        {"kind": "skill", "value": "alone"},
        {"kind": "scaling", "item": "coping", "number": Decimal(11)},
        {"kind": "income"},
        {"kind": "housing", "value": "own", "number": Decimal(3)},
        {"kind": "nonsense", "value": "own"},
    ],
)
def test_what_says_nothing_is_not_kept(typed: dict[str, Any]) -> None:
    walk = make_walk()
    with pytest.raises(Invalid):
        actions.record_change(
            actor=walk.manager,
            route_id=walk.route.pk,
            changed=Changed(**{"person_id": walk.home.client.pk, **typed}),
            on=BEGAN,
        )


def test_somebody_of_another_family_is_not_told_of_here() -> None:
    walk, other = make_walk(), make_walk()
    with pytest.raises(Invalid) as refusal:
        record(walk, "employment", "official", person_id=other.home.client.pk)
    assert set(refusal.value.fields) == {"person_id"}


def test_health_is_read_by_those_who_may_and_by_no_specialist() -> None:
    walk = make_walk()
    illness = record(walk, "health", "untreated", person_id=walk.home.client.pk, note="Астма")
    specialist = worker(Role.SPECIALIST)
    cases.add_team_member(actor=SYSTEM, case_id=walk.case.pk, user_id=specialist.user_id, part="specialist", on=BEGAN)
    place = place_of(actor=specialist, case_id=walk.case.pk)
    assert circumstances_of(actor=specialist, place=place, on=BEGAN).threads == ()
    assert standing_now(actor=specialist, preset="no_treatment", on=BEGAN) == []
    assert [one.change.pk for one in standing_now(actor=walk.manager, preset="no_treatment", on=BEGAN)] == [illness.pk]
    with pytest.raises(Invalid):
        actions.record_change(
            actor=specialist,
            case_id=walk.case.pk,
            changed=Changed(kind="health", value="treated", person_id=walk.home.client.pk),
            on=BEGAN,
        )
    with pytest.raises(NotFound):
        actions.void_change(actor=specialist, change_id=illness.pk, is_undo=True, on=BEGAN)


def test_a_stranger_sees_nothing_and_records_nothing() -> None:
    walk = make_walk()
    record(walk, "housing", "none")
    assert standing_now(actor=walk.volunteer, preset="no_home", on=BEGAN) == []
    with pytest.raises((NotFound, Refused)):
        actions.record_change(
            actor=walk.volunteer, case_id=walk.case.pk, changed=Changed(kind="housing", value="own"), on=BEGAN
        )


def test_the_list_asks_open_work_only_and_the_longest_stands_first() -> None:
    first, second, ended = make_walk(), make_walk(), make_walk()
    for days, walk in ((-10, first), (-300, second), (-5, ended)):
        record(walk, "entitlement", "applied", item="alimony", days=days)
    cases.close_case(
        actor=SYSTEM,
        case_id=ended.case.pk,
        reason="family_declined",
        summary="Уехали",
        placements=dict.fromkeys(ended.home.child_ids, "own_family"),
        on=BEGAN,
    )
    found = standing_now(actor=worker(Role.HEAD), preset="no_answer", on=BEGAN)
    assert [one.case_id for one in found] == [second.case.pk, first.case.pk]
    assert found[0].days == 300


def test_recording_and_reading_stand_in_the_journal_without_what_changed() -> None:
    walk = make_walk()
    record(walk, "housing", "none", note="Ночует на вокзале")
    actions.read_circumstances(actor=walk.manager, case_id=walk.case.pk, on=BEGAN)
    lines = JournalEntry.objects.filter(verb__startswith="circumstances.").order_by("pk")
    assert [line.verb for line in lines] == ["circumstances.recorded", "circumstances.read"]
