"""A service is planned, given, counted once, put right and taken back."""

from datetime import timedelta

import pytest

from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.models import Case
from opora.cases.tests.factories import worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.process.queries import place_of
from opora.process.tests.factories import BEGAN
from opora.services import actions, queries
from opora.services.actions.giving import Recipient
from opora.services.models import Provision
from opora.services.queries.log import LogFilters
from opora.services.rules import Standing
from opora.services.tests.factories import give, plan, publish_chain, service, walk_with_services

pytestmark = pytest.mark.django_db
LATER = BEGAN + timedelta(days=20)


def seen(walk, on=LATER, actor=None):
    place = place_of(actor=walk.manager, route_id=walk.route.pk)
    return queries.services_at(actor=actor or walk.manager, place=place, on=on)


def test_what_was_planned_stands_beside_what_was_held_and_whoever_did_not_come():
    walk = walk_with_services()
    plan(walk, "v26", times=3, until_on=BEGAN + timedelta(days=10))
    give(walk, "v26", minutes=50)
    give(walk, "v26", state="no_show", on=BEGAN + timedelta(days=2))
    (line,) = seen(walk, on=BEGAN).planned
    assert (line.times, line.held, line.missed, line.standing) == (3, 1, 1, Standing.GOING)
    assert seen(walk).planned[0].standing is Standing.LATE
    give(walk, "v26", on=LATER)
    give(walk, "v26", on=LATER)
    assert seen(walk).planned[0].standing is Standing.HELD
    # What comes on top fills nothing any more.
    assert give(walk, "v26", on=LATER).planned is None
    assert (seen(walk).held, seen(walk).missed, seen(walk).hours) == (4, 1, 0.8)


def test_a_service_of_the_same_label_fills_no_other_plan():
    walk = walk_with_services()
    plan(walk, "v23", times=2)
    give(walk, "v26")
    assert seen(walk).planned[0].held == 0


def test_one_meeting_with_several_families_is_a_service_of_each():
    one, other = walk_with_services(), walk_with_services()
    everybody = (one.home.client.pk, *one.home.child_ids)
    made = actions.give_to_several(
        actor=SYSTEM,
        recipients=[
            Recipient(route_id=one.route.pk, people_ids=everybody),
            Recipient(route_id=other.route.pk, people_ids=(other.home.client.pk,)),
        ],
        service_id=service("v22"),
        minutes=90,
        on=BEGAN,
    )
    assert made[0].together == made[1].together is not None
    totals, (group,) = queries.count_services(actor=SYSTEM, by="direction")
    assert (totals.count, totals.families, totals.people, totals.hours) == (2, 2, 4, 3.0)
    assert (group.code, group.totals) == ("d7", totals)


def test_nothing_is_recorded_for_anybody_when_one_family_is_not_to_be_seen():
    one, other = walk_with_services(), walk_with_services()
    with pytest.raises(NotFound):
        actions.give_to_several(
            actor=worker(Role.SPECIALIST),
            recipients=[Recipient(route_id=one.route.pk), Recipient(route_id=other.route.pk)],
            service_id=service("v22"),
            on=BEGAN,
        )
    assert not Provision.objects.exists()


def test_a_colleague_gives_what_the_catalogue_lets_the_role_give():
    walk = walk_with_services()
    with pytest.raises(Invalid) as told:
        give(walk, "v26", worker_id=walk.manager.user_id)
    assert "worker_id" in told.value.fields
    psychologist = worker(Role.PSYCHOLOGIST)
    assert give(walk, "v26", worker_id=psychologist.user_id).worker_id == psychologist.user_id


def test_words_of_therapy_are_not_kept_beside_the_service():
    publish_chain("crisis_department")
    walk = walk_with_services()
    with pytest.raises(Invalid):
        give(walk, "a3_therapy", note="Рассказала о детстве")
    assert give(walk, "a3_therapy").note is None


def test_a_mistake_names_every_field():
    walk = walk_with_services()
    with pytest.raises(Invalid) as told:
        give(walk, "v3", format="event", minutes=0, people_ids=[10**9], where="moon", on=BEGAN - timedelta(days=9))
    assert set(told.value.fields) == {"format", "minutes", "people_ids", "where", "on"}


def test_work_of_the_organization_itself_is_no_service_of_a_family():
    publish_chain("mama_ryadom")
    walk = walk_with_services()
    with pytest.raises(Invalid):
        give(walk, "t5_media")


def test_after_the_case_is_over_nothing_new_is_given():
    walk = walk_with_services()
    Case.objects.filter(pk=walk.case.pk).update(closed_on=LATER)
    assert give(walk, on=LATER).pk
    with pytest.raises(Conflict):
        give(walk, on=LATER + timedelta(days=1))


def test_a_volunteer_and_a_stranger_see_no_service():
    walk = walk_with_services()
    made = give(walk)
    for outsider in (walk.volunteer, worker(Role.SPECIALIST), worker(Role.ANALYST)):
        with pytest.raises((NotFound, Refused)):
            give(walk, actor=outsider)
        with pytest.raises(NotFound):
            queries.provision_in_sight(actor=outsider, provision_id=made.pk)
        assert queries.service_log(actor=outsider, filters=LogFilters()) == []
    assert [line.id for line in queries.service_log(actor=walk.manager, filters=LogFilters())] == [made.pk]
    leader = worker(Role.COORDINATOR, walk.department)
    assert [line.id for line in queries.service_log(actor=leader, filters=LogFilters())] == [made.pk]


def test_the_author_puts_a_record_right_and_the_former_words_stay():
    walk = walk_with_services()
    made = give(walk, note="Помогли с заявлением", on=BEGAN)
    with pytest.raises(Refused):
        actions.correct_service(
            actor=walk.manager, provision_id=made.pk, service_id=made.service_id, on=BEGAN, today=BEGAN
        )
    leader = worker(Role.COORDINATOR, walk.department)
    actions.correct_service(
        actor=leader, provision_id=made.pk, service_id=service("v4"), minutes=30, note="В МФЦ", on=BEGAN, today=LATER
    )
    made = queries.provision_in_sight(actor=leader, provision_id=made.pk)
    assert (made.service.code, made.minutes, queries.note_of(leader, made)) == ("v4", 30, "В МФЦ")


def test_what_was_voided_counts_nowhere():
    walk = walk_with_services()
    plan(walk, times=1)
    made = give(walk, people_ids=[walk.home.client.pk])
    leader = worker(Role.COORDINATOR, walk.department)
    actions.void_service(actor=leader, provision_id=made.pk, reason="Другая семья", on=LATER)
    totals, groups = queries.count_services(actor=SYSTEM)
    assert (totals.count, totals.families, totals.people, groups) == (0, 0, 0, [])
    assert seen(walk).planned[0].held == 0
    assert JournalEntry.objects.filter(verb="process.record_voided").exists()


def test_a_plan_of_a_service_is_changed_and_stopped():
    walk = walk_with_services()
    planned = plan(walk, times=8)
    with pytest.raises(Invalid):
        actions.change_plan_of_service(actor=walk.manager, planned_id=planned.pk, times=0, on=LATER)
    actions.change_plan_of_service(actor=walk.manager, planned_id=planned.pk, times=4, note="Реже", on=LATER)
    actions.stop_planned(actor=walk.manager, planned_id=planned.pk, on=LATER)
    (line,) = seen(walk).planned
    assert (line.times, line.note, line.standing) == (4, "Реже", Standing.STOPPED)
    with pytest.raises(Conflict):
        actions.stop_planned(actor=walk.manager, planned_id=planned.pk, on=LATER)
    assert give(walk).planned is None


def test_the_log_turns_its_pages_by_day_and_number_and_is_narrowed():
    walk = walk_with_services()
    first, second = give(walk, on=BEGAN), give(walk, on=BEGAN)
    last = give(walk, "v21", on=LATER)
    lines = queries.service_log(actor=SYSTEM, filters=LogFilters(), limit=1)
    assert [line.id for line in lines] == [last.pk, second.pk]
    rest = queries.service_log(actor=SYSTEM, filters=LogFilters(), before=(lines[1].on, lines[1].id))
    assert [line.id for line in rest] == [first.pk]
    other = queries.service_log(actor=SYSTEM, filters=LogFilters(provider="other_program"))
    assert [(line.id, line.case_number) for line in other] == [(last.pk, walk.case.number)]
    assert queries.service_log(actor=SYSTEM, filters=LogFilters(text="нет такого")) == []


def test_two_services_of_one_label_are_two_lines_of_every_count():
    walk = walk_with_services()
    give(walk, "v23")
    give(walk, "v26")
    _totals, groups = queries.count_services(actor=SYSTEM, by="service")
    assert [(group.code, group.totals.count) for group in groups] == [("v23", 1), ("v26", 1)]
    assert groups[0].name == groups[1].name


def test_a_whole_house_actor_without_the_ability_counts_nothing():
    walk_with_services()
    nobody = Actor(user_id=None, name="")
    assert queries.count_services(actor=nobody)[0].count == 0
