"""Words of closings and steps lie sealed, and are still read and found by whoever may read the family's life."""

import pytest

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import CLOSED, close_case, scene, worker
from opora.common.errors import NotFound
from opora.life.queries import life_of
from opora.plans.tests.factories import make_walk
from opora.process.actions import override
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db


def test_a_summary_is_found_by_its_words_by_who_may_read_the_case() -> None:
    place = scene()
    close_case(place)
    life = life_of(actor=place.case_manager, case_id=place.case.pk, words="справляется", on=CLOSED)
    assert [line.told.text for line in life.lines] == ["Семья справляется сама."]
    with pytest.raises(NotFound):
        life_of(actor=worker(Role.SPECIALIST), case_id=place.case.pk, words="справляется", on=CLOSED)


def test_the_reason_of_a_step_is_found_by_its_words() -> None:
    walk = make_walk()
    override(actor=SYSTEM, route_id=walk.route.pk, to="start", reason="Петрова уехала к маме", on=BEGAN)
    life = life_of(actor=walk.manager, route_id=walk.route.pk, words="к маме", on=BEGAN)
    assert ["Петрова уехала к маме" in line.told.text for line in life.lines] == [True]
