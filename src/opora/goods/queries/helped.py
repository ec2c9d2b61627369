"""Material help as help that reached families; for counting whom the house helped."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet, Value
from django.db.models.functions import Concat

from opora.goods.models import Issue
from opora.intake.queries.help_sums import HelpAsked, Helped, first_days, helped

KIND = "goods."


def goods_helped(asked: HelpAsked) -> Helped:
    """Acts that stand, by what was given."""
    return helped(_given(), asked, day="given_on", kind=Concat(Value(KIND), "kind"))


def first_goods(family_ids: Collection[int]) -> dict[int, date]:
    """The first act of each of these families."""
    return first_days(_given(), day="given_on", family_ids=family_ids)


def kinds_of_goods() -> dict[str, str]:
    """What is given, in words."""
    return {f"{KIND}{code}": str(label) for code, label in Issue.Kind.choices}


def _given() -> "QuerySet[Issue]":
    return Issue.objects.filter(reverses=None, reversed_by=None)
