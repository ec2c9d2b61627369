"""The services of one family: what is planned against what was held, and what was given, the newest first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from opora.access.rules import Actor, can
from opora.common.language import said
from opora.common.text import fold
from opora.families.sealing import opened
from opora.process.queries import Place
from opora.services.models import PlannedService, Provision
from opora.services.queries.finding import at_place, with_counts
from opora.services.queries.notes import note_of
from opora.services.rules import Standing, standing_of

PAGE = 25


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A planned service with what came of it so far."""

    id: int
    title: str
    direction: str
    times: int
    held: int
    missed: int
    until_on: date | None
    giver: str
    task: str
    note: str
    standing: Standing
    task_id: int | None = None


@dataclass(frozen=True, slots=True)
class GivenLine:
    """A service that was given, or was not because nobody came."""

    made: Provision
    title: str
    direction: str
    giver: str
    note: str
    people_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FamilyServices:
    """What is planned, what was given, how much of it there is in all."""

    planned: tuple[PlannedLine, ...]
    given: tuple[GivenLine, ...]
    has_more: bool
    held: int
    missed: int
    hours: float


def services_at(
    *,
    actor: Actor,
    place: Place,
    text: str = "",
    before: tuple[date, int] | None = None,
    limit: int = PAGE,
    on: date,
) -> FamilyServices:
    """What is planned and what was given on the path and the case of a place that this person sees.

    ``text`` narrows what was given: words of the service, its direction or who gave it.
    """
    given = Provision.objects.filter(at_place(place))
    sums = given.aggregate(
        held=Count("pk", filter=Q(state=Provision.State.HELD)),
        missed=Count("pk", filter=Q(state=Provision.State.NO_SHOW)),
        minutes=Sum("minutes", filter=Q(state=Provision.State.HELD)),
    )
    if text:
        given = given.filter(pk__in=_called(given, text))
    if before is not None:
        given = given.filter(Q(on__lt=before[0]) | Q(on=before[0], pk__lt=before[1]))
    rows = list(
        given.select_related("service__direction", "worker", "partner")
        .prefetch_related("people")
        .order_by("-on", "-pk")[: limit + 1]
    )
    planned = _with_names(PlannedService.objects.filter(at_place(place)))
    return FamilyServices(
        planned=tuple(_planned(one, on) for one in planned),
        given=tuple(_given(actor, one) for one in rows[:limit]),
        has_more=len(rows) > limit,
        held=sums["held"],
        missed=sums["missed"],
        hours=round((sums["minutes"] or 0) / 60, 1),
    )


def agreed_services(*, actor: Actor, place: Place, on: date) -> tuple[PlannedLine, ...]:
    """What was agreed of services on the path and the case of a place that this person sees: part of its plan (S1-06).

    What was stopped is left out.
    """
    if not can(actor, "help.read"):
        return ()
    found = _with_names(PlannedService.objects.filter(at_place(place), ended_on=None))
    return tuple(_planned(one, on) for one in found)


def _with_names(planned: QuerySet[PlannedService]) -> QuerySet[Any]:
    counted = with_counts(planned)
    return counted.select_related("service__direction", "worker", "partner", "task").order_by("ended_on", "on", "pk")


def _called(given: "QuerySet[Provision]", text: str) -> list[int]:
    """What was given, by the words that its line shows; typed in any case and with «е» for «ё»."""
    wanted = fold(text).split()
    told = given.values_list(
        "pk",
        "service__title_ru",
        "service__title_en",
        "service__direction__title_ru",
        "service__direction__title_en",
        "worker__name",
        "partner__name",
    )
    return [pk for pk, *said in told if all(word in fold(" ".join(filter(None, said))) for word in wanted)]


def _planned(one: PlannedService, on: date) -> PlannedLine:
    held, missed = getattr(one, "held", 0), getattr(one, "missed", 0)
    return PlannedLine(
        id=one.pk,
        title=said(one.service.title),
        direction=said(one.service.direction.title),
        times=one.times,
        held=held,
        missed=missed,
        until_on=one.until_on,
        giver=one.worker.name if one.worker else one.partner.name if one.partner else "",
        task=opened(one.task, "title") if one.task else "",
        note=opened(one, "note"),
        standing=standing_of(times=one.times, held=held, until_on=one.until_on, ended_on=one.ended_on, on=on),
        task_id=one.task_id,
    )


def _given(actor: Actor, one: Provision) -> GivenLine:
    return GivenLine(
        made=one,
        title=said(one.service.title),
        direction=said(one.service.direction.title),
        giver=giver_of(one),
        note=note_of(actor, one),
        people_ids=tuple(person.pk for person in one.people.all()),
    )


def giver_of(one: Provision) -> str:
    """Who gave a service: a colleague, a partner, or both together."""
    return ", ".join(name for name in (one.worker and one.worker.name, one.partner and one.partner.name) if name)
