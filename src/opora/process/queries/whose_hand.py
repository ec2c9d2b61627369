"""For which absent colleague somebody acts: whose sight, and not the person's own, reaches the case or the path."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet, Value

from opora.access.rules import Actor
from opora.cases.queries.visible import even_voided as cases_seen
from opora.process.queries.visible import even_voided as paths_seen

Reached = dict[tuple[str, int], str]


def whose_hand(actor: Actor, *, case_ids: Collection[int], route_ids: Collection[int]) -> Reached:
    """The name of the absent colleague by case and by path; what the person sees in his or her own right is left out.

    Of two absent colleagues who both reach it the first one named is meant.
    """
    if not actor.stands_for:
        return {}
    own = replace(actor, stands_for=())
    lent = [replace(actor, grants=frozenset(), stands_for=(absent,)) for absent in actor.stands_for]
    # By one question, for a page of a family writes what it shows: whose sight reaches what, one's own first of all.
    told = [part for place, who in enumerate((own, *lent)) for part in _reached(who, place, case_ids, route_ids)]
    first: dict[tuple[str, int], int] = {}
    for kind, pk, place in told[0].union(*told[1:], all=True) if told else ():
        first[kind, pk] = min(place, first.get((kind, pk), place))
    return {one: actor.stands_for[place - 1].name for one, place in first.items() if place}


def _reached(
    actor: Actor, place: int, case_ids: Collection[int], route_ids: Collection[int]
) -> "Iterator[QuerySet[Any, Any]]":
    for kind, seen, ids in (("case", cases_seen, case_ids), ("route", paths_seen, route_ids)):
        if ids:
            found: QuerySet[Any, Any] = seen(actor).filter(pk__in=ids).order_by()
            yield found.values_list(Value(kind), "pk", Value(place))
