"""How much is told about people on paths and in cases; nothing of it is opened here."""

from collections.abc import Collection
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import CharField, Count, Q, QuerySet, Value

from opora.families.told_words import Told, told_everywhere


def count_told(*, route_ids: Collection[int], case_ids: Collection[int]) -> dict[str, int]:
    """How many records hold something, by key of the field; the page's door has checked who asks."""
    asked = [
        filled(one, route_ids=route_ids, case_ids=case_ids)
        .order_by()
        .values(key=Value(one.key, output_field=CharField()))
        .annotate(found=Count("pk"))
        for one in told_everywhere()
        if one.route or one.case
    ]
    # One question for all rooms: a page asks it, and rooms only grow.
    rows = asked[0].union(*asked[1:], all=True) if asked else []
    return {row["key"]: row["found"] for row in rows if row["found"]}


def filled(one: Told, *, route_ids: Collection[int], case_ids: Collection[int]) -> "QuerySet[Any]":
    """The records of these paths and cases in which the field holds something."""
    rows = one.table._base_manager.all()
    ways = [(one.route, route_ids), (one.case, case_ids)]
    reached = [Q(**{f"{way}__in": ids}) for way, ids in ways if way]
    if not reached:
        return rows.none()
    rows = rows.filter(reduce(or_, reached))
    if one.whole:
        return rows
    # A sealed field that may not be null has no value that says "empty".
    if one.may_be_null:
        rows = rows.exclude(**{one.field: None})
    return rows if one.purpose else rows.exclude(**{one.field: one.empty})
