"""A meeting is one service of a family in whatever order it joined, came, got its case and was brought together."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opora.access.rules import SYSTEM
from opora.families.actions import merging
from opora.groups import actions, queries
from opora.groups.queries.listing import GroupFilters
from opora.groups.tests.factories import LATER
from opora.process.tests.factories import BEGAN
from opora.services.queries import count_services
from opora.services.tests.factories import service
from opora.services.tests.test_counted_once import Story, feasible


class Meeting(Story):
    """The family known to us twice, both times on the list of one group."""

    def __init__(self) -> None:
        super().__init__()
        self.group = actions.keep_group(
            actor=SYSTEM,
            title="Зрелое родительство",
            kind="program",
            department_id=self.route.department_id,
            service_id=service("v24"),
            from_on=BEGAN,
            leader_ids=[self.manager.user_id],
        )
        (self.day,) = actions.plan_sessions(actor=SYSTEM, group_id=self.group.pk, on=BEGAN, minutes=90)

    def join_by_the_path(self) -> None:
        self._join([self.here.client.pk, *self.here.child_ids], route_id=self.route.pk)

    def join_by_the_other_case(self) -> None:
        self._join([self.there.client.pk], case_id=self.other_case.pk)

    def _join(self, people: list[int], **where: int) -> None:
        actions.add_people(actor=SYSTEM, group_id=self.group.pk, person_ids=people, on=BEGAN, **where)

    def everybody_comes(self) -> None:
        marks = dict.fromkeys(self.group.participants.values_list("pk", flat=True), "came")
        actions.mark(actor=SYSTEM, session_id=self.day.pk, marks=marks, on=LATER)

    def bring_the_mothers_together(self) -> None:
        merging.merge_people(
            actor=SYSTEM,
            case_id=self.other_case.pk,
            person_id=self.there.client.pk,
            other_id=self.here.client.pk,
            chosen={},
            reason="twice",
        )


STEPS = (
    Meeting.join_by_the_path,
    Meeting.join_by_the_other_case,
    Meeting.everybody_comes,
    Meeting.open_the_case,
    Meeting.bring_the_families_together,
)


def after_they_joined(order):
    """Whoever is marked stands on the list already."""
    order = [step for step in order if step is not Meeting.everybody_comes]
    last = max(order.index(Meeting.join_by_the_path), order.index(Meeting.join_by_the_other_case))
    return order[: last + 1], order[last + 1 :]


@st.composite
def lives(draw):
    """The steps in an order that can be lived through; the marks fall anywhere after the list was written."""
    joined, later = after_they_joined(draw(st.permutations(STEPS).map(feasible)))
    at = draw(st.integers(0, len(later)))
    return [*joined, *later[:at], Meeting.everybody_comes, *later[at:]]


@pytest.mark.django_db
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=lives(), is_one_mother=st.booleans())
def test_a_meeting_counts_once_whatever_comes_first(db, order, is_one_mother):
    with transaction.atomic():
        story = Meeting()
        for step in order:
            step(story)
        if is_one_mother:
            story.bring_the_mothers_together()
        people = 2 if is_one_mother else 3
        totals, (group,) = count_services(actor=SYSTEM)
        assert (totals.count, totals.families, totals.people, totals.hours) == (1, 1, people, 1.5)
        assert group.totals == totals
        sums = queries.sums_of(actor=SYSTEM, filters=GroupFilters(), on=LATER)
        (line,), _more = queries.list_groups(actor=SYSTEM, filters=GroupFilters(), on=LATER)
        page = queries.group_page(actor=SYSTEM, group=story.group)
        for told in (sums, line, page):
            assert (told.people, told.attendances) == (people, people)
        assert (page.sessions[0].came, page.completed) == (people, people)
        transaction.set_rollback(True)
