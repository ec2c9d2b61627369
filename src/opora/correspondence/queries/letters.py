"""The journal of letters out and in, of everything in sight or of one family (D-23, S0-44)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.correspondence import models, policies
from opora.correspondence.models import LetterPerson, OfficialLetter
from opora.families.sealing import opened
from opora.papers.models import Disclosure
from opora.process.queries import Place, place_of, visible_to

PAGE = 50
AWAITED, OWED, LATE, DRAFTS = "awaited", "owed", "late", "drafts"


@dataclass(frozen=True, slots=True)
class LetterFilters:
    """What narrows the journal."""

    q: str = ""
    direction: str = ""
    kind: str = ""
    state: str = ""
    partner_id: int | None = None
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line of the journal: numbers, days, the office and the number of the case; nobody is named."""

    id: int
    direction: str
    kind_code: str
    kind: str
    number: str
    their_number: str
    on: date
    partner_id: int
    partner: str
    subject: str
    case_number: str
    route_id: int | None
    case_id: int | None
    asked_by: str
    sent_on: date | None
    answer_due_on: date | None
    closed_on: date | None
    result_code: str
    result: str
    by: str
    is_voided: bool
    awaits_answer: bool
    is_owed: bool
    waits_until: date | None

    def is_late(self, on: date) -> bool:
        """Whether its answer, or ours to it, should have come by now."""
        return self.waits_until is not None and self.waits_until < on


def letters(
    *, actor: Actor, filters: LetterFilters, on: date, number: int = 1, limit: int = PAGE
) -> tuple[list[LetterLine], bool]:
    """A page of the journal as far as this person sees, the newest first, and whether more follow."""
    policies.check_can_read(actor)
    found = _narrowed(seen_by(actor), filters, on)
    begin = (max(number, 1) - 1) * limit
    rows = list(_ready(found)[begin : begin + limit + 1])
    return [_line(one) for one in rows[:limit]], len(rows) > limit


def letters_at(place: Place) -> list[LetterLine]:
    """Every letter about the work at one place, already found for the reader; voided ones too."""
    return [_line(one) for one in _ready(OfficialLetter.every.filter(_of(place)))]


def seen_by(actor: Actor) -> "QuerySet[OfficialLetter]":
    """Letters about families in sight, and those about none."""
    return OfficialLetter.objects.filter(_in_sight(actor))


def letter_in_sight(*, actor: Actor, letter_id: int) -> OfficialLetter:
    """A letter this person may see, with its words still sealed; NotFound for any other."""
    policies.check_can_read(actor)
    found = OfficialLetter.every.select_related(
        "route", "case", "partner", "by", "approved_by", "file", "template", "answers"
    )
    letter = found.filter(_in_sight(actor), pk=letter_id).first()
    if letter is None:
        raise policies.unseen()
    return letter


def place_of_letter(*, actor: Actor, letter: OfficialLetter) -> Place | None:
    """Where the letter lies; None for one about no family."""
    if letter.route_id is None and letter.case_id is None:
        return None
    return place_of(actor=actor, route_id=letter.route_id, case_id=letter.case_id)


def named_in(letter: OfficialLetter) -> list[LetterPerson]:
    """Whom a letter already found names, in the order they were chosen."""
    return list(LetterPerson.objects.filter(letter=letter).select_related("person"))


def answers_of(letter: OfficialLetter) -> list[OfficialLetter]:
    """What came in answer to a letter already found."""
    return list(OfficialLetter.every.filter(answers=letter).select_related("file").order_by("on", "pk"))


def last_addressee(*, actor: Actor, partner_id: int) -> dict[str, str]:
    """Who received the last letter to an office: the next one begins with the same post and name."""
    policies.check_can_read(actor)
    found = OfficialLetter.objects.filter(partner_id=partner_id, direction="out", addressee__isnull=False)
    last = found.filter(_in_sight(actor)).order_by("-pk").first()
    return dict(opened(last, "addressee")) if last is not None else {}


def told_outside(place: Place) -> list[tuple[Disclosure, str]]:
    """To whom what was told about the family of a place already found, the newest first."""
    found = Disclosure.objects.filter(_of(place)).select_related("by")
    return [(one, str(opened(one, "recipient"))) for one in found]


def _of(place: Place) -> Q:
    return Q(route_id__in=[place.route_id] if place.route_id else []) | Q(
        case_id__in=[place.case_id] if place.case_id else []
    )


def _in_sight(actor: Actor) -> Q:
    return (
        Q(route=None, case=None)
        | Q(route__in=visible_to(actor).values("pk"))
        | Q(case__in=cases.visible_to(actor).values("pk"))
    )


def _narrowed(found: "QuerySet[OfficialLetter]", filters: LetterFilters, on: date) -> "QuerySet[OfficialLetter]":
    same: dict[str, Any] = {
        "direction": filters.direction,
        "kind": filters.kind,
        "partner_id": filters.partner_id,
        "on__gte": filters.from_on,
        "on__lte": filters.to_on,
    }
    found = found.filter(**{name: value for name, value in same.items() if value})
    if filters.q:
        found = found.filter(
            Q(number__startswith=filters.q)
            | Q(their_number__icontains=filters.q)
            | Q(partner__name__icontains=filters.q)
            | Q(route__case__number__icontains=filters.q)
            | Q(case__number__icontains=filters.q)
        )
    states = {
        AWAITED: models.AWAITED,
        OWED: models.OWED,
        LATE: (models.AWAITED | models.OWED) & Q(answer_due_on__lt=on),
        DRAFTS: Q(number=""),
        **{code: Q(result=code) for code in OfficialLetter.Result.values},
    }
    return found.filter(states[filters.state]) if filters.state in states else found


def _ready(found: "QuerySet[OfficialLetter]") -> "QuerySet[OfficialLetter]":
    found = found.select_related("partner", "by", "route__case", "case")
    return found.defer("text", "addressee", "route__facts").order_by("-on", "-pk")


def _line(one: OfficialLetter) -> LetterLine:
    case = one.case or (one.route.case if one.route is not None else None)
    return LetterLine(
        id=one.pk,
        direction=one.direction,
        kind_code=one.kind,
        kind=one.get_kind_display(),
        number=one.number,
        their_number=one.their_number,
        on=one.on,
        partner_id=one.partner_id,
        partner=one.partner.name,
        subject=one.subject_text,
        case_number=case.number if case is not None else "",
        route_id=one.route_id,
        case_id=case.pk if case is not None else None,
        asked_by=one.get_asked_by_display() if one.asked_by else "",
        sent_on=one.sent_on,
        answer_due_on=one.answer_due_on,
        closed_on=one.closed_on,
        result_code=one.result,
        result=one.get_result_display() if one.result else "",
        by=one.by.name if one.by else "",
        is_voided=one.voided_on is not None,
        awaits_answer=one.awaits_answer,
        is_owed=one.is_owed,
        waits_until=one.waits_until,
    )


def lines_of(rows: Sequence[OfficialLetter]) -> list[LetterLine]:
    """Letters already found as lines."""
    return [_line(one) for one in rows]
