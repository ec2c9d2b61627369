"""A service given before there was a case follows the family into its case, and is counted once in whatever order."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opora.access.rules import SYSTEM
from opora.cases import actions as cases
from opora.cases.tests.factories import household, worker
from opora.families.actions.merging_families import merge_families
from opora.process.models import Route
from opora.process.tests.factories import BEGAN, make_route
from opora.services import actions, queries
from opora.services.tests.factories import publish_chain, service


class Story:
    """One family known to us twice: by a path without a case, and by a case that somebody opened beside it."""

    def __init__(self):
        publish_chain()
        self.here, self.there = household(1), household(1, letter="К")
        self.route = make_route(family_id=self.here.family.pk)
        self.manager = worker("case_manager", self.route.department)
        self.other_case = self._open(self.there)

    def _open(self, home):
        return cases.open_case(
            actor=SYSTEM,
            program_id=self.route.program_id,
            department_id=self.route.department_id,
            family_id=home.family.pk,
            client_id=home.client.pk,
            child_ids=home.child_ids,
            case_manager_id=self.manager.user_id,
            on=BEGAN,
        )

    def give_on_the_path(self):
        self._give(route_id=self.route.pk, people_ids=[self.here.client.pk, *self.here.child_ids])

    def give_again_on_the_path(self):
        self._give(route_id=self.route.pk, people_ids=[self.here.client.pk])

    def give_in_the_other_case(self):
        self._give(case_id=self.other_case.pk, people_ids=[self.there.client.pk])

    def _give(self, **where):
        actions.give_service(actor=SYSTEM, service_id=service("v3"), minutes=30, on=BEGAN, **where)

    def open_the_case(self):
        case = self._open(self.here)
        Route.objects.filter(case=case).exclude(pk=self.route.pk).update(case=None, ended_on=BEGAN)
        Route.objects.filter(pk=self.route.pk).update(case=case)

    def bring_the_families_together(self):
        merge_families(
            actor=SYSTEM, case_id=self.other_case.pk, other_family_id=self.here.family.pk, reason="family_twice"
        )


STEPS = (
    Story.give_on_the_path,
    Story.give_again_on_the_path,
    Story.give_in_the_other_case,
    Story.open_the_case,
    Story.bring_the_families_together,
)


def feasible(order):
    """Two families are brought together from case to case: the case of the path is opened before."""
    first, second = sorted((order.index(Story.open_the_case), order.index(Story.bring_the_families_together)))
    order[first], order[second] = Story.open_the_case, Story.bring_the_families_together
    return order


@pytest.mark.django_db
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(STEPS).map(feasible))
def test_every_service_is_counted_once_whatever_comes_first(db, order):
    with transaction.atomic():
        story = Story()
        for step in order:
            step(story)
        totals, (group,) = queries.count_services(actor=SYSTEM)
        assert (totals.count, totals.families, totals.people, totals.hours) == (3, 1, 3, 1.5)
        assert group.totals == totals
        transaction.set_rollback(True)
