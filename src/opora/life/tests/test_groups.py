"""What a family came to stands in its life once, and in the card of help with the day that comes next."""

from datetime import timedelta
from typing import Any

import pytest

from opora.groups import actions
from opora.groups.tests.factories import LATER, join, make_group
from opora.life.queries import life_of, scope_of_place, standings_of
from opora.plans.tests.factories import Walk
from opora.process.queries import place_of
from opora.process.tests.factories import BEGAN
from opora.services.tests.factories import walk_with_services

pytestmark = pytest.mark.django_db


def _lines(walk: Walk, **more: Any) -> list[tuple[str, str, str]]:
    life = life_of(actor=walk.manager, route_id=walk.route.pk, on=LATER, **more)
    return [
        (line.source, line.told.title, line.told.text) for line in life.lines if line.source in ("group", "service")
    ]


def _standing(walk: Walk, on: Any) -> Any:
    scope = scope_of_place(place_of(actor=walk.manager, route_id=walk.route.pk))
    found = standings_of(scope=scope, on=on).get("groups")
    return (found.told.title, found.told.aside) if found else None


def test_a_meeting_is_one_line_whoever_came_and_its_service_is_no_second_one() -> None:
    walk = walk_with_services()
    assert _standing(walk, LATER) is None
    group, (first, second) = make_group(walk)
    there = join(group, walk)
    marks = {one.pk: "came" for one in there}
    place = (there[0].route_id, there[0].case_id)
    actions.mark(
        actor=walk.manager, session_id=first.pk, marks=marks, homework="Читать", results={place: "done"}, on=LATER
    )
    actions.mark(actor=walk.manager, session_id=second.pk, marks=dict.fromkeys(marks, "absent"), on=LATER)
    told = [
        ("group", "Не пришли: Зрелое родительство", ""),
        ("group", "На группе: Зрелое родительство", "Задание на дом: Читать"),
    ]
    assert _lines(walk) == told == _lines(walk, kind="meetings")
    assert _lines(walk, kind="deeds") == []
    assert _lines(walk, words="читать") == told[1:]
    title, aside = _standing(walk, LATER)
    assert title == "Зрелое родительство" and aside.startswith("последний раз")


def test_what_a_conference_agreed_on_is_told_to_whoever_reads_the_life() -> None:
    walk = walk_with_services()
    group, (first, _second) = make_group(walk, kind="conference", title="Совет семьи", service_id=None, until_on=LATER)
    join(group, walk)
    assert _standing(walk, BEGAN)[1].startswith("следующая встреча")
    actions.agree(
        actor=walk.manager, session_id=first.pk, route_id=walk.route.pk, case_id=None, text="Сад до шести", on=BEGAN
    )
    assert _lines(walk) == [("group", "Семейная конференция: Совет семьи", "Договорились: Сад до шести")]
    marks = {one.pk: "excused" for one in group.participants.all()}
    actions.mark(actor=walk.manager, session_id=first.pk, marks=marks, on=LATER)
    assert _standing(walk, LATER + timedelta(days=1)) is None
