"""What families received: one act, the acts of a family, and the log over all families in sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Prefetch, Q, Sum
from django.db.models.functions import Coalesce

from opora.access.rules import Actor, can
from opora.families import queries as families
from opora.goods import policies, words
from opora.goods.models import Issue, IssueLine, Movement, StockEntry
from opora.papers.models import StoredFile
from opora.papers.queries.files import files_with
from opora.process.queries import Place, within_sight
from opora.services.queries.sight import in_sight

PAGE = 50


def get_issue(*, actor: Actor, issue_id: int) -> Issue:
    """An act of help in sight, or one that this person handed out in the warehouse; NotFound for any other."""
    known = Issue.every.select_related("by", "place", "receiver", "reverses", "reversed_by", "money", "case", "route")
    found = known.filter(pk=issue_id).prefetch_related(_LINES)
    if (issue := within_sight(actor, found).first()) is not None:
        return issue
    own = found.filter(by_id=actor.own_id).first() if can(actor, "goods.manage") else None
    if own is None:
        raise policies.unseen()
    return own


def is_in_sight(*, actor: Actor, issue: Issue) -> bool:
    """Whether the act lies on a path or case that this person sees; not of one only handed out in the warehouse."""
    return within_sight(actor, Issue.every.filter(pk=issue.pk)).exists()


_LINES = Prefetch("lines", IssueLine.objects.select_related("good", "kit").order_by("pk"))


def lines_of(issue: Issue) -> list[IssueLine]:
    """The lines of an act, already found for the reader."""
    return list(issue.lines.all())


def has_come_back(issue: Issue) -> bool:
    """Whether the family brought part of it back."""
    return StockEntry.objects.filter(issue=issue, kind=StockEntry.Kind.RETURNED).exists()


def files_of(issue: Issue) -> list[StoredFile]:
    """The photographs and papers that lie with an act."""
    return files_with(f"goods.issue:{issue.pk}")


def codes_at(place: Place) -> list[str]:
    """The codes of the people of the family, for papers; nothing while the family is not known."""
    if place.family_id is None:
        return []
    return [person.code for person in families.people_of_family(place.family_id)]


def codes_of_act(issue: Issue) -> list[str]:
    """The code by which the warehouse handed it out: that of the adult of the case, and no other."""
    case = issue.case or (issue.route.case if issue.route is not None else None)
    return [case.client.code] if case is not None else []


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What of an act is with the family still, by lot."""

    lot_id: int
    name: str
    unit: str
    quantity: Decimal


def outstanding_of(issue: Issue) -> list[Outstanding]:
    """What of an act may come back."""
    moved = Movement.objects.filter(entry__issue=issue).values(
        "lot_id", "lot__good__name", "lot__good__unit", "lot__size"
    )
    rows = moved.annotate(sum=Sum("quantity")).filter(sum__lt=0).order_by("lot__good__name", "lot_id")
    return [
        Outstanding(
            row["lot_id"], words.named(row["lot__good__name"], row["lot__size"]), row["lot__good__unit"], -row["sum"]
        )
        for row in rows
    ]


def issues_at(place: Place, *, limit: int = 100) -> list[Issue]:
    """What the family of a place received, the newest first; the place has been read for the person already."""
    return _listed(Issue.every.filter(_at(place), reverses=None))[:limit]


def _at(place: Place) -> Q:
    found = Q(pk__in=())
    if place.route_id is not None:
        found |= Q(route_id=place.route_id)
    if place.case_id is not None:
        found |= Q(case_id=place.case_id)
    return found


def _listed(found: Any) -> Any:
    known = found.select_related("by", "place", "money", "reversed_by").defer(
        "remark", "money__purpose", "money__proof"
    )
    return known.prefetch_related(_LINES).order_by("-given_on", "-pk")


@dataclass(frozen=True, slots=True)
class IssueFilters:
    """What narrows the log of help given; ``text`` is the number of an act or of a case."""

    kind: str = ""
    place_id: int | None = None
    from_on: date | None = None
    to_on: date | None = None
    unproven: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class IssueRow:
    """A line of the log: the act, whose it is, and whose path or case it lies on."""

    issue: Issue
    pk: int
    case_number: str
    case_id: int | None
    route_id: int | None


def issue_log(
    *, actor: Actor, filters: IssueFilters, before: tuple[date, int] | None = None, limit: int = PAGE + 1
) -> list[IssueRow]:
    """The acts of all families in sight, the newest first, below the day and number named."""
    found = Issue.every.filter(in_sight(actor), reverses=None)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.place_id:
        found = found.filter(place_id=filters.place_id)
    if filters.from_on:
        found = found.filter(given_on__gte=filters.from_on)
    if filters.to_on:
        found = found.filter(given_on__lte=filters.to_on)
    if text := filters.text:
        of_case = Q(case__number__icontains=text) | Q(route__case__number__icontains=text)
        found = found.filter(of_case | Q(act_number__icontains=text))
    if filters.unproven:
        found = found.filter(money__isnull=False, money__proven_on=None, voided_on=None).exclude(kind="certificate")
    if before is not None:
        day, pk = before
        found = found.filter(Q(given_on__lt=day) | Q(given_on=day, pk__lt=pk))
    numbered = found.annotate(
        of_case=Coalesce(F("case_id"), F("route__case_id")),
        case_number=Coalesce(F("case__number"), F("route__case__number")),
    )
    return [
        IssueRow(issue, issue.pk, issue.case_number or "", issue.of_case, issue.route_id)
        for issue in _listed(numbered)[:limit]
    ]


def names_of_lines(issue: Issue) -> list[str]:
    """What an act gave, line by line, kits by their names."""
    said: list[str] = []
    kits: set[int] = set()
    for line in issue.lines.all():
        if line.kit_id is None:
            said.append(words.so_much(line.good.name, line.size, line.quantity, line.good.unit))
        elif line.kit_id not in kits:
            kits.add(line.kit_id)
            said.append(f"{line.kit.name if line.kit else ''} × {line.kits}")
    return said


def given_before(*, place: Place, since: date) -> Sequence[tuple[int, str, Decimal, date]]:
    """What the family received since a day by acts that stand: good, category, quantity, day."""
    if place.family_id is not None:
        whose = (
            Q(issue__case__family_id=place.family_id)
            | Q(issue__route__family_id=place.family_id)
            | Q(issue__route__case__family_id=place.family_id)
        )
    else:
        whose = Q(issue__route_id=place.route_id)
    found = IssueLine.objects.filter(whose, issue__voided_on=None, issue__reverses=None, issue__given_on__gt=since)
    return list(found.values_list("good_id", "good__category", "quantity", "issue__given_on"))
