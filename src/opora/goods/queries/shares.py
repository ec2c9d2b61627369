"""What each of many families would get in a hand-out, and what there is to say about it before anybody gets it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F, Q

from opora.access.rules import SYSTEM
from opora.families import queries as families
from opora.families.rules import Belonging
from opora.goods.models import Good, HandOutLine, IssueLine, KitPart, Lot, Purpose
from opora.goods.queries.offered import norms_in_use
from opora.goods.rules.hand_outs import Due, ForEach, due, lacking
from opora.goods.rules.kits import Part, goods_of
from opora.goods.rules.norms import Beyond, Given, beyond
from opora.goods.rules.purposes import ForWhom, Receiving, may_go
from opora.goods.rules.sharing import MayGo, share
from opora.goods.rules.taking import OnShelf, Wanted
from opora.process.policies import is_blocked
from opora.process.queries import Place


@dataclass(frozen=True, slots=True)
class Share:
    """What a family would get, and what is to be said of it: norms, this month, a withdrawn consent, too little."""

    place: Place
    due: Due
    is_enough: bool
    beyond: tuple[Beyond, ...] = ()
    had_on: date | None = None
    is_blocked: bool = False

    def is_usual(self) -> bool:
        """Whether the family gets something, and no norm and nothing that it got this month speaks against it."""
        return bool(self.due.wanted) and not self.beyond and self.had_on is None


class Households:
    """Many families as a hand-out sees them: their children's ages and programs, read when somebody asks first."""

    def __init__(self, places: Sequence[Place], *, on: date) -> None:
        self.places, self.on = places, on
        self._years: dict[int, list[int | None]] | None = None

    def years_at(self, place: Place) -> list[int | None]:
        """The whole years of the family's children; None for a child whose age is not known."""
        if self._years is None:
            self._years = self._read()
        return self._years.get(place.family_id or 0, [])

    def _read(self) -> dict[int, list[int | None]]:
        ids = {place.family_id for place in self.places if place.family_id is not None}
        people = families.people_by_family(ids, on=self.on)
        children = {
            family_id: [person for person, what in known if what is Belonging.CHILD]
            for family_id, known in people.items()
        }
        # Asked by the system: nobody is shown how old a child is, only what the family gets.
        everybody = [child for known in children.values() for child in known]
        ages = families.ages_of(actor=SYSTEM, people=everybody, on=self.on)
        return {
            family_id: [age.years if (age := ages.get(child.pk)) else None for child in known]
            for family_id, known in children.items()
        }

    def gifts(self) -> list[MayGo]:
        """Of each family, whether what a donor gave for a purpose may go to it."""
        rows = Purpose.objects.values_list("pk", "program_id", "child_under")
        purposes = {pk: ForWhom(program, years) for pk, program, years in rows}

        def asked(place: Place) -> MayGo:
            work = place.case or place.route
            program_id = work.program_id if work is not None else None
            return lambda purpose_id: may_go(purposes[purpose_id], Receiving(program_id, self.years_at(place)))

        return [asked(place) for place in self.places]


def each_of(lines: Iterable[HandOutLine]) -> list[ForEach]:
    """The lines of a hand-out as goods."""
    known = list(lines)
    parts: dict[int, list[Part]] = defaultdict(list)
    for part in KitPart.objects.filter(kit_id__in={line.kit_id for line in known if line.kit_id is not None}):
        parts[part.kit_id].append(Part(part.good_id, part.size, part.quantity))
    return [
        ForEach(
            tuple(goods_of(parts[line.kit_id], line.quantity))
            if line.kit_id is not None
            else (Wanted(line.good_id or 0, line.size, line.quantity),),
            line.each == HandOutLine.Each.CHILD,
            line.age_from,
            line.age_to,
        )
        for line in known
    ]


def dues_of(lines: Sequence[ForEach], households: Households) -> list[Due]:
    """What each of the families gets."""
    for_children = any(line.for_children for line in lines)
    return [due(lines, households.years_at(place) if for_children else ()) for place in households.places]


def free_now(place_id: int, wanted: Iterable[Wanted]) -> list[OnShelf]:
    """What of a stock place could be given of these goods now."""
    lots = Lot.objects.filter(
        place_id=place_id, good_id__in={one.good_id for one in wanted}, quantity__gt=F("reserved")
    )
    return [
        OnShelf(lot.pk, lot.good_id, lot.size, lot.quantity - lot.reserved, lot.expires_on, lot.purpose_id)
        for lot in lots
    ]


@dataclass(frozen=True, slots=True)
class Lacking:
    """So much more of a good would be needed for everybody."""

    good: Good
    size: str
    quantity: Decimal


def preview(
    *,
    lines: Sequence[ForEach],
    places: Sequence[Place],
    place_id: int,
    first: Callable[[Share], bool] | None = None,
    on: date,
) -> tuple[list[Share], list[Lacking]]:
    """What each family would get, and what is lacking so that everybody could get it.

    The shelf is shared out in this order; those of whom ``first`` says so come before the others, by default those of
    whom nothing is to be said.
    """
    households = Households(places, on=on)
    dues = dues_of(lines, households)
    goods = Good.objects.in_bulk({line.good_id for one in dues for line in one.wanted})
    passed, had = _norms(places, dues, goods, on)
    shares = [
        Share(place, one, True, tuple(passed[n]), had[n], place.route is not None and is_blocked(place.route))
        for n, (place, one) in enumerate(zip(places, dues, strict=True))
    ]
    comes_first = first if first is not None else Share.is_usual
    turn = sorted(range(len(shares)), key=lambda n: not comes_first(shares[n]))
    shelf = free_now(place_id, [line for one in dues for line in one.wanted])
    may_go = households.gifts()
    shared = share([dues[n].wanted for n in turn], shelf, on=on, may_go=[may_go[n] for n in turn])
    for n, (_taken, short) in zip(turn, shared, strict=True):
        shares[n] = replace(shares[n], is_enough=not short)
    free: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
    for lot in shelf:
        if lot.expires_on is None or lot.expires_on >= on:
            free[lot.good_id, lot.size] += lot.free
    return shares, [Lacking(goods[good], size, more) for (good, size), more in lacking(dues, free).items()]


def goods_of_shares(shares: Sequence[Share]) -> dict[int, Good]:
    """The kinds of goods that these families would get, by number."""
    return Good.objects.in_bulk({line.good_id for one in shares for line in one.due.wanted})


def _norms(
    places: Sequence[Place], dues: Sequence[Due], goods: dict[int, Good], on: date
) -> tuple[list[list[Beyond]], list[date | None]]:
    """The norms that each family's share would pass, and on which day of this month it got one of these goods."""
    norms = norms_in_use()
    month = on.replace(day=1) - timedelta(days=1)
    since = min([month, *(on - timedelta(days=norm.days) for norm in norms)])
    before = _given_to(places, since)
    passed, had = [], []
    for n, one in enumerate(dues):
        now = [Given(line.good_id, goods[line.good_id].category, line.quantity, on) for line in one.wanted]
        passed.append(beyond(norms, before[n], now, on=on))
        mine = {line.good_id for line in one.wanted}
        had.append(max((got.on for got in before[n] if got.good_id in mine and month < got.on <= on), default=None))
    return passed, had


def _given_to(places: Sequence[Place], since: date) -> list[list[Given]]:
    """What each family received since a day by acts that stand, on whichever of its paths and cases."""
    of_family: dict[int, list[Given]] = defaultdict(list)
    of_route: dict[int, list[Given]] = defaultdict(list)
    ids = {place.family_id for place in places if place.family_id is not None}
    whose = (
        Q(issue__case__family_id__in=ids)
        | Q(issue__route__family_id__in=ids)
        | Q(issue__route__case__family_id__in=ids)
        | Q(issue__route_id__in=[place.route_id for place in places if place.family_id is None])
    )
    found = IssueLine.objects.filter(whose, issue__voided_on=None, issue__reverses=None, issue__given_on__gt=since)
    columns = ("issue__case__family_id", "issue__route__family_id", "issue__route__case__family_id", "issue__route_id")
    goods = ("good_id", "good__category", "quantity", "issue__given_on")
    for *homes, route_id, good_id, category, quantity, given_on in found.values_list(*columns, *goods):
        got = Given(good_id, category, quantity, given_on)
        for family_id in {home for home in homes if home is not None}:
            of_family[family_id].append(got)
        of_route[route_id or 0].append(got)
    return [
        of_family[place.family_id] if place.family_id is not None else of_route[place.route_id or 0] for place in places
    ]
