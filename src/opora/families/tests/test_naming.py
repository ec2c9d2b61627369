"""People are named for those who may know them, and each look is a line of the journal, once for half an hour."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import scene, worker
from opora.families import actions
from opora.families.rules import Identity

ON = date(2026, 3, 2)


@pytest.mark.django_db
def test_the_team_sees_names_and_others_codes() -> None:
    place = scene()
    mother = Identity(surname="Лебедева", given="Ольга", birth_date=date(1992, 1, 1), phones=("+7 900 555-01-12",))
    actions.update_identity(actor=SYSTEM, person=place.home.client, identity=mother)
    family_id, case_id = place.home.family.pk, place.case.pk

    named = actions.name_people(actor=place.case_manager, family_id=family_id, case_id=case_id, on=ON)
    assert named.title() == "Семья Лебедевых"
    assert named.labels()[place.home.client.pk] == f"Ольга Лебедева, мать, 34 года ({place.home.client.code})"

    stranger = worker(Role.CASE_MANAGER, place.department)
    coded = actions.name_people(actor=stranger, family_id=family_id, case_id=case_id, on=ON)
    assert coded.labels()[place.home.client.pk] == f"{place.home.client.code} (мать)"
    assert coded.title() == f"Семья {place.home.client.code}"


@pytest.mark.django_db
def test_a_look_at_names_is_one_line_for_half_an_hour() -> None:
    place = scene()
    actions.update_identity(actor=SYSTEM, person=place.home.client, identity=Identity(surname="Лебедева"))
    for _time in range(3):
        actions.name_people(actor=place.case_manager, family_id=place.home.family.pk, case_id=place.case.pk, on=ON)
    looks = JournalEntry.objects.filter(verb="families.identity_opened", actor_id=place.case_manager.user_id)
    assert looks.count() == 1


@pytest.mark.django_db
def test_several_families_are_named_as_each_alone_by_as_many_questions() -> None:
    """A list of a group names its people by few questions, and each look is a line, however many families there are."""
    places = [scene(), scene(), scene()]
    for place, surname in zip(places, ("Лебедева", "Гусева", "Уткина"), strict=True):
        mother = Identity(surname=surname, given="Ольга", birth_date=date(1992, 1, 1))
        actions.update_identity(actor=SYSTEM, person=place.home.client, identity=mother)
    head, reader, stranger = worker(Role.HEAD), places[0].coordinator, worker(Role.ANALYST)
    cases = {place.home.family.pk: place.case.pk for place in places}
    for actor, seen in ((head, 3), (reader, 1), (stranger, 0)):
        named = actions.name_families(actor=actor, families=cases, on=ON)
        looks = JournalEntry.objects.filter(verb="families.identity_opened", actor_id=actor.user_id)
        assert sorted(looks.values_list("case_id", flat=True)) == sorted(cases.values())[:seen]
        for family_id, case_id in cases.items():
            assert named[family_id] == actions.name_people(actor=actor, family_id=family_id, case_id=case_id, on=ON)
    asked = []
    for some in ({}, dict([*cases.items()][:1]), cases):
        with CaptureQueriesContext(connection) as found:
            actions.name_families(actor=head, families=some, on=ON)
        asked.append(len(found))
    assert asked[0] == 0 and asked[1] == asked[2]
