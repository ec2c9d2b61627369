"""Many at one moment, and every bed has one family a night: over admissions, extensions and moves."""

from datetime import timedelta
from itertools import product

import pytest

from opora.access.rules import SYSTEM
from opora.common.errors import Conflict, Invalid, OporaError
from opora.stays import actions
from opora.stays.models import BedUse
from opora.stays.tests.factories import CAME, UNTIL, admit, another_family, berths, house

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]


def nobody_shares_a_bed() -> bool:
    """Whether no two uses of one bed meet in a night."""
    uses = list(BedUse.objects.exclude(bed=None))
    return not any(
        one.pk < other.pk
        and one.bed_id == other.bed_id
        and one.from_on < (other.held_until or CAME + timedelta(days=900))
        and other.from_on < (one.held_until or CAME + timedelta(days=900))
        for one, other in product(uses, uses)
    )


def test_of_many_families_that_want_the_same_beds_one_gets_them(at_once) -> None:
    place = house(3)
    families = [place.scene, *(another_family(place, children=2) for _ in range(3))]
    outcomes = at_once(*(lambda scene=scene: admit(place, scene) for scene in families))
    assert sum(isinstance(one, OporaError) for one in outcomes) == 3
    assert all(isinstance(one, Conflict | Invalid) for one in outcomes if isinstance(one, OporaError))
    assert nobody_shares_a_bed() and BedUse.objects.count() == 3


def test_an_extension_and_beds_kept_for_the_next_family_at_one_moment(at_once) -> None:
    place = house(3)
    admission = admit(place)
    other = another_family(place, children=2)
    at_once(
        lambda: actions.extend_at_once(
            actor=place.scene.coordinator,
            admission_id=admission.pk,
            until=UNTIL + timedelta(days=10),
            reason="Суд",
            on=CAME,
        ),
        lambda: actions.expect(
            actor=other.case_manager,
            case_id=other.case.pk,
            shelter_id=place.shelter.pk,
            berths=berths([other.home.client.pk, *other.home.child_ids], place.beds),
            reason="respite",
            from_on=UNTIL,
            on=CAME,
        ),
    )
    assert nobody_shares_a_bed()
    admission.stay.refresh_from_db()
    held = set(BedUse.objects.filter(kind="lives").values_list("held_until", flat=True))
    assert held == {admission.stay.planned_until}, "the beds say what the stay says"


def test_two_families_that_move_into_one_room_and_a_third_that_comes(at_once) -> None:
    place = house(2, 2, 2)
    first = admit(place, another_family(place), beds=place.beds[:2])
    second = admit(place, another_family(place), beds=place.beds[2:4])
    third = another_family(place)
    target = place.beds[4:]

    def move(admission):
        people = list(admission.lodgers.values_list("person_id", flat=True))
        return actions.move(
            actor=place.scene.coordinator,
            admission_id=admission.pk,
            berths=berths(people, target),
            on=CAME + timedelta(days=1),
        )

    outcomes = at_once(
        lambda: move(first), lambda: move(second), lambda: admit(place, third, beds=target, on=CAME + timedelta(days=1))
    )
    assert sum(not isinstance(one, OporaError) for one in outcomes) == 1
    assert nobody_shares_a_bed()


def test_a_bed_blocked_while_somebody_moves_in(at_once) -> None:
    place = house(3)
    bed = place.beds[0]
    at_once(
        lambda: admit(place),
        lambda: actions.block_bed(actor=SYSTEM, bed_id=bed.pk, from_on=CAME, why="Ремонт", on=CAME),
    )
    assert nobody_shares_a_bed()
