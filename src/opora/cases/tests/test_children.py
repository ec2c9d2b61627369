"""People who come to the family of a case while it goes on."""

from datetime import date

import pytest

from opora.access.rules import SYSTEM
from opora.audit.models import JournalEntry
from opora.cases import actions
from opora.cases.tests import factories
from opora.common.errors import Conflict, Invalid, NotFound
from opora.families.models import Person, Placement
from opora.families.rules import Identity

pytestmark = pytest.mark.django_db
ON = date(2022, 1, 10)


def test_a_child_comes_to_the_family_and_to_the_case_with_where_it_lives():
    scene = factories.scene()
    child = actions.add_newcomer(
        actor=scene.case_manager,
        case_id=scene.case.pk,
        role="child",
        identity=Identity(surname="Щукин"),
        placement="relatives",
        placed_on=date(2022, 1, 5),
        on=ON,
    )
    assert child.code == "Щ1"
    assert [row.person_id for row in scene.case.children.all()] == [*scene.home.child_ids, child.pk]
    assert (child.placements.get().kind, child.placements.get().from_on) == ("relatives", date(2022, 1, 5))
    verbs = JournalEntry.objects.filter(case_id=scene.case.pk).order_by("id").values_list("verb", flat=True)
    assert list(verbs)[-3:] == ["families.person_added", "cases.child_added", "families.placement_recorded"]


def test_an_adult_comes_to_the_family_only():
    scene = factories.scene()
    person = actions.add_newcomer(actor=scene.case_manager, case_id=scene.case.pk, role="relative", on=ON)
    assert person.memberships.get().family == scene.home.family
    assert scene.case.children.count() == 2


def test_a_closed_case_takes_no_more_children_and_nothing_is_left_behind():
    scene = factories.scene()
    factories.close_case(scene)
    people = Person.objects.count()
    with pytest.raises(Conflict):
        actions.add_newcomer(actor=scene.case_manager, case_id=scene.case.pk, role="child", on=ON)
    assert Person.objects.count() == people


def test_what_cannot_be_true_leaves_nothing_behind():
    scene = factories.scene()
    people, placed = Person.objects.count(), Placement.objects.count()
    born = Identity(surname="Щукин", birth_date=date(2022, 1, 9))
    with pytest.raises(Invalid) as refusal:
        actions.add_newcomer(
            actor=scene.case_manager,
            case_id=scene.case.pk,
            role="child",
            identity=born,
            placement="own_family",
            placed_on=date(2022, 1, 1),
            on=ON,
        )
    assert list(refusal.value.fields) == ["placed_on"]
    assert (Person.objects.count(), Placement.objects.count()) == (people, placed)


def test_somebody_known_comes_from_another_case_of_mine():
    scene = factories.scene()
    other = factories.household()
    mine = factories.open_case(
        scene.department, factories.program(scene.department), other, scene.case_manager, on=factories.OPENED
    )
    child = scene.home.children[0]
    actions.add_known_person(actor=scene.case_manager, case_id=mine.pk, person_id=child.pk, role="child")
    assert mine.children.filter(person=child).exists()


def test_a_strangers_child_does_not_come():
    scene, other = factories.scene(), factories.scene()
    with pytest.raises(NotFound):
        actions.add_known_person(
            actor=scene.case_manager, case_id=scene.case.pk, person_id=other.home.child_ids[0], role="child"
        )
    with pytest.raises(NotFound):
        actions.add_newcomer(actor=scene.case_manager, case_id=other.case.pk, role="child", on=ON)


def test_only_children_of_the_family_belong_to_the_case():
    scene = factories.scene()
    for person in (scene.home.client, factories.household().children[0]):
        with pytest.raises(Invalid):
            actions.add_child(actor=SYSTEM, case_id=scene.case.pk, person_id=person.pk)
    actions.add_child(actor=SYSTEM, case_id=scene.case.pk, person_id=scene.home.child_ids[0])
    assert scene.case.children.count() == 2
