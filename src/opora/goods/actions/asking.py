"""What somebody asks for, in goods and in kits, judged before anything is locked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from opora.access.rules import SYSTEM
from opora.common.errors import Conflict, Invalid
from opora.families import queries as families
from opora.goods import words
from opora.goods.models import Good, IssueLine, Kit, KitPart, Purpose, StockPlace
from opora.goods.rules import kits as kit_rules
from opora.goods.rules.purposes import ForWhom, Receiving, may_go
from opora.goods.rules.sizes import LONGEST, tidy
from opora.goods.rules.taking import Short, Wanted, together
from opora.process.queries import Place

_MOST = Decimal(100_000)
WHOLE = {Good.Unit.PIECE.value, Good.Unit.PACK.value, Good.Unit.PAIR.value, Good.Unit.SET.value}


@dataclass(frozen=True, slots=True)
class Asked:
    """So much of a good in a size, perhaps of one lot; or so many kits."""

    quantity: Decimal
    good_id: int | None = None
    size: str = ""
    lot_id: int | None = None
    kit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be given: the lines of the act, and what goes from the shelf for them."""

    lines: tuple[IssueLine, ...]
    wanted: tuple[Wanted, ...]
    goods: Mapping[int, Good]


def order(asked: Sequence[Asked]) -> Order:
    """What was asked for as lines of an act; a kit goes off into its goods. Raises Invalid with all that is wrong."""
    given = [one for one in asked if one.quantity]
    if not given:
        raise Invalid({"": _("Say what is given: enter a quantity in at least one line.")})
    kits = _kits({one.kit_id for one in given if one.kit_id is not None})
    parts = [part for found in kits.values() for part in found]
    goods = goods_by_id({one.good_id for one in given if one.good_id is not None} | {part.good_id for part in parts})
    lines = []
    for one in given:
        if one.kit_id is not None:
            lines += _lines_of_kit(one, kits)
        elif one.good_id in goods:
            check_quantity(goods[one.good_id], one.quantity)
            lines.append(IssueLine(good_id=one.good_id, size=tidy(one.size), quantity=one.quantity))
        else:
            raise Invalid({"": _("Choose from what is there.")})
    certain = {(one.good_id, tidy(one.size)): one.lot_id for one in given if one.lot_id is not None}
    wanted = together(
        Wanted(
            line.good_id, line.size, line.quantity, certain.get((line.good_id, line.size)) if not line.kits else None
        )
        for line in lines
    )
    return Order(tuple(lines), tuple(wanted), goods)


def _kits(kit_ids: set[int]) -> dict[int, list[KitPart]]:
    known = set(Kit.objects.filter(pk__in=kit_ids, is_active=True).values_list("pk", flat=True))
    found: dict[int, list[KitPart]] = {kit_id: [] for kit_id in known}
    for part in KitPart.objects.filter(kit_id__in=known):
        found[part.kit_id].append(part)
    return found


def _lines_of_kit(one: Asked, kits: Mapping[int, Sequence[KitPart]]) -> list[IssueLine]:
    known = kits.get(one.kit_id or 0)
    if not known:
        raise Invalid({"": _("There is no such kit. Choose another one.")})
    if one.quantity != one.quantity.to_integral_value() or not 0 < one.quantity <= 100:
        raise Invalid({"": _("Kits are given whole, up to a hundred at once.")})
    parts = [kit_rules.Part(part.good_id, part.size, part.quantity) for part in known]
    return [
        IssueLine(
            good_id=goods.good_id, size=goods.size, quantity=goods.quantity, kit_id=one.kit_id, kits=int(one.quantity)
        )
        for goods in kit_rules.goods_of(parts, one.quantity)
    ]


def goods_by_id(good_ids: set[int]) -> dict[int, Good]:
    """The goods with these numbers."""
    return {good.pk: good for good in Good.objects.filter(pk__in=good_ids)}


def check_quantity(good: Good, quantity: Decimal, *, field: str = "") -> None:
    """More than nothing, whole where the unit is; raises Invalid."""
    if not 0 < quantity < _MOST:
        raise Invalid({field: _("Enter a quantity greater than zero: %(good)s.") % {"good": good.name}})
    if good.unit in WHOLE and quantity != quantity.to_integral_value():
        raise Invalid({field: _("%(good)s is counted in whole pieces.") % {"good": good.name}})


def checked_size(good: Good, size: str, *, field: str = "") -> str:
    """The size as it is kept; raises Invalid for one that is too long or belongs to goods without sizes."""
    kept = tidy(size)
    if len(kept) > LONGEST:
        raise Invalid({field: _("Shorten the size to 20 characters.")})
    if kept and not good.has_sizes:
        raise Invalid({field: _("%(good)s has no sizes. Leave the size empty.") % {"good": good.name}})
    return kept


def stock_place(place_id: int | None) -> StockPlace:
    """A stock place that is in use."""
    found = StockPlace.objects.filter(pk=place_id or 0, is_active=True).first()
    if found is None:
        raise Invalid({"place_id": _("Choose where the goods lie.")})
    return found


class Gifts:
    """For whom gifts of donors may go; asked about a family only when a gift is on the shelf."""

    def __init__(self, place: Place, *, on: date) -> None:
        self.place, self.on = place, on
        self._purposes: dict[int, ForWhom] | None = None
        self._family: Receiving | None = None

    def may_go(self, purpose_id: int) -> bool:
        """Whether something given for this purpose may go to the family."""
        if self._purposes is None:
            rows = Purpose.objects.values_list("pk", "program_id", "child_under")
            self._purposes = {pk: ForWhom(program, years) for pk, program, years in rows}
        return may_go(self._purposes[purpose_id], self._known_family())

    def _known_family(self) -> Receiving:
        if self._family is None:
            place = self.place
            program_id = place.case.program_id if place.case is not None else None
            if program_id is None and place.route is not None:
                program_id = place.route.program_id
            children = families.children_of_family(place.family_id, on=self.on)
            # Asked by the system: nobody is shown how old a child is, only whether the gift may go there.
            ages = families.ages_of(actor=SYSTEM, people=children, on=self.on)
            self._family = Receiving(program_id, tuple(age.years if age else None for age in ages.values()))
        return self._family


def shortage(short: Sequence[Short], goods: Mapping[int, Good]) -> Conflict:
    """The refusal that says of what there is too little, and how much there is."""
    said = [
        _("%(what)s: there is %(there)s, asked for %(asked)s")
        % {
            "what": words.named(goods[one.wanted.good_id].name, one.wanted.size),
            "there": words.with_unit(one.there, goods[one.wanted.good_id].unit),
            "asked": words.with_unit(one.wanted.quantity, goods[one.wanted.good_id].unit),
        }
        for one in short
    ]
    return Conflict(_("There is not enough on the shelf. %(what)s.") % {"what": "; ".join(said)})
