"""What was given meets the family's needs: from that day on they are due again in their rhythm."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Q

from opora.goods.models import FamilyNeed, Good, IssueLine
from opora.goods.rules.needs import due_again
from opora.process.queries import Place


def meet_needs(*, place: Place, lines: Sequence[IssueLine], goods: Mapping[int, Good], on: date) -> None:
    """Needs that these lines speak of are due again later; what was needed once is not due any more."""
    meet_needs_of_many([(place, lines)], goods=goods, on=on)


def meet_needs_of_many(
    given: Sequence[tuple[Place, Sequence[IssueLine]]], *, goods: Mapping[int, Good], on: date
) -> None:
    """The same for many families at once, each with the lines of its own act."""
    of_route: dict[int, set[int]] = {}
    of_case: dict[int, set[int]] = {}
    for place, lines in given:
        got = {line.good_id for line in lines}
        if place.route_id is not None:
            of_route[place.route_id] = got
        if place.case_id is not None:
            of_case[place.case_id] = got
    whose = Q(route_id__in=of_route) | Q(case_id__in=of_case)
    found = FamilyNeed.objects.filter(whose, ended_on=None, due_on__isnull=False)
    met = []
    for need in found.select_for_update(of=("self",)).order_by("pk"):
        got = of_route.get(need.route_id or 0) or of_case.get(need.case_id or 0) or set()
        if need.good_id in got or (need.good_id is None and need.category in {goods[pk].category for pk in got}):
            again = due_again(need.rhythm, on)
            # Of an earlier day written down later: the newest day holds.
            need.due_on = max(again, need.due_on) if again is not None and need.due_on is not None else again
            met.append(need)
    FamilyNeed.objects.bulk_update(met, ["due_on"])
