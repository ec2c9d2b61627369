"""How much is told about people on paths and in cases; nothing of it is opened here."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from opora.families.told import Told, told_everywhere


def count_told(*, route_ids: Collection[int], case_ids: Collection[int]) -> dict[str, int]:
    """How many records hold something, by key of the field; the page's door has checked who asks."""
    counted = {one.key: filled(one, route_ids=route_ids, case_ids=case_ids).count() for one in told_everywhere()}
    return {key: count for key, count in counted.items() if count}


def filled(one: Told, *, route_ids: Collection[int], case_ids: Collection[int]) -> "QuerySet[Any]":
    """The records of these paths and cases in which the field holds something."""
    rows = one.table._base_manager.all()
    if one.route:
        rows = rows.filter(**{f"{one.route}__in": route_ids})
    elif one.case:
        rows = rows.filter(**{f"{one.case}__in": case_ids})
    else:
        return rows.none()
    if one.whole:
        return rows
    # A sealed field that may not be null has no value that says "empty".
    if one.may_be_null:
        rows = rows.exclude(**{one.field: None})
    return rows if one.purpose else rows.exclude(**{one.field: one.empty})
