"""Letters to offices as help that reached families; for counting whom the house helped."""

from collections.abc import Collection
from datetime import date

from django.db.models import CharField, QuerySet, Value

from opora.correspondence.models import OfficialLetter
from opora.intake.queries.help_sums import HelpAsked, Helped, first_days, helped


def letters_helped(asked: HelpAsked) -> Helped:
    """Letters about families that were sent."""
    return helped(_sent(), asked, day="sent_on", kind=Value("letters", output_field=CharField()))


def first_letters(family_ids: Collection[int]) -> dict[int, date]:
    """The first letter about each of these families."""
    return first_days(_sent(), day="sent_on", family_ids=family_ids)


def _sent() -> "QuerySet[OfficialLetter]":
    found = OfficialLetter.objects.filter(direction=OfficialLetter.Direction.OUT, sent_on__isnull=False)
    return found.exclude(route=None, case=None)
