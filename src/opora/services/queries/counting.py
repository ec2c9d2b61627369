"""What was given in a period: how often, to how many families and people, for how many hours; each counted once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from opora.access.rules import Actor
from opora.catalogue import words
from opora.common.bilingual import Text
from opora.common.language import said
from opora.services.models import Provision
from opora.services.queries.log import LogFilters, _asked
from opora.services.queries.once import counted_once, with_family
from opora.services.queries.sight import in_sight


@dataclass(frozen=True, slots=True)
class Totals:
    """A sum over services held: each family and each person once, however many cases and paths name them."""

    count: int
    families: int
    people: int
    hours: float


@dataclass(frozen=True, slots=True)
class Group:
    """The sum of one direction, service, format or provider."""

    name: str
    code: str
    totals: Totals


# By what services are grouped: the columns that make a group, and how it is named.
_Named = Callable[[tuple[Any, ...]], tuple[str, str]]
GROUPS: dict[str, tuple[tuple[str, ...], _Named]] = {
    "direction": (
        (
            "service__direction__practice",
            "service__direction__position",
            "service__direction_id",
            "service__direction__code",
            "service__direction__title_ru",
            "service__direction__title_en",
        ),
        lambda row: (said(Text(row[4], row[5])), row[3]),
    ),
    "service": (
        (
            "service__practice",
            "service__position",
            "service_id",
            "service__code",
            "service__title_ru",
            "service__title_en",
        ),
        lambda row: (said(Text(row[4], row[5])), row[3]),
    ),
    "format": (("format",), lambda row: (str(words.FORMATS.get(row[0], row[0])), row[0])),
    "provider": (("provider",), lambda row: (str(words.PROVIDERS.get(row[0], row[0])), row[0])),
}


def count_services(
    *,
    actor: Actor,
    by: str = "service",
    start: date | None = None,
    end: date | None = None,
    filters: LogFilters | None = None,
) -> tuple[Totals, list[Group]]:
    """Services held in a period that this person sees, in all and by direction, service, format or provider.

    Two services of one label are two groups (S1-45). A family that is not known yet is no family here, and its service
    still is one.
    """
    asked = filters or LogFilters(from_on=start, to_on=end)
    held = with_family(Provision.objects.filter(in_sight(actor), _asked(asked), state=Provision.State.HELD))
    times = counted_once(held)
    keys, named = GROUPS[by]
    # People are asked apart: joined to their services they would multiply the minutes.
    (total,) = _sums(times, ())
    people_in_all = _people(held, ())
    people = _people(held, keys)
    groups = []
    for row in _sums(times, keys):
        group = row[: len(keys)]
        name, code = named(group)
        groups.append(Group(name, code, _totals(row[len(keys) :], people.get(group, 0))))
    return _totals(total, people_in_all.get((), 0)), groups


def _sums(held: "QuerySet[Provision, Any]", keys: tuple[str, ...]) -> list[tuple[Any, ...]]:
    sums = {
        "n": Count("pk"),
        "n_families": Count("whose", distinct=True),
        "n_minutes": Sum("minutes"),
    }
    if not keys:
        found = held.order_by().aggregate(**sums)
        return [(found["n"], found["n_families"], found["n_minutes"])]
    grouped = held.order_by().values(*keys).annotate(**sums)
    return list(grouped.order_by(*keys).values_list(*keys, "n", "n_families", "n_minutes"))


def _people(held: "QuerySet[Provision, Any]", keys: tuple[str, ...]) -> dict[tuple[Any, ...], int]:
    there = held.order_by().filter(Q(people__isnull=False))
    if not keys:
        return {(): there.aggregate(n=Count("people", distinct=True))["n"]}
    grouped = there.values(*keys).annotate(n_people=Count(F("people"), distinct=True))
    return {tuple(row[:-1]): row[-1] for row in grouped.values_list(*keys, "n_people")}


def _totals(sums: tuple[Any, ...], people: int) -> Totals:
    count, families, minutes = sums
    return Totals(count, families, people, round((minutes or 0) / 60, 2))
