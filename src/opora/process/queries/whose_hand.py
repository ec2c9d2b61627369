"""For which absent colleague somebody acts: whose sight, and not the person's own, reaches the case or the path."""

from collections.abc import Collection
from dataclasses import replace

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
    # Mostly all of it is one's own: then no absent colleague is asked about.
    own = set(_reached(replace(actor, stands_for=()), case_ids, route_ids))
    cases = [pk for pk in case_ids if ("case", pk) not in own]
    paths = [pk for pk in route_ids if ("route", pk) not in own]
    found: Reached = {}
    for absent in reversed(actor.stands_for):
        lent = replace(actor, grants=frozenset(), user_id=actor.user_id, stands_for=(absent,))
        found |= dict.fromkeys(_reached(lent, cases, paths), absent.name)
    return found


def _reached(actor: Actor, case_ids: Collection[int], route_ids: Collection[int]) -> list[tuple[str, int]]:
    cases = cases_seen(actor).filter(pk__in=case_ids).values_list("pk", flat=True) if case_ids else ()
    paths = paths_seen(actor).filter(pk__in=route_ids).values_list("pk", flat=True) if route_ids else ()
    return [*(("case", pk) for pk in cases), *(("route", pk) for pk in paths)]
