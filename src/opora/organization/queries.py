"""The details in force. They stand on every paper that leaves the house and on the public page: no secret."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.common.working_days import YearOfDays, by_law, year_of
from opora.organization import policies
from opora.organization.models import CalendarYear, OrganizationDetails
from opora.organization.production_calendar import shipped_years, source_of
from opora.organization.rules import DETAILS

# The decree that moves the days off of a year comes out in the autumn before it.
_AUTUMN = 10


def details() -> OrganizationDetails:
    """The newest version; one with nothing in it while nobody has told anything."""
    return OrganizationDetails.objects.first() or OrganizationDetails(number=0)


def versions(*, actor: Actor) -> QuerySet[OrganizationDetails]:
    """Every version, the newest first, for those who change them."""
    policies.check_can_change(actor)
    return OrganizationDetails.objects.select_related("by")


def title_of(name: str) -> Any:
    """What a detail is called, for people."""
    return OrganizationDetails._meta.get_field(name).verbose_name  # type: ignore[union-attr]


def consent_text(number: int) -> str:
    """The consent text as it stood in that version; empty where there is none."""
    found = OrganizationDetails.objects.filter(consent_number=number).values_list("consent_text", flat=True)
    return found.order_by("number").first() or ""


def as_fields(kept: OrganizationDetails) -> dict[str, str]:
    """The details by name, as papers fill them in; what nobody told is empty."""
    return {name: getattr(kept, name) for name in DETAILS}


@dataclass(frozen=True, slots=True)
class KnownYear:
    """A year of the production calendar: its days, where they are said, whether they are the organization's own."""

    year: int
    days: YearOfDays
    source: str
    is_own: bool = False
    is_known: bool = True
    revision: int = 0


def working_years() -> dict[int, YearOfDays]:
    """Every year whose days off are known: those that come with Opora, and the organization's own before them."""
    return shipped_years() | {kept.year: _days(kept) for kept in CalendarYear.objects.all()}


def missing_years(on: date) -> list[int]:
    """This year and, from autumn on, the next one, where their days off are not known: somebody is to complete them."""
    wanted = [on.year, on.year + 1] if on.month >= _AUTUMN else [on.year]
    kept = working_years()
    return [year for year in wanted if year not in kept]


def calendar_year(year: int) -> KnownYear:
    """A year to be looked at; one that nobody knows yet is shown by law alone and says so."""
    kept = CalendarYear.objects.filter(year=year).first()
    if kept is not None:
        return KnownYear(year, _days(kept), kept.source, is_own=True, revision=kept.revision)
    shipped = shipped_years().get(year)
    if shipped is not None:
        return KnownYear(year, shipped, source_of(year))
    return KnownYear(year, by_law(year), "", is_known=False)


def _days(kept: CalendarYear) -> YearOfDays:
    return year_of([date.fromisoformat(day) for day in kept.off], [date.fromisoformat(day) for day in kept.worked])
