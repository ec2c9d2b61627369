"""Meetings of groups and events as help that reached families; for counting whom the house helped."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count, QuerySet, Value
from django.db.models.functions import Concat

from opora.groups.models import Group, Mark
from opora.intake.queries.help_sums import HelpAsked, Helped, first_days, helped

KIND = "group."


def groups_helped(asked: HelpAsked) -> Helped:
    """Meetings to which somebody of a family came, once for the family."""
    kind = Concat(Value(KIND), "session__group__kind")
    return helped(
        _came(),
        asked,
        day="session__on",
        kind=kind,
        way="participant__",
        times=Count("session_id", distinct=True),
        who="participant__person_id",
    )


def first_meetings(family_ids: Collection[int]) -> dict[int, date]:
    """The first meeting of each of these families."""
    return first_days(_came(), day="session__on", family_ids=family_ids, way="participant__")


def kinds_of_groups() -> dict[str, str]:
    """The kinds of groups and events in words."""
    return {f"{KIND}{code}": str(label) for code, label in Group.Kind.choices}


def _came() -> "QuerySet[Mark]":
    return Mark.objects.filter(state=Mark.State.CAME, session__is_held=True, participant__voided_on=None)
