"""What was given meets the family's needs: from that day on they are due again in their rhythm."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q

from opora.goods.models import FamilyNeed, Good, IssueLine
from opora.goods.rules.needs import due_again
from opora.process.queries import Place


def needs_at(place: Place) -> Q:
    """Records that lie on the path or on the case of a place."""
    found = Q()
    if place.route_id is not None:
        found |= Q(route_id=place.route_id)
    if place.case_id is not None:
        found |= Q(case_id=place.case_id)
    return found


def meet_needs(*, place: Place, lines: Iterable[IssueLine], goods: Mapping[int, Good], on: date) -> None:
    """Needs that these lines speak of are due again later; what was needed once is not due any more."""
    given = {line.good_id for line in lines}
    categories = {goods[good_id].category for good_id in given}
    spoken_of = Q(good__in=given) | Q(good=None, category__in=categories)
    found = FamilyNeed.objects.filter(needs_at(place), spoken_of, ended_on=None, due_on__isnull=False)
    met = list(found.select_for_update(of=("self",)).order_by("pk"))
    for need in met:
        again = due_again(need.rhythm, on)
        # Of an earlier day written down later: the newest day holds.
        need.due_on = max(again, need.due_on) if again is not None and need.due_on is not None else again
    FamilyNeed.objects.bulk_update(met, ["due_on"])
