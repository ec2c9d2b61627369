"""A group made by mistake goes while nothing is recorded of it; later it is voided and counts nowhere."""

import pytest

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import department, worker
from opora.common.errors import Conflict, Invalid, NotFound
from opora.groups import actions, queries
from opora.groups.models import Group, HomeworkResult, Session
from opora.groups.queries.between import meetings_between
from opora.groups.queries.listing import GroupFilters
from opora.groups.tests.factories import LATER, join, make_group
from opora.process.queries import place_of
from opora.process.tests.factories import BEGAN
from opora.services.models import Provision
from opora.services.queries import count_services
from opora.services.tests.factories import walk_with_services

pytestmark = pytest.mark.django_db


def test_an_empty_group_is_taken_away_with_the_days_that_were_planned():
    walk = walk_with_services()
    group, _days = make_group(walk)
    with pytest.raises(NotFound):
        actions.remove_group(actor=worker(Role.CASE_MANAGER, department()), group_id=group.pk)
    actions.remove_group(actor=walk.manager, group_id=group.pk)
    assert not Group.every.exists() and not Session.objects.exists()
    assert JournalEntry.objects.get(verb="groups.removed").data["title"] == "Зрелое родительство"


def test_a_group_with_somebody_on_its_list_or_heads_at_a_meeting_is_not_taken_away():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    actions.mark(actor=walk.manager, session_id=first.pk, marks={}, heads=3, on=LATER)
    with pytest.raises(Conflict):
        actions.remove_group(actor=walk.manager, group_id=group.pk)
    other, _days = make_group(walk)
    join(other, walk)
    with pytest.raises(Conflict):
        actions.remove_group(actor=walk.manager, group_id=other.pk)


def test_a_voided_group_takes_its_services_along_and_stays_readable():
    walk = walk_with_services()
    group, (first, second) = make_group(walk)
    there = join(group, walk)
    actions.mark(
        actor=walk.manager,
        session_id=first.pk,
        marks={one.pk: "came" for one in there},
        heads=5,
        homework="Читать вместе",
        results={(walk.route.pk, None): "done"},
        on=LATER,
    )
    told = {"actor": walk.manager, "group_id": group.pk, "on": LATER}
    with pytest.raises(Invalid):
        actions.void_group(reason=" ", **told)
    actions.void_group(reason="Записана дважды", **told)
    assert not Provision.objects.exists() and count_services(actor=SYSTEM)[0].count == 0
    sums = queries.sums_of(actor=SYSTEM, filters=GroupFilters(), on=LATER)
    assert (sums.groups, sums.events, sums.people, sums.heads) == (0, 0, 0, 0)
    assert not HomeworkResult.objects.exists()
    assert list(meetings_between(actor=SYSTEM, first=BEGAN, last=LATER)) == []
    assert (
        queries.groups_at(
            actor=walk.manager, place=place_of(actor=walk.manager, route_id=walk.route.pk), on=LATER
        ).groups
        == ()
    )
    page = actions.read_group(actor=walk.manager, group_id=group.pk)
    assert (page.voided_why, page.may_lead, len(page.roster)) == ("Записана дважды", False, len(there))
    assert (page.held, page.people) == (1, len(there)), "who came stays readable"
    for attempt in (
        lambda: actions.void_group(reason="Ещё раз", **told),
        lambda: actions.mark(actor=walk.manager, session_id=second.pk, marks={}, on=LATER),
        lambda: join(group, walk),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_homework_has_a_day_by_which_it_is_due_and_a_word_of_how_it_went():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    join(group, walk)
    place = (walk.route.pk, None)
    told = {"actor": walk.manager, "session_id": first.pk, "marks": {}, "homework": "Читать вместе", "on": LATER}
    with pytest.raises(Invalid) as refused:
        actions.mark(**told, homework_due_on=BEGAN.replace(year=BEGAN.year - 1))
    assert list(refused.value.fields) == ["homework_due_on"]
    for state, said in (("partly", "Успели три вечера"), ("done", "Читали каждый день")):
        actions.mark(**told, homework_due_on=LATER, results={place: state}, comments={place: said})
    line = queries.group_page(actor=walk.manager, group=group).sessions[0]
    assert (line.session.homework_due_on, line.results, line.comments) == (
        LATER,
        {place: "done"},
        {place: "Читали каждый день"},
    )
    assert "каждый день".encode() not in bytes(HomeworkResult.objects.get().comment)
    actions.mark(**{**told, "homework": ""})
    first.refresh_from_db()
    assert first.homework_due_on is None and not HomeworkResult.objects.exists()


def test_what_was_really_recorded_of_a_meeting_is_told():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    there = join(group, walk)
    concert, (evening, *_more) = make_group(walk, kind="culture", service_id=None, times=1)
    listed = join(concert, walk)
    for session, people in ((first, there), (evening, listed)):
        actions.mark(
            actor=walk.manager, session_id=session.pk, marks={one.pk: "came" for one in people}, heads=2, on=LATER
        )
    found = [queries.recorded_at(Session.objects.get(pk=one.pk)) for one in (first, evening)]
    assert [(one.came, one.heads, one.services) for one in found] == [(len(there), 2, 1), (len(listed), 2, 0)]
