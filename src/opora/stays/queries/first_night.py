"""Who came with the family and where each slept on the first night: what an admission said before anybody moved."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from opora.stays.models import Admission, BedUse, Lodger
from opora.stays.queries.free_beds import BedOffered, free_beds
from opora.stays.rules import Berth


@dataclass(frozen=True, slots=True)
class FirstNight:
    """The first places by person, who came later, and the beds that can be given instead of them."""

    berths: dict[int, Berth]
    later: frozenset[int]
    beds: tuple[BedOffered, ...]
    asks_until: bool
    from_on: date
    until: date | None


def uses_at_first(first: Collection[Lodger]) -> dict[int, BedUse | None]:
    """The use of a bed each had on the first night, by person; None: with the mother."""
    found: dict[int, BedUse | None] = {one.person_id: None for one in first}
    came = {one.pk: one for one in first}
    for use in BedUse.objects.filter(lodger__in=first).order_by("from_on", "pk"):
        lodger = came[use.lodger_id or 0]
        if use.from_on == lodger.from_on:
            found[lodger.person_id] = found[lodger.person_id] or use
    return found


def berths_at_first(uses: dict[int, BedUse | None]) -> dict[int, Berth]:
    """The same as it is asked for."""
    return {
        person: Berth(person, use.bed_id if use else None, is_extra=use is not None and use.bed_id is None)
        for person, use in uses.items()
    }


def first_night_of(admission: Admission, *, shelter_id: int) -> FirstNight | None:
    """The first night of a stay that was read for this person, with the beds of the place where it was or should have
    been; None while the family has not come.
    """
    stay = admission.stay
    if stay is None:
        return None
    lodgers = list(admission.lodgers.all())
    first = [one for one in lodgers if one.from_on == stay.from_on]
    uses = uses_at_first(first)
    own = [use.pk for use in BedUse.objects.filter(lodger__in=first)]
    beds = free_beds(
        shelter_id,
        from_on=stay.from_on,
        until=stay.left_on or stay.planned_until,
        present=stay.left_on is None,
        besides=own,
    )
    return FirstNight(
        berths=berths_at_first(uses),
        later=frozenset(one.person_id for one in lodgers) - frozenset(uses),
        beds=tuple(beds),
        asks_until=not stay.extensions.exists(),
        from_on=stay.from_on,
        until=stay.planned_until,
    )
