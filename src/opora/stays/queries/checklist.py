"""The papers of an admission: application, contract, a consent of each; what is there and what is lacking (S2-11)."""

from dataclasses import dataclass
from datetime import date

from opora.cases.models import Case
from opora.papers.models import Consent, Letter
from opora.process.models import Paper, Route
from opora.stays.models import Admission, Lodger

APPLICATION, CONTRACT, CONSENT = "application", "contract", "consent"
_BECOMES = {"application": APPLICATION, "stay": CONTRACT, "support": CONTRACT}


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper of the admission: there since a day, or written and not signed (``letter_id``), or lacking."""

    kind: str
    person_id: int | None = None
    code: str = ""
    is_child: bool = False
    on: date | None = None
    letter_id: int | None = None

    @property
    def is_lacking(self) -> bool:
        return self.on is None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The papers of one admission, on the path they lie on; without a path there is no place for them."""

    route_id: int | None
    lines: tuple[PaperLine, ...]

    @property
    def lacking(self) -> int:
        return sum(line.is_lacking for line in self.lines)

    @property
    def is_complete(self) -> bool:
        """Complete only when all of them are signed (S2-11)."""
        return self.route_id is not None and not self.lacking


def checklist_of(admission: Admission, lodgers: list[Lodger]) -> Checklist:
    """What of the three kinds of papers is signed for a family that was read for this person."""
    route = _route_of(admission.case)
    if route is None:
        return Checklist(None, ())
    letters = Letter.objects.filter(route=route, kind__in=_BECOMES).order_by("pk")
    filed = dict(
        Paper.objects.filter(route=route, kind__in=(APPLICATION, CONTRACT), withdrawn_on=None)
        .order_by("on")
        .values_list("kind", "on")
    )
    signed: dict[str, date] = dict(filed)
    written: dict[str, int] = {}
    for letter in letters:
        kind = _BECOMES[letter.kind]
        if letter.signed_on is not None:
            signed.setdefault(kind, letter.signed_on)
        else:
            written[kind] = letter.pk
    consents = Consent.objects.filter(
        route=route,
        person__in=[one.person_id for one in lodgers],
        purpose__in=(Consent.Purpose.PROCESSING, Consent.Purpose.PROCESSING_CHILD),
        withdrawn_on=None,
    )
    agreed = dict(consents.order_by("signed_on").values_list("person_id", "signed_on"))
    two = [PaperLine(kind, on=signed.get(kind), letter_id=written.get(kind)) for kind in (APPLICATION, CONTRACT)]
    each = [
        PaperLine(
            CONSENT,
            one.person_id,
            one.person.known_code,
            is_child=one.part == Lodger.Part.CHILD,
            on=agreed.get(one.person_id),
        )
        for one in lodgers
    ]
    return Checklist(route.pk, (*two, *each))


def _route_of(case: Case) -> Route | None:
    return Route.objects.filter(case=case).first()
