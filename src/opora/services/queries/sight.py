"""Which records of help a person sees, asked so that a list of the organization stays cheap however long it grows."""

from django.db.models import Q

from opora.access.rules import Actor, Scope, departments, hands, scope
from opora.cases.models import TeamMember
from opora.process.models import Route, RouteMember

ABILITY = "help.read"
# A path or a case begun by mistake counts nowhere, and what was recorded on it neither.
STANDS = Q(route__voided_on=None, case__voided_on=None, route__case__voided_on=None)


def in_sight(actor: Actor) -> Q:
    """Records on paths and cases this person sees: one's department by a join, one's own families by their ids.

    An OR of two subqueries over all paths would be worked out anew for every page; a team has some dozens of families.
    """
    reach = scope(actor, ABILITY)
    if reach is Scope.ALL:
        return STANDS
    people = hands(actor, ABILITY)
    if not people:
        return Q(pk__in=())
    cases = list(TeamMember.objects.filter(user_id__in=people, to_on=None).values_list("case_id", flat=True))
    invited = RouteMember.objects.filter(user_id__in=people, to_on=None).values("route_id")
    # Put together of three, each found by its index: an OR with a subquery in it looks at every path there is.
    own = (Q(pk__in=invited), Q(case_id__in=cases), Q(case=None, worker_id__in=people))
    first, *others = (Route.objects.filter(one).values_list("pk", flat=True) for one in own)
    seen = Q(route_id__in=list(first.union(*others))) | Q(case_id__in=cases)
    if deps := departments(actor, ABILITY):
        seen |= Q(route__department_id__in=deps) | Q(case__department_id__in=deps)
    return STANDS & seen
