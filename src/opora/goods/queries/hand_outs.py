"""Hand-outs: the list of them, one with those who stand in it, and the families that could be added."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, people_of, scope
from opora.cases import queries as cases
from opora.cases.models import Case, TeamMember
from opora.common.text import fold
from opora.goods import policies, words
from opora.goods.models import FamilyNeed, Good, HandOut, HandOutLine, Issue, IssueLine, KitPart, Reservation
from opora.goods.queries.reservations import lines_known, things_of, whose
from opora.intake.queries import route_of_signal
from opora.process.models import Route
from opora.process.queries import Place, places_among, recordable_among, visible_to, within_sight

FamilyKey = tuple[str, int | None]
PAGE = 50
MOST_FAMILIES = 500
"""So many families are looked at for one hand-out at a time; a larger house narrows the list."""


@dataclass(frozen=True, slots=True)
class HandOutRow:
    """A hand-out in the list: how many families stand in it and how many of them have got theirs."""

    hand_out: HandOut
    families: int
    got: int


def hand_outs(*, actor: Actor, text: str = "", skip: int = 0, limit: int = PAGE + 1) -> list[HandOutRow]:
    """The hand-outs of the house, the newest first; numbers of families only."""
    policies.check_can_read(actor)
    found = HandOut.objects.select_related("place", "by")
    if text:
        found = found.filter(name__icontains=text)
    rows = list(found[skip : skip + limit])
    counted = (
        Reservation.objects.filter(hand_out__in=rows)
        .values("hand_out")
        .annotate(families=Count("pk", filter=~Q(end=Reservation.End.RELEASED)), got=Count("pk", filter=_STANDS))
        .order_by()
    )
    counts = {row["hand_out"]: (row["families"], row["got"]) for row in counted}
    return [HandOutRow(one, *counts.get(one.pk, (0, 0))) for one in rows]


# Handed out, and the act was not taken back since.
_STANDS = Q(end=Reservation.End.HANDED_OUT, issue__voided_on=None)


def get_hand_out(*, actor: Actor, hand_out_id: int) -> HandOut:
    """A hand-out, for whoever sees the warehouse."""
    policies.check_can_read(actor)
    lines = Prefetch("lines", HandOutLine.objects.select_related("good", "kit").order_by("pk"))
    found = HandOut.objects.filter(pk=hand_out_id).select_related("place", "by").prefetch_related(lines)
    if (hand_out := found.first()) is None:
        raise policies.unseen()
    return hand_out


def lines_of_hand_out(hand_out: HandOut) -> list[HandOutLine]:
    """What each family gets, already found for the reader."""
    return list(hand_out.lines.all())


@dataclass(frozen=True, slots=True)
class Standing:
    """A family in a hand-out: the code by which the warehouse knows it, and its act once it got its things."""

    reservation: Reservation
    whose: str
    act_number: str
    case_id: int | None

    @property
    def waits(self) -> bool:
        """Whether it has not come yet."""
        return not self.reservation.end

    @property
    def was_released(self) -> bool:
        """Whether its things are back on the shelf."""
        return self.reservation.end == Reservation.End.RELEASED

    @property
    def was_taken_back(self) -> bool:
        """Whether its act was taken back since."""
        return self.reservation.issue is not None and self.reservation.issue.voided_on is not None

    @property
    def said(self) -> str:
        """What became of it, in words."""
        return str(_("act taken back")) if self.was_taken_back else str(self.reservation.get_end_display())

    @property
    def things(self) -> list[str]:
        """What is put aside for it, or what its act says it got, an act written anew too."""
        issue = self.reservation.issue
        return things_of(self.reservation) if issue is None else _got(issue)


def _got(issue: Issue) -> list[str]:
    """What an act says the family got, good by good."""
    return [words.so_much(line.good.name, line.size, line.quantity, line.good.unit) for line in issue.lines.all()]


def standing_in(*, actor: Actor, hand_out: HandOut) -> tuple[list[Standing], int]:
    """Who of those in sight stands in a hand-out, and how many others do; the warehouse sees all, by their codes."""
    every = Reservation.objects.filter(hand_out=hand_out)
    found = every if scope(actor, "goods.hand_out") is Scope.ALL else within_sight(actor, every)
    clients = ("case__client__merged_into", "route__case__client__merged_into")
    given = Prefetch("issue__lines", IssueLine.objects.select_related("good").order_by("good__name", "pk"))
    whole = found.select_related("place", "by", "issue", *clients).prefetch_related(lines_known(), given)
    known = list(whole.order_by("pk"))
    rows = [
        Standing(
            one,
            said,
            one.issue.act_number if one.issue is not None else "",
            one.case_id or (one.route.case_id if one.route is not None else None),
        )
        for one, said in zip(known, whose(known), strict=True)
    ]
    return rows, every.count() - len(rows)


@dataclass(frozen=True, slots=True)
class CandidateFilters:
    """What narrows the families that could be added to a hand-out."""

    text: str = ""
    own: bool = False
    department_id: int | None = None
    program_id: int | None = None
    in_need: bool = False


def candidates(*, actor: Actor, hand_out: HandOut, filters: CandidateFilters) -> list[Place]:
    """Families whose work goes on and for whom this person records help, by their numbers; each family once.

    Whoever stands in the hand-out already is not among them.
    """
    routes = visible_to(actor).filter(Q(case=None) | Q(case__closed_on=None), ended_on=None)
    walked = Route.every.filter(case=OuterRef("pk"), voided_on=None)
    own_cases = cases.visible_to(actor).filter(~Exists(walked), closed_on=None)
    if filters.own:
        mine = people_of(actor)
        team = TeamMember.objects.filter(user_id__in=mine, to_on=None).values("case_id")
        routes = routes.filter(Q(worker_id__in=mine) | Q(case__in=team))
        own_cases = own_cases.filter(pk__in=team)
    for name in ("department_id", "program_id"):
        if wanted := getattr(filters, name):
            routes, own_cases = routes.filter(**{name: wanted}), own_cases.filter(**{name: wanted})
    if filters.in_need:
        needs = _needs_for(hand_out)
        routes = routes.filter(Exists(needs.filter(Q(route=OuterRef("pk")) | Q(case=OuterRef("case_id")))))
        own_cases = own_cases.filter(Exists(needs.filter(case=OuterRef("pk"))))
    route_ids = list(routes.order_by("-pk").values_list("pk", flat=True)[:MOST_FAMILIES])
    case_ids = list(own_cases.order_by("-pk").values_list("pk", flat=True)[:MOST_FAMILIES])
    found = recordable_among(actor=actor, places=places_among(actor=actor, route_ids=route_ids, case_ids=case_ids))
    known = families_in(hand_out)
    of_signal = route_of_signal(filters.text)
    once: dict[FamilyKey, Place] = {}
    for place in found:
        key = key_of(place.family_id, place.route_id)
        if key not in known and _is_called(place, filters.text, of_signal):
            once.setdefault(key, place)
    return sorted(once.values(), key=_order)[:MOST_FAMILIES]


def _needs_for(hand_out: HandOut) -> "QuerySet[FamilyNeed]":
    """Open needs that these goods meet."""
    lines = lines_of_hand_out(hand_out)
    kits = {line.kit_id for line in lines if line.kit_id is not None}
    goods = {line.good_id for line in lines if line.good_id is not None}
    goods |= set(KitPart.objects.filter(kit__in=kits).values_list("good_id", flat=True))
    categories = Good.objects.filter(pk__in=goods).values("category")
    spoken_of = Q(good__in=goods) | Q(good=None, category__in=categories)
    return FamilyNeed.objects.filter(spoken_of, ended_on=None, due_on__isnull=False)


def families_in(hand_out: HandOut) -> set[FamilyKey]:
    """Who stands in a hand-out: the family, or the path of one that is not known yet."""
    rows = Reservation.objects.filter(hand_out=hand_out).exclude(end=Reservation.End.RELEASED)
    columns = ("route_id", "route__family_id", "route__case__family_id", "case__family_id")
    return {
        key_of(next((home for home in homes if home is not None), None), route_id)
        for route_id, *homes in rows.values_list(*columns)
    }


def key_of(family_id: int | None, route_id: int | None) -> FamilyKey:
    """By what a family is known in a hand-out, whichever of its paths and cases was ticked."""
    return ("family", family_id) if family_id is not None else ("route", route_id)


def _is_called(place: Place, text: str, of_signal: int | None) -> bool:
    if not text:
        return True
    case: Case | None = place.case
    if case is None:
        return place.route_id is not None and place.route_id == of_signal
    return any(fold(text) in fold(name) for name in (case.number, case.client.code))


def _order(place: Place) -> tuple[bool, str, int]:
    return (place.case is None, place.case.number if place.case is not None else "", place.route_id or 0)
