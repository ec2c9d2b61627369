"""What families said that may be quoted: of one family, beside a result, for a report; a consent is asked each time."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from opora.access.rules import Actor, Scope, departments, scope
from opora.common.errors import NotFound
from opora.common.language import said
from opora.families.models import FamilyMember
from opora.families.sealing import opened
from opora.logic.queries import concepts
from opora.papers.models import Consent
from opora.plans.models import FamilyStep, Plan
from opora.process.queries import Place, place_of_record, records_of_family, within_sight
from opora.voice.models import FamilyQuote


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """Words that may be quoted: whose they are without a name, what they speak of, whether a consent holds now."""

    id: int
    text: str
    whose: str
    about: str
    source: str
    said_on: date
    may_publish: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something a family said that stands in its records and might be quoted."""

    source: str
    source_label: str
    text: str
    on: date


def quotes_at(*, actor: Actor, place: Place, on: date) -> list[QuoteLine]:
    """What may be quoted of one family, the newest first."""
    found = FamilyQuote.objects.filter(records_of_family(actor=actor, place=place)).exclude(text=None)
    return _lines(found, on)


def quotes_beside(*, actor: Actor, indicator: str, on: date, program_ids: Collection[int] = ()) -> list[QuoteLine]:
    """What families said of the results an indicator shows, as far as the reader's outcomes reach."""
    shown = [one.code for one in concepts().values() if indicator in one.evidence.indicators]
    return quotes_of(actor=actor, outcomes=shown, on=on, program_ids=program_ids)


def quotes_of(
    *, actor: Actor, outcomes: Collection[str], on: date, program_ids: Collection[int] = ()
) -> list[QuoteLine]:
    """What families said of these outcomes, as far as the reader's outcomes reach."""
    if not outcomes:
        return []
    found = _reached(actor).filter(concept__in=list(outcomes))
    if program_ids:
        found = found.filter(Q(route__program__in=program_ids) | Q(case__program__in=program_ids))
    return _lines(found[:MOST], on)


def quotes_to_publish(*, actor: Actor, on: date, numbers: Collection[int] | None = None) -> list[QuoteLine]:
    """What may stand in a report now: words of whoever agreed to publication and has not taken that back."""
    found = _reached(actor)
    if numbers is not None:
        found = found.filter(pk__in=list(numbers))
    return [one for one in _lines(found[:MOST], on) if one.may_publish]


MOST = 200


def publishable(numbers: Collection[int], on: date) -> set[int]:
    """Which of these words still stand and are covered by a consent in force, whoever asks."""
    found = FamilyQuote.objects.filter(pk__in=list(numbers)).exclude(text=None)
    whose = dict(found.values_list("pk", "person_id"))
    agreed = consenting(whose.values(), on)
    return {number for number, person in whose.items() if person in agreed}


def candidates(*, place: Place) -> list[Candidate]:
    """What the family said already, in the plan and of its own accord; for whoever may read all of it."""
    if place.route is None:
        return []
    found: list[Candidate] = []
    plan = Plan.objects.filter(route=place.route).first()
    if plan is not None and (words := opened(plan, "own_words")):
        found.append(Candidate("plan", str(FamilyQuote.Source.PLAN.label), words, place.began_on))
    for step in FamilyStep.objects.filter(route=place.route).order_by("-on", "-pk")[:20]:
        found.append(Candidate("step", str(FamilyQuote.Source.STEP.label), opened(step, "text"), step.on))
    return found


def consenting(person_ids: Iterable[int], on: date) -> set[int]:
    """Which of these people have a consent to publication in force."""
    given = Consent.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=on),
        person__in=set(person_ids),
        purpose=Consent.Purpose.PUBLICATION,
        withdrawn_on=None,
        signed_on__lte=on,
    )
    return set(given.values_list("person_id", flat=True))


def _reached(actor: Actor) -> "QuerySet[FamilyQuote]":
    """Words of the families whose outcomes this person reads."""
    found = FamilyQuote.objects.exclude(text=None)
    reach = scope(actor, "outcomes.read")
    if reach is Scope.ALL:
        return found
    if reach is Scope.DEPARTMENT:
        own = departments(actor, "outcomes.read")
        return found.filter(Q(route__department__in=own) | Q(case__department__in=own))
    return within_sight(actor, found) if reach is not Scope.NONE else found.none()


def _lines(rows: "QuerySet[FamilyQuote]", on: date) -> list[QuoteLine]:
    found = list(rows.select_related("route", "case"))
    agreed = consenting((one.person_id for one in found), on)
    roles = _roles({one.person_id for one in found})
    known = concepts()
    return [
        QuoteLine(
            one.pk,
            opened(one, "text"),
            f"{roles.get(one.person_id, '')}, {one.said_on.year}".lstrip(", "),
            said(known[one.concept].title) if one.concept in known else "",
            str(one.get_source_display()),
            one.said_on,
            one.person_id in agreed,
        )
        for one in found
    ]


def _roles(person_ids: Collection[int]) -> Mapping[int, str]:
    """What each is in the family, by the newest role: the only thing said of whose words they are."""
    rows = FamilyMember.objects.filter(person__in=person_ids).order_by("pk")
    return {one.person_id: str(one.get_role_display()) for one in rows}


def quote_sources() -> list[tuple[str, str]]:
    """Where words may come from."""
    return [(str(code), str(label)) for code, label in FamilyQuote.Source.choices]


def place_of_quote(*, actor: Actor, quote_id: int) -> Place:
    """Where marked words lie, for whoever sees that family; raises NotFound."""
    quote = FamilyQuote.objects.filter(pk=quote_id).defer("text").first()
    if quote is None:
        raise NotFound
    return place_of_record(actor=actor, record=quote)
