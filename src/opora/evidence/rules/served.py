"""Whom the house helped in a period: families, adults and children, each counted once; unknown is never no.

A family counts by any day of work with it or any help to it in the period. Its people count by the last such day on
which they belonged to it, so that who left, or came of age, counts as what he or she was then.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from opora.cases.rules.work_spans import WorkSpan
from opora.families.rules import Belonging
from opora.families.rules.served import BANDS, Member, band_of, last_there, was_child

Band = tuple[int, int] | None


class Touch(NamedTuple):
    """The work with a family or the help to it within the period, from its first to its last day."""

    family_id: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Person:
    """What one person counts as: an adult, a child of a band (None: age not known), grown in between, or expected."""

    person_id: int
    what: Belonging
    sex: str
    band: Band = None
    family_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Count:
    """Families and people, each once. `grown` came of age in the period and are in neither of the other two."""

    families: int = 0
    adults: int = 0
    children: int = 0
    grown: int = 0
    expected: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of help: how often it was given, whom it reached, and how often nobody knows whom."""

    code: str
    times: int
    reached: Count
    to_unknown: int = 0
    # How many people were themselves named with this help, where its records name them.
    named: int | None = None


@dataclass(frozen=True, slots=True)
class Served:
    """The whole answer. `came` tells new families from known ones; it is empty for a period without a first day."""

    start: date | None
    end: date
    whole: Count
    by_sex: Mapping[tuple[str, str], int] = field(default_factory=dict)
    by_band: Mapping[Band, Mapping[str, int]] = field(default_factory=dict)
    came: Mapping[str, int] = field(default_factory=dict)
    programs: Sequence[tuple[str, Count]] = ()
    kinds: Sequence[Kind] = ()


def touches(spans: Iterable[WorkSpan], acts: Iterable[tuple[int, date]], start: date | None, end: date) -> list[Touch]:
    """By family, the first and the last day of the period on which there was work with it or help to it."""
    days: dict[int, list[date]] = defaultdict(list)
    for span in spans:
        days[span.family_id] += [max(span.first, start or span.first), min(span.last or end, end)]
    for family, on in acts:
        days[family].append(on)
    return [Touch(family, min(told), max(told)) for family, told in days.items()]


def people_of(members: Iterable[Member], touched: Iterable[Touch], clients: Mapping[int, int]) -> list[Person]:
    """Everybody of these families, once; of somebody in two of them the later day tells what he or she counts as.

    `clients` are the clients of cases by family: one of whom no role is written down is an adult all the same.
    """
    span = {touch.family_id: touch for touch in touched}
    found: dict[int, list[tuple[date, Member, Belonging]]] = defaultdict(list)
    for member in members:
        touch = span.get(member.family_id)
        if touch is not None and (there := last_there(member, touch.first, touch.last)) is not None:
            found[member.person_id].append((there[0], member, there[1]))
    people = [_person(told, span) for told in found.values()]
    told_of = {(member.person_id, member.family_id) for member in members}
    unwritten = {
        client: family for client, family in clients.items() if client not in found and (client, family) not in told_of
    }
    return people + [
        Person(client, Belonging.ADULT, "", None, frozenset({family})) for client, family in unwritten.items()
    ]


def _person(told: Sequence[tuple[date, Member, Belonging]], span: Mapping[int, Touch]) -> Person:
    on, member, what = max(told, key=lambda one: (one[0], one[1].family_id))
    if what is Belonging.GROWN and not was_child(member, span[member.family_id].first):
        what = Belonging.ADULT
    families = frozenset(one.family_id for _on, one, _what in told)
    band = band_of(member.born, on) if what is Belonging.CHILD else None
    return Person(member.person_id, what, member.sex, band, families)


def count(people: Iterable[Person], families: Collection[int]) -> Count:
    """The people of some of the families."""
    wanted = frozenset(families)
    tally = Counter(person.what for person in people if person.family_ids & wanted)
    return Count(
        len(wanted),
        adults=tally[Belonging.ADULT],
        children=tally[Belonging.CHILD],
        grown=tally[Belonging.GROWN],
        expected=tally[Belonging.EXPECTED],
    )


def by_sex(people: Iterable[Person]) -> dict[tuple[str, str], int]:
    """(adult or child, sex) → people; a sex nobody stated is a line of its own."""
    return dict(Counter((one.what.value, one.sex) for one in people if one.what in (Belonging.ADULT, Belonging.CHILD)))


def by_band(people: Iterable[Person]) -> dict[Band, dict[str, int]]:
    """Band of years → sex → children; those whose age is not known for sure stand under None."""
    bands: dict[Band, Counter[str]] = {band: Counter() for band in (*BANDS, None)}
    for one in people:
        if one.what is Belonging.CHILD:
            bands[one.band][one.sex] += 1
    return {band: dict(sexes) for band, sexes in bands.items()}


def came(families: Iterable[int], first: Mapping[int, date], before: Collection[int], start: date) -> dict[str, int]:
    """New families, those with whom the work went on, and those that came back: with an end before the period."""
    told = Counter(
        "new" if first.get(family, start) >= start else "going_on" if family in before else "returned"
        for family in families
    )
    return {state: told[state] for state in ("new", "going_on", "returned")}
