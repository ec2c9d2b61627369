"""Goals stand in the sections of the program's own form and lead to the results its practice names."""

from dataclasses import replace

import pytest

from opora.access.rules import SYSTEM
from opora.common.bilingual import Text
from opora.common.errors import Invalid
from opora.instruments.actions import publish_version
from opora.instruments.rules import Section
from opora.instruments.tests.forms import SCALE, item, small_form
from opora.plans import queries
from opora.plans.tests.factories import OUTCOMES, make_goal, make_plan, make_walk
from opora.programs.models import Program

pytestmark = pytest.mark.django_db


def own_form(sections: int) -> None:
    """The organization's own form, with more sections than the shipped one."""
    parts = tuple(Section(str(n), Text(f"Часть {n}"), (item(f"{n}.1", n - 1),)) for n in range(1, sections + 1))
    publish_version(actor=SYSTEM, definition=replace(small_form(), code="own", scale=SCALE, sections=parts))
    Program.objects.filter(code="trial").update(instrument_code="own")


def test_a_goal_may_stand_in_any_section_of_the_organizations_own_form() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    own_form(10)
    walk.route.program.refresh_from_db()
    assert queries.section_choices(walk.route)[-1] == (10, "Часть 10")
    assert make_goal(route_id=walk.route.pk, section=10).section == 10
    with pytest.raises(Invalid) as refusal:
        make_goal(route_id=walk.route.pk, section=11)
    assert list(refusal.value.fields) == ["section"]


def test_results_are_those_of_the_practice() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    walk.route.program.refresh_from_db()
    assert queries.outcome_choices(walk.route) == list(OUTCOMES.items())
    assert make_goal(route_id=walk.route.pk, outcome="m16").outcome == "m16"
    with pytest.raises(Invalid) as refusal:
        make_goal(route_id=walk.route.pk, outcome="L3")
    assert list(refusal.value.fields) == ["outcome"]


def test_a_goal_of_a_section_that_the_form_lost_can_still_be_read_and_kept() -> None:
    words = queries.GoalWords({1: Text("Жильё")}, {})
    assert [words.section_title(number) for number in (1, 7, None)] == ["Жильё", "Раздел 7", "Вне разделов"]
