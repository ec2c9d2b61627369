"""The log of services of the organization: a page by day and number, whatever narrows it."""

from dataclasses import dataclass
from datetime import date, time

from django.db.models import Count, Q, QuerySet

from opora.access.rules import Actor
from opora.catalogue import words
from opora.common.language import said
from opora.services.models import Provision
from opora.services.queries.family import giver_of
from opora.services.queries.once import counted_once, with_family
from opora.services.queries.sight import in_sight

PAGE = 25


@dataclass(frozen=True, slots=True)
class LogFilters:
    """What narrows the log; ``text`` is the number of a case."""

    text: str = ""
    direction_id: int | None = None
    service_id: int | None = None
    format: str = ""
    provider: str = ""
    state: str = ""
    worker_id: int | None = None
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line: when, what, of which direction, for which case, by whom, how long; nothing of what was said."""

    id: int
    on: date
    at: time | None
    title: str
    direction: str
    case_number: str
    case_id: int | None
    route_id: int | None
    client: str
    giver: str
    format: str
    provider: str
    provider_code: str
    minutes: int | None
    people: int
    state: str
    state_label: str
    # Not, where the family has the same meeting by a second record since two families became one.
    is_counted: bool

    @property
    def key(self) -> str:
        """Where the next page begins after this line."""
        return f"{self.on.isoformat()}.{self.id}"


def service_log(
    *, actor: Actor, filters: LogFilters, before: tuple[date, int] | None = None, limit: int = PAGE
) -> list[LogLine]:
    """The services this person sees, the newest first, one line more than a page to tell whether there is more."""
    asked = found = Provision.objects.filter(in_sight(actor), _asked(filters))
    if before is not None:
        found = found.filter(on__lte=before[0]).filter(Q(on__lt=before[0]) | Q(pk__lt=before[1]))
    found = found.defer("note").select_related(
        "service__direction", "worker", "partner", "case__client", "route__case__client"
    )
    found = found.defer("note", "case__client__identity", "route__case__client__identity")
    rows = list(found.order_by("-on", "-pk")[: limit + 1])
    heads = _heads([one.pk for one in rows])
    doubles = _doubles(asked, rows)
    return [_line(one, heads.get(one.pk, 0), one.pk not in doubles) for one in rows]


def _doubles(asked: "QuerySet[Provision]", rows: list[Provision]) -> set[int]:
    """Those of a page that the sums leave out, because another record of the same meeting stands for them."""
    came_of = {one.pk for one in rows if one.origin}
    if not came_of:
        return set()
    return came_of - set(counted_once(with_family(asked)).filter(pk__in=came_of).values_list("pk", flat=True))


def _heads(keys: list[int]) -> dict[int, int]:
    """How many people of the family were there, by service; counted for one page only."""
    through = Provision.people.through.objects.filter(provision_id__in=keys)
    return dict(through.values_list("provision_id").annotate(n=Count("pk")))


def _asked(filters: LogFilters) -> Q:
    asked = Q()
    if filters.text:
        asked &= Q(case__number__icontains=filters.text) | Q(route__case__number__icontains=filters.text)
    if filters.direction_id is not None:
        asked &= Q(service__direction_id=filters.direction_id)
    if filters.service_id is not None:
        asked &= Q(service_id=filters.service_id)
    if filters.worker_id is not None:
        asked &= Q(worker_id=filters.worker_id)
    if filters.from_on is not None:
        asked &= Q(on__gte=filters.from_on)
    if filters.to_on is not None:
        asked &= Q(on__lte=filters.to_on)
    for name in ("format", "provider", "state"):
        if value := getattr(filters, name):
            asked &= Q(**{name: value})
    return asked


def _line(one: Provision, people: int, is_counted: bool) -> LogLine:
    case = one.case or (one.route.case if one.route is not None else None)
    return LogLine(
        id=one.pk,
        on=one.on,
        at=one.at,
        title=said(one.service.title),
        direction=said(one.service.direction.title),
        case_number=case.number if case is not None else "",
        case_id=case.pk if case is not None else None,
        route_id=one.route_id,
        client=case.client.code if case is not None else "",
        giver=giver_of(one),
        format=str(words.FORMATS.get(one.format, one.format)),
        provider=str(words.PROVIDERS.get(one.provider, one.provider)),
        provider_code=one.provider,
        minutes=one.minutes,
        people=people,
        state=one.state,
        state_label=str(one.get_state_display()),
        is_counted=is_counted,
    )
