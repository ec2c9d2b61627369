"""One meeting is one service of a family, also when the family stood on its list twice and was known as two."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

Found = QuerySet[Any, Any]


def with_family(found: Found) -> Found:
    """Services with the family they belong to now: two families brought together are one."""
    return found.annotate(whose=Coalesce("case__family_id", "route__case__family_id", "route__family_id"))


def counted_once(found: Found) -> Found:
    """Of what came from one record (an attendance) the first of each family alone, within what was found.

    So families may be brought together after the meeting, and parted again, and no record is touched for it.
    """
    former = found.order_by().filter(origin=OuterRef("origin"), whose=OuterRef("whose"), pk__lt=OuterRef("pk"))
    return found.filter(Q(origin="") | ~Exists(former))
