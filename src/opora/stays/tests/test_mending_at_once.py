"""Two people at one moment, one of whom puts right or takes back: still every bed has one family a night."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opora.access.rules import SYSTEM
from opora.common.errors import OporaError
from opora.stays import actions
from opora.stays.actions import Admitted
from opora.stays.models import BedUse
from opora.stays.tests.factories import CAME, UNTIL, admit, another_family, berths, house
from opora.stays.tests.story import LAST, Centre, told_wrong
from opora.stays.tests.test_beds_generated import STEPS

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]


def test_a_leaving_taken_back_while_another_family_moves_into_the_beds(at_once) -> None:
    place = house(3)
    admission = admit(place)
    gone = actions.depart(
        actor=SYSTEM, admission_id=admission.pk, destination="own_home", children="all", on=CAME + timedelta(days=5)
    )
    other = another_family(place, children=2)
    outcomes = at_once(
        lambda: actions.void_departure(actor=SYSTEM, departure_id=gone.pk, reason="Осталась", on=LAST),
        lambda: admit(place, other, on=CAME + timedelta(days=6)),
    )
    assert sum(isinstance(one, OporaError) for one in outcomes) == 1
    assert told_wrong(place.shelter) == [] and BedUse.objects.filter(released_on=None).count() == 3


def test_two_families_put_right_into_one_bed_and_a_third_that_comes(at_once) -> None:
    place = house(2, 2, 2)
    scenes = [another_family(place) for _ in range(3)]
    first, second = (admit(place, scenes[n], beds=place.beds[2 * n : 2 * n + 2]) for n in (0, 1))
    target = place.beds[4:]

    def correct(admission, scene):
        people = [scene.home.client.pk, *scene.home.child_ids]
        admitted = Admitted(CAME, UNTIL, berths(people, target), "violence")
        return actions.correct_admission(
            actor=SYSTEM, admission_id=admission.pk, admitted=admitted, why="Не та комната", on=LAST
        )

    outcomes = at_once(
        lambda: correct(first, scenes[0]),
        lambda: correct(second, scenes[1]),
        lambda: admit(place, scenes[2], beds=target, on=CAME + timedelta(days=1)),
    )
    assert sum(not isinstance(one, OporaError) for one in outcomes) == 1
    assert told_wrong(place.shelter) == []


def test_an_admission_voided_twice_at_one_moment_is_voided_once(at_once) -> None:
    place = house(3)
    admission = admit(place)
    outcomes = at_once(
        *[lambda: actions.void_admission(actor=SYSTEM, admission_id=admission.pk, reason="Ошибка", on=LAST)] * 3
    )
    assert sum(isinstance(one, OporaError) for one in outcomes) == 2
    assert not BedUse.objects.exists() and told_wrong(place.shelter) == []


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(STEPS, max_size=4), together=st.lists(STEPS, min_size=2, max_size=4))
def test_whatever_is_done_at_one_moment(at_once, before, together) -> None:
    centre = Centre()
    for step in [("admit", 0, 0, 0), ("admit", 1, 2, 0), *before]:
        centre.do(step)
    at_once(*(lambda step=step: centre.do(step) for step in together))
    assert told_wrong(centre.place.shelter) == [], (before, together)
