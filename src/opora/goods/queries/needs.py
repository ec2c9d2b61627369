"""What families need: of one family with what was given for it, and what is due over all families in sight."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce

from opora.access.rules import Actor
from opora.goods import policies
from opora.goods.models import FamilyNeed, IssueLine
from opora.goods.rules.needs import Covered, covered
from opora.process.queries import Place, within_sight
from opora.services.queries.sight import in_sight

PAGE = 50


def get_need(*, actor: Actor, need_id: int) -> FamilyNeed:
    """A need of a family in sight."""
    found = within_sight(actor, FamilyNeed.objects.filter(pk=need_id).select_related("good", "person", "case", "route"))
    if (need := found.first()) is None:
        raise policies.unseen()
    return need


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need with what was planned of it and what was given."""

    need: FamilyNeed
    covered: Covered
    is_due: bool


def _at(place: Place, way: str = "") -> Q:
    found = Q(pk__in=())
    if place.route_id is not None:
        found |= Q(**{f"{way}route_id": place.route_id})
    if place.case_id is not None:
        found |= Q(**{f"{way}case_id": place.case_id})
    return found


def needs_at(place: Place, *, on: date, with_ended: bool = False) -> list[NeedLine]:
    """The needs of a family, what is due first; the place has been read for the person already."""
    found = FamilyNeed.objects.filter(_at(place)).select_related("good", "person")
    needs = list(found if with_ended else found.filter(ended_on=None))
    given = _given(place) if needs else []
    lines = [
        NeedLine(
            need,
            covered(need.rhythm, need.quantity, _sum(need, given), since=need.since_on, until=need.ended_on or on),
            need.due_on is not None and need.due_on <= on,
        )
        for need in needs
    ]
    return sorted(lines, key=lambda line: (line.need.due_on or date.max, line.need.pk))


def _given(place: Place) -> list[tuple[int, str, date, Decimal]]:
    standing = IssueLine.objects.filter(_at(place, "issue__"), issue__voided_on=None, issue__reverses=None)
    rows = standing.values("good_id", "good__category", "issue__given_on").annotate(sum=Sum("quantity")).order_by()
    return list(rows.values_list("good_id", "good__category", "issue__given_on", "sum"))


def _sum(need: FamilyNeed, given: list[tuple[int, str, date, Decimal]]) -> Decimal:
    fits = (
        quantity
        for good_id, category, on, quantity in given
        if on >= need.since_on and (good_id == need.good_id if need.good_id is not None else category == need.category)
    )
    return sum(fits, Decimal(0))


@dataclass(frozen=True, slots=True)
class DueNeed:
    """A need that is due, and where its family is found."""

    need: FamilyNeed
    case_number: str
    case_id: int | None
    route_id: int | None


def needs_due(
    *, actor: Actor, until: date, category: str = "", text: str = "", limit: int = PAGE + 1, skip: int = 0
) -> list[DueNeed]:
    """Needs due until a day of families in sight whose work goes on, the longest due first; text is a case number."""
    going_on = Q(case__isnull=False, case__closed_on=None) | Q(route__isnull=False, route__ended_on=None)
    found = FamilyNeed.objects.filter(in_sight(actor), going_on, ended_on=None, due_on__lte=until)
    if category:
        found = found.filter(category=category)
    if text:
        found = found.filter(Q(case__number__icontains=text) | Q(route__case__number__icontains=text))
    placed = found.select_related("good", "person").annotate(
        of_case=Coalesce(F("case_id"), F("route__case_id")),
        case_number=Coalesce(F("case__number"), F("route__case__number")),
    )
    rows = placed.order_by("due_on", "pk")[skip : skip + limit]
    return [DueNeed(need, need.case_number or "", need.of_case, need.route_id) for need in rows]
