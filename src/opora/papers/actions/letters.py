"""Letters: written from a template with the data of the case, numbered, kept sealed, later signed (D-01…D-04)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.models import Stay
from opora.common.dates import show_day
from opora.common.errors import Conflict, Invalid
from opora.families.actions import name_people
from opora.families.models import Person
from opora.families.queries import children_of_family
from opora.families.rules import Identity
from opora.families.words import show_birth, show_papers
from opora.organization import queries as organization
from opora.papers import policies
from opora.papers.actions.consents import record_consent
from opora.papers.actions.files import keep
from opora.papers.actions.locking import kept, number_of_year, person_of, was_child_of
from opora.papers.models import Consent, Letter, LetterTemplate
from opora.papers.queries.consents import people_of
from opora.papers.queries.letters import BECOMES, current_template, letter_in_sight, template_bytes
from opora.papers.rules.letters import BLANK, Asked, BadTemplate, fill
from opora.process import actions as process
from opora.process.models import Route
from opora.process.queries import get_route


@transaction.atomic
def write_letter(*, actor: Actor, route_id: int, kind: str, person_id: int, purpose: str = "", on: date) -> Letter:
    """A letter with the next number of its kind and year; where a name may not be read, a line to write on stays."""
    if kind not in BECOMES:
        raise Invalid({"kind": _("Choose a letter from the list.")})
    is_consent = kind == LetterTemplate.Kind.CONSENT
    if is_consent and purpose not in Consent.Purpose.values:
        raise Invalid({"purpose": _("Choose a purpose from the list: each purpose is a paper of its own.")})
    route = kept(actor=actor, route_id=route_id, though_blocked=is_consent)
    policies.check_not_before(on, route.started_on, field="on")
    person = person_of(route, person_id)
    number = number_of_year(kind, on.year)
    template = current_template(kind)
    values = _values(actor, route, person, number=number, purpose=purpose if is_consent else "", on=on)
    try:
        data = fill(template_bytes(kind, template), values)
    except BadTemplate:
        raise Invalid(
            {"kind": _("The template of this letter cannot be filled. Ask the head to replace it.")}
        ) from None
    file_name = f"{kind}-{number.replace('/', '-')}.docx"
    letter = Letter.objects.create(
        route=route,
        kind=kind,
        number=number,
        person=person,
        purpose=purpose if is_consent else "",
        template=template,
        file=keep(actor=actor, route=route, kind=BECOMES[kind], name=file_name, data=data, on=on),
        written_on=on,
        by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="papers.letter_written", case_id=route.case_id, route=route.pk, number=number)
    return letter


@transaction.atomic
def preview_paper(*, actor: Actor, route_id: int, kind: str, on: date) -> bytes:
    """A paper as it would be filled for the adult of the case: it gets no number and is kept nowhere (D-01…D-04)."""
    if kind not in BECOMES:
        raise policies.unseen()
    route = get_route(actor=actor, route_id=route_id)
    adults = [one for one in people_of(route) if not was_child_of(route, one.pk)]
    client = route.case.client if route.case is not None else next(iter(adults), None)
    if client is None:
        raise Conflict(_("Nobody of this family is recorded yet: there is no one to write the paper for."))
    purpose = str(Consent.Purpose.PROCESSING) if kind == LetterTemplate.Kind.CONSENT else ""
    values = _values(actor, route, client, number=BLANK, purpose=purpose, on=on)
    try:
        return fill(template_bytes(kind, current_template(kind)), values)
    except BadTemplate:
        raise Invalid({"": _("The template of this letter cannot be filled. Ask the head to replace it.")}) from None


@transaction.atomic
def sign_letter(*, actor: Actor, letter_id: int, valid_until: date | None = None, on: date) -> Letter:
    """The letter was signed on paper: it becomes a paper of the path; a signed consent is recorded as a consent."""
    seen = letter_in_sight(actor=actor, letter_id=letter_id)
    is_consent = seen.kind == LetterTemplate.Kind.CONSENT
    route = kept(actor=actor, route_id=seen.route_id, though_blocked=is_consent)
    letter = Letter.objects.select_for_update().get(pk=seen.pk)
    if letter.signed_on is not None:
        raise Conflict(_("The signing of this letter is recorded already. Nothing was changed."))
    policies.check_not_before(on, letter.written_on, field="on")
    letter.signed_on = on
    letter.save(update_fields=["signed_on"])
    audit.record(actor=actor, verb="papers.letter_signed", case_id=route.case_id, route=route.pk, number=letter.number)
    if is_consent:
        record_consent(
            actor=actor,
            route_id=route.pk,
            person_id=letter.person_id,
            purpose=letter.purpose,
            valid_until=valid_until,
            number=letter.number,
            on=on,
        )
    else:
        process.file_paper(
            actor=actor,
            route_id=route.pk,
            kind=BECOMES[letter.kind],
            source=f"papers.letter:{letter.pk}",
            note=letter.number,
            on=on,
        )
    return letter


@transaction.atomic
def void_letter(*, actor: Actor, letter_id: int, reason: str = "", is_undo: bool = False, on: date) -> Letter:
    """A letter written by mistake and not signed waits for nobody any more; its number is not given again."""
    seen = letter_in_sight(actor=actor, letter_id=letter_id)
    letter = Letter.every.select_for_update(of=("self",)).get(pk=seen.pk)
    if letter.signed_on is not None:
        raise Conflict(_("A signed letter is a paper of the path and cannot be voided here."))
    process.void(actor=actor, record=letter, what="letter", reason=reason, is_undo=is_undo, on=on)
    return letter


def _values(actor: Actor, route: Route, person: Person, *, number: str, purpose: str, on: date) -> dict[str, Any]:
    """What a template may name; unknown things stay lines to write on."""
    names = _names(actor, route, on)
    stay = Stay.objects.filter(case=route.case_id).order_by("-from_on").first() if route.case_id else None
    with translation.override("ru"):
        purpose_title = str(Consent.Purpose(purpose).label) if purpose else ""
    return {
        "number": number,
        "day": show_day(on),
        "program": route.program.name,
        "department": route.department.name,
        "worker": route.worker.name if route.worker else actor.name,
        "person": _person(person, names),
        "children": [_person(child, names) for child in children_of_family(route.family_id, on=on)],
        "case_number": route.case.number if route.case else BLANK,
        "stay_from": show_day(stay.from_on) if stay else BLANK,
        "stay_until": show_day(stay.planned_until) or BLANK if stay else BLANK,
        "organization": Asked(organization.as_fields(organization.details())),
        "purpose": purpose,
        "purpose_title": purpose_title,
    }


def _names(actor: Actor, route: Route, on: date) -> dict[int, Identity]:
    """Names for whoever may read them, before a case is opened too; each is a line in the journal."""
    return name_people(actor=actor, family_id=route.family_id, case_id=route.case_id, on=on).identities


def _person(person: Person, names: dict[int, Identity]) -> dict[str, str]:
    known = names.get(person.pk, Identity())
    return {
        "code": person.code,
        "name": known.full_name or BLANK,
        "birth_date": show_birth(known.born) or BLANK,
        "address": "; ".join(known.addresses) or BLANK,
        "documents": "; ".join(show_papers(known)) or BLANK,
        "phone": "; ".join(known.phones) or BLANK,
    }
