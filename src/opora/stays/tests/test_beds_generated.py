"""Whatever is recorded, put right and taken back in whatever order: a bed has one family a night, and nights add up."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from opora.stays.tests.story import Centre, Step, told_wrong

WHATS = (
    "admit",
    "expect",
    "arrive",
    "extend",
    "move",
    "leave",
    "correct",
    "void",
    "correct_leaving",
    "void_leaving",
    "correct_extension",
    "void_extension",
)
STEPS = st.tuples(st.sampled_from(WHATS), st.integers(0, 2), st.integers(0, 3), st.integers(0, 12))
COMING = st.tuples(st.just("admit"), st.integers(0, 2), st.integers(0, 3), st.integers(0, 4))
LIVES = st.tuples(COMING, st.lists(STEPS, min_size=3, max_size=9)).map(lambda drawn: [drawn[0], *drawn[1]])


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=LIVES)
@example(steps=[("admit", 0, 0, 0), ("extend", 0, 0, 2), ("expect", 1, 0, 12), ("void_extension", 0, 0, 0)])
@example(steps=[("admit", 0, 0, 0), ("leave", 0, 0, 3), ("admit", 1, 0, 3), ("void_leaving", 0, 0, 0)])
@example(steps=[("admit", 0, 0, 0), ("leave", 0, 0, 3), ("admit", 1, 0, 3), ("correct_leaving", 0, 0, 5)])
@example(steps=[("admit", 0, 0, 0), ("move", 0, 2, 4), ("correct", 0, 2, 1), ("admit", 1, 0, 1), ("void", 0, 0, 0)])
@example(steps=[("admit", 0, 0, 2), ("admit", 1, 2, 2), ("correct", 0, 2, 1), ("correct", 1, 0, 1)])
def test_a_bed_has_one_family_a_night_and_nights_add_up(db: None, steps: list[Step]) -> None:
    with transaction.atomic():
        centre = Centre()
        done = [step for step in steps if centre.do(step)]
        assert told_wrong(centre.place.shelter) == [], done
        transaction.set_rollback(True)
