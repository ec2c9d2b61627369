"""A group meets: a family that came has the service once, whatever is marked, corrected, left or merged."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases import actions as cases
from opora.cases.tests.factories import household, worker
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound
from opora.families.actions.merging_families import merge_families
from opora.families.sealing import opened
from opora.groups import actions, queries
from opora.groups.queries.hanging import groups_held
from opora.groups.queries.listing import GroupFilters
from opora.groups.rules import has_completed, share
from opora.groups.tests.factories import LATER, join, make_group
from opora.plans.tests.factories import make_plan
from opora.process.models import Amendment
from opora.process.queries import place_of
from opora.process.tests.factories import BEGAN
from opora.services import actions as services
from opora.services.models import Provision
from opora.services.queries import LogFilters, count_services, service_log
from opora.services.tests.factories import walk_with_services

pytestmark = pytest.mark.django_db


def test_a_mother_with_two_children_is_one_family_and_three_people():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    there = join(group, walk)
    actions.mark(actor=walk.manager, session_id=first.pk, marks={one.pk: "came" for one in there}, heads=5, on=LATER)
    totals, _groups = count_services(actor=SYSTEM)
    assert (totals.count, totals.families, totals.people, totals.hours) == (1, 1, len(there), 1.5)
    sums = queries.sums_of(actor=SYSTEM, filters=GroupFilters(), on=LATER)
    assert (sums.events, sums.people, sums.attendances, sums.heads) == (1, len(there), len(there), 5)


def test_what_came_of_the_list_is_put_right_on_the_list_only():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    mother, *_children = join(group, walk)
    actions.mark(actor=walk.manager, session_id=first.pk, marks={mother.pk: "came"}, on=LATER)
    made = Provision.objects.get()
    with pytest.raises(Conflict):
        services.correct_service(actor=SYSTEM, provision_id=made.pk, service_id=made.service_id, on=BEGAN, today=LATER)
    actions.change_session(actor=walk.manager, session_id=first.pk, on=BEGAN + timedelta(days=1), minutes=30)
    made.refresh_from_db()
    assert (made.on, made.minutes) == (BEGAN + timedelta(days=1), 30)


MARKS = st.lists(st.sampled_from(["came", "absent", "excused", ""]), min_size=2, max_size=2)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(MARKS, min_size=1, max_size=4), leaves_after=st.integers(0, 3))
def test_however_often_the_marks_change_there_is_one_service_or_none(db, rounds, leaves_after):
    with transaction.atomic():
        walk = walk_with_services()
        group, (first, _second) = make_group(walk)
        there = join(group, walk)[:2]
        for number, states in enumerate(rounds):
            if number == leaves_after:
                actions.leave(actor=walk.manager, participant_id=there[0].pk, on=LATER)
            marks = {one.pk: state for one, state in zip(there, states, strict=False)}
            actions.mark(actor=walk.manager, session_id=first.pk, marks=marks, on=LATER)
            came = {one.person_id for one in there if marks.get(one.pk) == "came"}
            given_now = list(Provision.objects.all())
            assert len(given_now) == bool(came)
            assert {pk for one in given_now for pk in one.people.values_list("pk", flat=True)} == came
        transaction.set_rollback(True)


def known_twice(walk, group):
    """The family by a second case, its mother there on the list of the group."""
    home = household(1, letter="К")
    other = cases.open_case(
        actor=SYSTEM,
        program_id=walk.route.program_id,
        department_id=walk.department.pk,
        family_id=home.family.pk,
        client_id=home.client.pk,
        child_ids=home.child_ids,
        case_manager_id=walk.manager.user_id,
        on=BEGAN,
    )
    (aunt,) = actions.add_people(
        actor=SYSTEM, group_id=group.pk, case_id=other.pk, person_ids=[home.client.pk], on=BEGAN
    )
    return home, aunt


def test_a_family_brought_together_after_the_meeting_has_the_service_once_when_the_list_is_marked_again():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    mother, *_children = join(group, walk)
    home, aunt = known_twice(walk, group)
    marks = {mother.pk: "came", aunt.pk: "came"}
    actions.mark(actor=walk.manager, session_id=first.pk, marks=marks, on=LATER)
    assert Provision.objects.count() == 2
    merge_families(actor=SYSTEM, case_id=walk.case.pk, other_family_id=home.family.pk, reason="family_twice")
    actions.mark(actor=walk.manager, session_id=first.pk, marks=marks, on=LATER)
    made = Provision.objects.get()
    assert set(made.people.values_list("pk", flat=True)) == {walk.home.client.pk, home.client.pk}


def test_homework_is_told_for_each_family():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    mother, *_children = join(group, walk)
    place = (mother.route_id, mother.case_id)
    for state in ("partly", "done"):
        actions.mark(
            actor=walk.manager,
            session_id=first.pk,
            marks={mother.pk: "came"},
            homework="Читать вместе десять минут",
            results={place: state},
            on=LATER,
        )
    line = queries.group_page(actor=walk.manager, group=group).sessions[0]
    assert (line.homework, line.results, line.done) == ("Читать вместе десять минут", {place: "done"}, 1)


def test_whoever_came_often_enough_has_completed():
    walk = walk_with_services()
    group, (first, second) = make_group(walk, threshold=60)
    mother, child = join(group, walk)[:2]
    actions.mark(actor=walk.manager, session_id=first.pk, marks={mother.pk: "came", child.pk: "came"}, on=LATER)
    actions.mark(actor=walk.manager, session_id=second.pk, marks={mother.pk: "came", child.pk: "absent"}, on=LATER)
    roster = {one.id: one for one in queries.group_page(actor=walk.manager, group=group).roster}
    assert (roster[mother.pk].is_completed, roster[child.pk].is_completed, roster[child.pk].share) == (True, False, 50)


@given(came=st.integers(0, 50), held=st.integers(0, 50), threshold=st.integers(1, 100))
def test_completing_is_no_less_than_the_percent(came, held, threshold):
    came = min(came, held)
    assert has_completed(came=came, held=held, threshold=threshold) == (held > 0 and came / held * 100 >= threshold)
    assert 0 <= share(came, held) <= 100


def test_an_agreement_becomes_a_task_of_which_one_of_the_family_answers():
    walk = walk_with_services()
    make_plan(route_id=walk.route.pk)
    group, (first, _second) = make_group(walk, kind="conference")
    join(group, walk)
    where = {"route_id": walk.route.pk, "case_id": None}
    actions.keep_guest(
        actor=walk.manager, session_id=first.pk, words="Тётя Света, соседка", has_come=True, on=BEGAN, **where
    )
    made = actions.agree(actor=walk.manager, session_id=first.pk, text="Бабушка забирает из сада", on=BEGAN, **where)
    told = {
        "actor": walk.manager,
        "commitment_id": made.pk,
        "title": "Забирать из сада",
        "accountable": f"member:{walk.home.client.pk}",
        "due_on": LATER,
        "on": BEGAN,
    }
    made = actions.make_task(**told)
    assert made.task is not None and made.task.member_id == walk.home.client.pk
    with pytest.raises(Conflict):
        actions.make_task(**told)
    page = queries.group_page(actor=walk.manager, group=group).sessions[0]
    assert [words for _one, words in page.guests] == ["Тётя Света, соседка"]
    stranger = queries.group_page(actor=worker(Role.SPECIALIST), group=group)
    assert (stranger.sessions[0].guests, stranger.sessions[0].commitments, stranger.roster) == ([], [], [])
    assert stranger.hidden == 1 + len(walk.home.child_ids)


def test_only_who_leads_marks_and_only_who_works_with_a_family_puts_it_on_the_list():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    for actor in (worker(Role.SPECIALIST), walk.volunteer, worker(Role.ANALYST)):
        with pytest.raises(NotFound):
            actions.mark(actor=actor, session_id=first.pk, marks={}, on=LATER)
    with pytest.raises(NotFound):
        actions.add_people(
            actor=worker(Role.SPECIALIST),
            group_id=group.pk,
            route_id=walk.route.pk,
            person_ids=[walk.home.client.pk],
            on=BEGAN,
        )
    # A leader marks whoever was put on the list, also of a family that is not his or hers.
    leader = worker(Role.PSYCHOLOGIST)
    group.leaders.add(leader.user_id)
    mother = join(group, walk)[0]
    actions.mark(actor=leader, session_id=first.pk, marks={mother.pk: "came"}, on=LATER)
    assert Provision.objects.get().route_id == walk.route.pk
    assert JournalEntry.objects.filter(verb="groups.marked").exists()


def test_a_meeting_to_come_is_not_marked_and_one_that_was_marked_is_not_removed():
    walk = walk_with_services()
    group, (first, second) = make_group(walk)
    with pytest.raises(Invalid):
        actions.mark(actor=walk.manager, session_id=second.pk, marks={}, on=BEGAN)
    actions.mark(actor=walk.manager, session_id=first.pk, marks={}, heads=20, on=BEGAN)
    with pytest.raises(Conflict):
        actions.remove_session(actor=walk.manager, session_id=first.pk)
    actions.remove_session(actor=walk.manager, session_id=second.pk)
    assert group.sessions.count() == 1
    assert not Provision.objects.exists()


def test_a_mistake_in_a_group_names_every_field():
    walk = walk_with_services()
    with pytest.raises(Invalid) as told:
        make_group(walk, title=" ", kind="x", leader_ids=[], threshold=101, until_on=BEGAN - timedelta(days=1))
    assert set(told.value.fields) == {"title", "kind", "leader_ids", "threshold", "until_on"}


def test_a_new_group_asks_for_what_the_house_says_and_an_old_one_keeps_its_own(settings):
    walk = walk_with_services()
    settings.GROUP_THRESHOLD = 60
    first, _days = make_group(walk)
    settings.GROUP_THRESHOLD = 90
    second, _days = make_group(walk)
    own, _days = make_group(walk, threshold=50)
    first.refresh_from_db()
    assert (first.threshold, second.threshold, own.threshold) == (60, 90, 50)


def test_a_guest_and_an_agreement_are_put_right_and_taken_back_and_what_stood_there_stays_readable():
    walk = walk_with_services()
    make_plan(route_id=walk.route.pk)
    group, (first, _second) = make_group(walk, kind="conference")
    join(group, walk)
    where = {"actor": walk.manager, "session_id": first.pk, "route_id": walk.route.pk, "case_id": None, "on": today()}
    guest = actions.keep_guest(words="Тётя Света", has_come=False, **where)
    agreed = actions.agree(text="Бабушка забирает из сада", **where)
    actions.correct_guest(actor=walk.manager, guest_id=guest.pk, words="Тётя Вера", has_come=True, on=today())
    actions.correct_agreement(actor=walk.manager, commitment_id=agreed.pk, text="Забирает дед", on=today())
    (line,) = queries.groups_at(actor=walk.manager, place=seen_at(walk), on=today()).groups[0].meetings
    assert [(one.has_come, words) for one, words in line.guests] == [(True, "Тётя Вера")]
    assert [words for _one, words in line.commitments] == ["Забирает дед"]
    assert [opened(one, "before")["text"] for one in Amendment.objects.order_by("pk")] == [
        "Тётя Света",
        "Бабушка забирает из сада",
    ]
    actions.void_guest(actor=walk.manager, guest_id=guest.pk, is_undo=True, on=today())
    with pytest.raises(Invalid):
        actions.void_agreement(actor=walk.manager, commitment_id=agreed.pk, on=today())
    with pytest.raises(NotFound):
        actions.void_agreement(actor=worker(Role.SPECIALIST), commitment_id=agreed.pk, reason="Чужая", on=today())
    task = {"title": "Забирать", "accountable": f"member:{walk.home.client.pk}", "due_on": LATER, "on": BEGAN}
    actions.make_task(actor=walk.manager, commitment_id=agreed.pk, **task)
    with pytest.raises(Conflict):
        actions.void_agreement(actor=walk.manager, commitment_id=agreed.pk, reason="Передумали", on=today())
    found = queries.group_page(actor=walk.manager, group=group).sessions[0]
    assert (found.guests, len(found.commitments)) == ([], 1)


def seen_at(walk):
    return place_of(actor=walk.manager, route_id=walk.route.pk)


def test_a_group_that_counts_as_no_service_any_more_takes_back_what_nobody_received_and_gives_nothing_new():
    walk = walk_with_services()
    group, (first, second) = make_group(walk)
    mother, child = join(group, walk)[:2]
    actions.mark(actor=walk.manager, session_id=first.pk, marks={mother.pk: "came", child.pk: "came"}, on=LATER)
    group.service = None
    group.save()
    actions.mark(actor=walk.manager, session_id=first.pk, marks={child.pk: "came"}, on=LATER)
    actions.mark(actor=walk.manager, session_id=second.pk, marks={mother.pk: "came"}, on=LATER)
    assert list(Provision.objects.get().people.values_list("pk", flat=True)) == [child.person_id]
    actions.mark(actor=walk.manager, session_id=first.pk, marks={child.pk: "absent"}, on=LATER)
    assert not Provision.objects.exists()


def test_a_group_hangs_on_its_leader_until_its_last_day_has_gone_by():
    walk = walk_with_services()
    make_group(walk, title="Идёт")
    make_group(walk, title="Кончится", until_on=today())
    make_group(walk, title="Кончилась", until_on=today() - timedelta(days=1))
    assert [one.words for one in groups_held(SYSTEM, walk.manager.user_id)] == ["Идёт", "Кончится"]


def test_the_journal_of_a_family_on_its_path_knows_who_left():
    walk = walk_with_services()
    group, _days = make_group(walk)
    actions.leave(actor=walk.manager, participant_id=join(group, walk)[0].pk, on=LATER)
    assert JournalEntry.objects.get(verb="groups.left").family_id == walk.home.family.pk


def test_a_meeting_of_two_families_brought_together_stands_twice_in_the_log_and_counts_once():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    mother, *_children = join(group, walk)
    home, aunt = known_twice(walk, group)
    marks = {mother.pk: "came", aunt.pk: "came"}
    actions.mark(actor=walk.manager, session_id=first.pk, marks=marks, on=LATER)
    assert [line.is_counted for line in service_log(actor=SYSTEM, filters=LogFilters())] == [True, True]
    merge_families(actor=SYSTEM, case_id=walk.case.pk, other_family_id=home.family.pk, reason="family_twice")
    lines = service_log(actor=SYSTEM, filters=LogFilters())
    totals, _groups = count_services(actor=SYSTEM)
    assert sorted(line.is_counted for line in lines) == [False, True] and totals.count == 1
    alone = service_log(actor=SYSTEM, filters=LogFilters(), before=(lines[0].on, lines[0].id))
    assert [line.is_counted for line in alone] == [lines[1].is_counted]
