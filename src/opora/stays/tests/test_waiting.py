"""Who waits for a place: on the list once, the most urgent first, off it by moving in, elsewhere or giving up."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import Scene, department, scene, worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.process.queries import place_of
from opora.stays import actions
from opora.stays.actions import MISTAKE, Asked
from opora.stays.models import Waiting
from opora.stays.queries import WaitFilters, waiting_for, waiting_page, waits_at
from opora.stays.tests.factories import CAME, House, admit, another_family, house

pytestmark = pytest.mark.django_db
SINCE, ON = CAME - timedelta(days=9), CAME


@pytest.fixture
def place() -> House:
    return house()


def wait(scene: Scene, urgency: str = "days", *, on: date = SINCE, **more: Any) -> Waiting:
    asked = Asked(**{"urgency": urgency, "people": 3, **more})
    return actions.wait_for_place(actor=scene.case_manager, case_id=scene.case.pk, asked=asked, on=on)


def order(actor: Actor) -> list[tuple[str, str]]:
    found = waiting_page(actor=actor, on=ON)
    return [(one.code, one.waiting.urgency) for one in found.lines]


def test_nobody_waits_since_long_before_the_work_with_the_family_began(place: House) -> None:
    """A slip in the year would put the family before all who have waited long."""
    began = place_of(actor=SYSTEM, case_id=place.scene.case.pk).began_on
    with pytest.raises(Invalid) as refused:
        wait(place.scene, on=began - timedelta(days=184))
    assert list(refused.value.fields) == ["on"] and not Waiting.objects.exists()
    earlier = began - timedelta(days=183)
    assert wait(place.scene, on=earlier).since_on == earlier


def test_the_most_urgent_stand_first_and_of_those_who_waited_longest(place: House) -> None:
    first, second, third = place.scene, another_family(place), another_family(place)
    wait(first)
    wait(second, "tonight", on=ON - timedelta(days=1))
    wait(third, on=SINCE - timedelta(days=2))
    assert [code for code, _urgency in order(first.case_manager)] == [
        one.home.client.code for one in (second, third, first)
    ]
    lines = waiting_page(actor=first.case_manager, on=ON).lines
    assert [(one.days, one.is_late) for one in lines] == [(1, True), (11, False), (9, False)]


def test_a_family_waits_once_and_moving_in_answers_it(place: House) -> None:
    waiting = wait(place.scene, note="Ночуют на вокзале")
    with pytest.raises(Conflict):
        wait(place.scene)
    with pytest.raises(IntegrityError), transaction.atomic():
        Waiting.objects.create(case=place.scene.case, since_on=SINCE, urgency="later", people=1)
    admit(place, on=ON)
    waiting.refresh_from_db()
    assert (waiting.answer, waiting.answered_on) == ("admitted", ON)
    assert waiting_page(actor=place.scene.case_manager, on=ON).lines == ()
    past = waiting_page(actor=place.scene.case_manager, filters=WaitFilters(answered=True), on=ON)
    assert [one.waiting.answer for one in past.lines] == ["admitted"]
    with pytest.raises(Conflict):
        wait(place.scene)


def test_it_becomes_more_urgent_and_ends_elsewhere_or_by_mistake(place: House) -> None:
    actor, waiting = place.scene.case_manager, wait(place.scene)
    asked = Asked("tonight", 2, place.shelter.pk, "Выгнали из комнаты")
    actions.change_waiting(actor=actor, waiting_id=waiting.pk, asked=asked, on=ON)
    line, _past = waits_at(actor=actor, place=place_of(actor=actor, case_id=place.scene.case.pk), on=ON)
    assert line is not None and (line.shelter, line.waiting.note_text) == (place.shelter.name, "Выгнали из комнаты")
    assert line.waiting.since_on == SINCE, "since when it waits is not begun anew"
    for answer, day in (("admitted", ON), ("", ON), ("elsewhere", SINCE - timedelta(days=1))):
        with pytest.raises(Invalid):
            actions.answer_waiting(actor=actor, waiting_id=waiting.pk, answer=answer, on=day)
    actions.answer_waiting(actor=actor, waiting_id=waiting.pk, answer="elsewhere", on=ON)
    with pytest.raises(Conflict):
        actions.answer_waiting(actor=actor, waiting_id=waiting.pk, answer="gave_up", on=ON)
    verbs = JournalEntry.objects.filter(case_id=place.scene.case.pk, verb__startswith="stays.wait")
    assert list(verbs.order_by("pk").values_list("verb", flat=True)) == [
        "stays.wait_began",
        "stays.wait_changed",
        "stays.wait_over",
    ]
    assert not [one for one in verbs if "Выгнали" in str(one.data)]
    again = wait(place.scene, on=ON)
    actions.answer_waiting(actor=place.scene.coordinator, waiting_id=again.pk, answer=MISTAKE, on=ON)
    assert Waiting.objects.count() == 1 and Waiting.every.count() == 2


@pytest.mark.parametrize(
    ("asked", "field"),
    [(Asked("soon", 2), "urgency"), (Asked("days", 0), "people"), (Asked("days", 31), "people")],
)
def test_what_is_wrong_is_said_beside_its_field(place: House, asked: Asked, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        actions.wait_for_place(actor=place.scene.case_manager, case_id=place.scene.case.pk, asked=asked, on=ON)
    assert set(refused.value.fields) == {field}


def test_a_board_shows_who_waits_for_it_or_for_any_and_others_only_how_many(place: House) -> None:
    other = actions.add_shelter(actor=SYSTEM, name="Другой центр", department_id=None, on=date(2026, 1, 1))
    wait(place.scene, shelter_id=place.shelter.pk)
    wait(another_family(place))
    wait(another_family(place), shelter_id=other.pk)
    here = waiting_for(actor=place.scene.case_manager, shelter=place.shelter, on=ON)
    assert (len(here.waiting), here.hidden) == (2, 0)
    colleague = worker(Role.SPECIALIST, place.scene.department)
    hidden = waiting_for(actor=colleague, shelter=place.shelter, on=ON)
    assert (hidden.waiting, hidden.hidden) == ((), 2)


def test_others_neither_see_nor_change_it(place: House) -> None:
    waiting = wait(place.scene)
    stranger = worker(Role.CASE_MANAGER, department())
    for attempt in (
        lambda: wait(Scene(**{**vars(place.scene), "case_manager": stranger})),
        lambda: actions.answer_waiting(actor=stranger, waiting_id=waiting.pk, answer="gave_up", on=ON),
        lambda: actions.change_waiting(actor=stranger, waiting_id=waiting.pk, asked=Asked("days", 2), on=ON),
    ):
        with pytest.raises((NotFound, Refused)):
            attempt()


def test_whoever_keeps_a_centre_knows_by_code_who_of_other_departments_waits_for_it(place: House) -> None:
    """A bed cannot be offered to a number: the keeper is told code, urgency, people and whom to ask, and no more."""
    elsewhere = scene(pattern="{n}/кц")
    wait(elsewhere, "tonight", note="Выгнали из комнаты")
    keeper, colleague = place.scene.coordinator, worker(Role.SPECIALIST, place.scene.department)
    [line] = waiting_page(actor=keeper, on=ON).lines
    assert (line.code, line.is_seen, line.department) == (
        elsewhere.case.client.code,
        False,
        elsewhere.department.name,
    )
    assert waiting_page(actor=colleague, on=ON).hidden == 1
    [own] = waiting_page(actor=elsewhere.case_manager, on=ON).lines
    assert own.is_seen


def test_the_list_is_searched_narrowed_and_turned_page_by_page(place: House) -> None:
    first, second = place.scene, another_family(place)
    wait(first, "later")
    wait(second, "tonight")
    actor = place.scene.coordinator

    def codes(**asked: Any) -> list[str]:
        found = waiting_page(actor=actor, filters=WaitFilters(**asked), on=ON)
        return [one.code for one in found.lines]

    assert codes(text=first.case.client.code.lower()) == [first.case.client.code]
    assert codes(urgency="tonight") == [second.case.client.code]
    page = waiting_page(actor=actor, on=ON, skip=1, limit=1)
    assert ([one.code for one in page.lines], page.families, page.people) == ([first.case.client.code], 2, 6)
