"""A prepared letter filled into its template: shown before it is printed, with every case a name stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.dates import show_day
from opora.common.errors import Conflict, Invalid
from opora.common.text import squeeze
from opora.correspondence.actions.locking import held, keys_of
from opora.correspondence.models import OfficialLetter, RememberedCases
from opora.correspondence.queries import cases_of, letter_in_sight, mark_of, named_in, place_of_letter
from opora.correspondence.queries.remembered import NAME, POST
from opora.correspondence.rules.name_cases import FEMALE, MALE, declined, declined_line
from opora.correspondence.rules.post_cases import declined_post
from opora.families.actions import name_people
from opora.families.queries import Known
from opora.families.sealing import opened
from opora.families.words import show_birth, show_papers
from opora.organization import queries as organization
from opora.papers.models import LetterTemplate
from opora.papers.queries import current_template, template_bytes
from opora.papers.rules.faults import paragraphs_of
from opora.papers.rules.letters import BLANK, Asked, BadTemplate, fill
from opora.papers.template_kinds import CASES
from opora.process.queries import Place

_SEX = {"f": FEMALE, "m": MALE}
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class AskedCase:
    """A name or a post in a case that this letter needs: as it is written, and as it stands in the letter."""

    kind: str
    words: str
    case: str
    shown: str
    is_remembered: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A letter as it would be printed: its paragraphs, the cases it needs, what of the organization is not told yet."""

    content: bytes
    lines: tuple[str, ...]
    cases: tuple[AskedCase, ...]
    missing: tuple[str, ...]
    template: LetterTemplate | None


class _Cases:
    """The names and posts of a letter in every case, and which of them its template asks for."""

    def __init__(self, found: Mapping[tuple[str, str], Mapping[str, str]]) -> None:
        self.remembered = found
        self.asked: dict[tuple[str, str, str], str] = {}

    def of(self, kind: str, words: str, worked_out: Mapping[str, str]) -> "_Declined":
        """A name or post as a template reads it: «name», «name_dative»; what is corrected goes before the rules."""
        return _Declined(self, kind, words, {**worked_out, **self.remembered.get((kind, words), {})})


class _Declined(dict[str, str]):
    """One name or post; that a case of it was asked for is noted."""

    def __init__(self, cases: _Cases, kind: str, words: str, forms: Mapping[str, str]) -> None:
        super().__init__({kind: words, **{f"{kind}_{case}": forms[case] for case in CASES}})
        self.cases, self.kind, self.words = cases, kind, words

    def __getitem__(self, name: str) -> str:
        value = super().__getitem__(name)
        case = name.removeprefix(f"{self.kind}_")
        if case in CASES and self.words and self.words != BLANK:
            self.cases.asked[self.kind, self.words, case] = value
        return value


class _Both(dict[str, Any]):
    """Somebody with a name and a post, or with a name and more."""

    def __init__(self, parts: Sequence[Mapping[str, Any]]) -> None:
        super().__init__({name: part.get(name) for part in parts for name in part})
        self.parts = parts

    def __getitem__(self, name: str) -> Any:
        for part in self.parts:
            if name in part:
                return part[name]
        raise KeyError(name)


@transaction.atomic
def preview_letter(*, actor: Actor, letter_id: int) -> Preview:
    """How a prepared letter would be printed; that somebody looked at its names is in the journal."""
    letter = letter_in_sight(actor=actor, letter_id=letter_id)
    return filled(actor, letter, place_of_letter(actor=actor, letter=letter), number="")


@transaction.atomic
def remember_cases(
    *, actor: Actor, letter_id: int, corrected: Mapping[tuple[str, str], Mapping[str, str]]
) -> OfficialLetter:
    """Cases of names and posts were put right: this letter and every later one writes them so."""
    letter, place = held(actor, letter_id)
    if not letter.is_prepared:
        raise Conflict(_("This letter is printed already. Void it and write it anew to change a name in it."))
    for (kind, words), forms in corrected.items():
        told = {case: squeeze(text) for case, text in forms.items() if case in CASES}
        if kind not in (NAME, POST) or any(not 0 < len(text) <= LONGEST_NAME for text in told.values()):
            raise Invalid({"": _("A name cannot be empty or longer than 200 letters.")})
        mark = mark_of(kind, words)
        known = RememberedCases.objects.select_for_update().filter(mark=mark).first()
        kept = known or RememberedCases(mark=mark, **(place.keys if place is not None and kind == NAME else {}))
        kept.forms = {**(opened(known, "forms") if known is not None else {}), **told}
        kept.by_id = actor.user_id
        kept.save()
    if corrected:
        audit.record(actor=actor, verb="correspondence.cases_kept", **keys_of(place), letter=letter.pk)
    return letter


def filled(actor: Actor, letter: OfficialLetter, place: Place | None, *, number: str) -> Preview:
    """The letter filled into the template in use; Invalid when the template cannot be filled."""
    template = current_template(letter.kind)
    kept = organization.as_fields(organization.details())
    family = _family(actor, letter, place)
    addressee = opened(letter, "addressee")
    cases = _Cases(cases_of(_wanted(family, addressee, kept)))
    asked = Asked(kept)
    values = _values(actor, letter, place, family, addressee, kept, cases) | {
        "number": number or "____",
        "organization": asked,
    }
    try:
        content = fill(template_bytes(letter.kind, template), values)
    except BadTemplate:
        raise Invalid({"": _("The template of this letter cannot be filled. Ask the head to replace it.")}) from None
    return Preview(
        content=content,
        lines=tuple(line.strip() for line in paragraphs_of(content) if line.strip()),
        cases=tuple(
            AskedCase(kind, words, case, shown, case in cases.remembered.get((kind, words), {}))
            for (kind, words, case), shown in cases.asked.items()
        ),
        missing=tuple(str(organization.title_of(name)) for name in asked.missing),
        template=template,
    )


def _family(actor: Actor, letter: OfficialLetter, place: Place | None) -> Mapping[int, Known]:
    if place is None:
        return {}
    return name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=letter.on).by_id()


def _wanted(
    family: Mapping[int, Known], addressee: Mapping[str, str], kept: Mapping[str, str]
) -> list[tuple[str, str]]:
    names = [(NAME, one.identity.full_name) for one in family.values() if one.identity is not None]
    offices = [(POST, addressee.get("post", "")), (NAME, addressee.get("name", ""))]
    return [*names, *offices, (POST, kept["signatory_post"]), (NAME, kept["signatory_name"])]


def _values(
    actor: Actor,
    letter: OfficialLetter,
    place: Place | None,
    family: Mapping[int, Known],
    addressee: Mapping[str, str],
    kept: Mapping[str, str],
    cases: _Cases,
) -> dict[str, Any]:
    """Everything a template of a letter may name."""
    route = place.route if place is not None else None
    case = place.case if place is not None else None
    named = [
        _person(family.get(one.person_id), one.person.code, one.get_reason_display(), one.details, cases)
        for one in named_in(letter)
    ]
    return {
        "day": show_day(letter.on),
        "program": route.program.name if route is not None else "",
        "department": route.department.name if route is not None else "",
        "worker": actor.name,
        "case_number": case.number if case is not None else BLANK,
        "signatory": _Both(
            [_post(kept["signatory_post"] or BLANK, cases), _name(kept["signatory_name"] or BLANK, cases)]
        ),
        "addressee": _Both(
            [
                {"organization": letter.partner.name},
                _post(addressee.get("post", ""), cases),
                _name(addressee.get("name", ""), cases),
            ]
        ),
        "subject": letter.subject_text,
        "text": [line.strip() for line in str(opened(letter, "text")).split("\n") if line.strip()],
        "people": named,
        "basis": str(letter.get_basis_display()) if letter.basis else "",
        "answer_until": show_day(letter.answer_due_on),
        "their_number": letter.their_number,
        "their_day": show_day(letter.their_on),
    }


def _post(words: str, cases: _Cases) -> _Declined:
    return cases.of(POST, words, declined_post(words))


def _name(line: str, cases: _Cases) -> _Declined:
    return cases.of(NAME, line, declined_line(line))


def _person(known: Known | None, code: str, reason: object, details: Sequence[str], cases: _Cases) -> Mapping[str, Any]:
    """Somebody of the family, with no more than was chosen; by code where the name is not for this reader."""
    identity = known.identity if known is not None else None
    name = identity.full_name if identity is not None else ""
    if identity is None or not name:
        forms = cases.of(NAME, code, dict.fromkeys(CASES, code))
    else:
        sex = _SEX.get(known.sex if known is not None else "", "")
        worked_out = declined(identity.surname, identity.given, identity.patronymic, sex=sex)
        forms = cases.of(NAME, name, worked_out)
    told = {
        "birth_date": show_birth(identity.born) if identity else "",
        "address": "; ".join(identity.addresses) if identity else "",
        "phone": "; ".join(identity.phones) if identity else "",
        "documents": "; ".join(show_papers(identity)) if identity else "",
    }
    chosen = {name: text if name in details else "" for name, text in told.items()}
    return _Both([forms, {"code": code, "reason": str(reason), **chosen}])
