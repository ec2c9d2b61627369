"""Reading what a plan says about a family is a line in the journal (X-10)."""

from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.families.actions import name_people
from opora.plans.queries import PlanPage, VersionView, named, plan_page, version_view


def read_plan(*, actor: Actor, route_id: int, on: date, by_name: bool = False) -> PlanPage:
    """The whole plan of a path, opened; with ``by_name`` its people are named for whoever may know them.

    Lines are written and nothing else, so it needs no transaction of its own.
    """
    page = plan_page(actor=actor, route_id=route_id, on=on)
    if by_name:
        route = page.route
        page = named(page, name_people(actor=actor, family_id=route.family_id, case_id=route.case_id, on=on).called())
    if page.plan is not None:
        audit.record(actor=actor, verb="plans.read", case_id=page.route.case_id, route=page.route.pk)
    return page


@transaction.atomic
def read_version(*, actor: Actor, route_id: int, number: int) -> VersionView:
    """A version of the plan, opened."""
    view = version_view(actor=actor, route_id=route_id, number=number)
    audit.record(actor=actor, verb="plans.version_read", case_id=view.route.case_id, route=view.route.pk, number=number)
    return view
