"""What waits in the cases of a person: follow-ups to be made, stays about to end; and the cases of families."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor
from opora.cases.models import Case, FollowUp
from opora.cases.queries.visible import visible_to
from opora.families.models import Person


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """A follow-up visit that waits to be made."""

    case_id: int
    number: str
    client_code: str
    due_on: date


def due_follow_ups(*, actor: Actor, on: date, limit: int = 20) -> list[DueFollowUp]:
    """The follow-ups due by a day in cases this person may see, the longest waiting first (S3-85, X-12)."""
    cases = visible_to(actor).values("pk")
    waiting = FollowUp.objects.filter(done_on=None, cancelled_at=None, due_on__lte=on)
    rows = waiting.filter(case_id__in=cases).select_related("case__client").order_by("due_on", "pk")[:limit]
    return [DueFollowUp(row.case_id, row.case.number, row.case.client.code, row.due_on) for row in rows]


@dataclass(frozen=True, slots=True)
class EndingStay:
    """A stay in the centre whose agreed end is near or past."""

    case_id: int
    number: str
    client_code: str
    planned_until: date


def ending_stays(*, actor: Actor, until: date, limit: int = 20) -> list[EndingStay]:
    """Families still in the centre whose agreed end comes by a day: to extend the stay or to say goodbye."""
    cases = visible_to(actor).filter(stays__left_on=None, stays__planned_until__lte=until)
    rows = cases.order_by("stays__planned_until", "pk").values_list(
        "pk", "number", "client_id", "stays__planned_until"
    )[:limit]
    found = list(rows)
    codes = {person.pk: person.code for person in Person.objects.filter(pk__in=[row[2] for row in found])}
    return [EndingStay(pk, number, codes[client], day) for pk, number, client, day in found if day]


def cases_of_family(*, actor: Actor, family_ids: Sequence[int]) -> dict[int, list[Case]]:
    """The cases of some families that this person may see, the newest first, by family."""
    grouped: dict[int, list[Case]] = defaultdict(list)
    for case in visible_to(actor).filter(family_id__in=family_ids).select_related("program").order_by("-opened_on"):
        grouped[case.family_id].append(case)
    return dict(grouped)
