"""Services as help that reached families, by direction; for counting whom the house helped."""

from collections.abc import Collection
from datetime import date

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from opora.catalogue.models import Direction
from opora.common.language import said
from opora.intake.queries.help_sums import HelpAsked, Helped, first_days, helped
from opora.services.models import Provision
from opora.services.queries.once import counted_once

KIND = "service."


def services_helped(asked: HelpAsked) -> Helped:
    """Services held, each direction a kind; a meeting of a group is one service of a family."""
    kind = Concat(Value(KIND), Cast("service__direction_id", CharField()))
    held = Provision.objects.filter(state=Provision.State.HELD)
    return helped(held, asked, day="on", kind=kind, who="people", once=counted_once)


def first_services(family_ids: Collection[int]) -> dict[int, date]:
    """The first service of each of these families."""
    held = Provision.objects.filter(state=Provision.State.HELD)
    return first_days(held, day="on", family_ids=family_ids)


def kinds_of_services() -> dict[str, str]:
    """The directions in words, in the order of the catalogue."""
    return {f"{KIND}{one.pk}": said(one.title) for one in Direction.objects.all()}
