"""The people of a family, named for whoever may know them: for the forms and pages of every room."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from opora.common.dates import today
from opora.families.actions import name_people
from opora.families.queries import NamedFamily
from opora.web.shell.asking import actor_of

if TYPE_CHECKING:
    from opora.cases.models import Case
    from opora.process.models import Route


def family_named(request: HttpRequest, route: "Route") -> NamedFamily:
    """The family of a path already read for this person; nobody while it is not known."""
    return name_people(actor=actor_of(request), family_id=route.family_id, case_id=route.case_id, on=today())


def case_named(request: HttpRequest, case: "Case") -> NamedFamily:
    """The family of a case already read for this person."""
    return name_people(actor=actor_of(request), family_id=case.family_id, case_id=case.pk, on=today())


def family_title(request: HttpRequest, route: "Route") -> str:
    """What a path's family is called by whoever may know it; by the code of its client for others, or nothing."""
    return family_named(request, route).title(route.case.client_id if route.case is not None else None)
