"""A letter out is prepared: to whom, about what, whom it names and why, on which ground (S0-44, S2-24, S2-26)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.common.seen import check_seen
from opora.common.text import squeeze
from opora.common.working_days import CALENDAR, YearNotKnown, due_day
from opora.correspondence.actions.locking import CHANGED, held, keys_of, place_for
from opora.correspondence.models import LetterPerson, OfficialLetter
from opora.families.queries import people_of_family
from opora.organization.queries import working_years
from opora.papers.queries import may_share
from opora.partners.models import Partner
from opora.process.queries import Place

DETAILS = ("birth_date", "address", "phone", "documents")
OUT_KINDS = tuple(kind for kind in OfficialLetter.Kind.values if kind != OfficialLetter.Kind.ANSWER)
LONGEST_SUBJECT, LONGEST_TEXT = 300, 10_000


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody a letter names: for what reason, and what is told beside the name."""

    person_id: int
    reason: str
    details: Collection[str] = field(default=())


@transaction.atomic
def prepare_letter(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, on: date, **given: Any
) -> OfficialLetter:
    """Prepare a letter out, about the family of a path or case or about none; it gets its number later."""
    place = place_for(actor, route_id, case_id)
    kept, named = _checked(place, on, given)
    letter = OfficialLetter.objects.create(
        **(place.keys if place is not None else {}),
        **kept,
        direction=OfficialLetter.Direction.OUT,
        revision=1,
        by_id=actor.user_id,
    )
    _name(letter, named)
    audit.record(actor=actor, verb="correspondence.prepared", **keys_of(place), letter=letter.pk)
    return letter


@transaction.atomic
def change_letter(
    *, actor: Actor, letter_id: int, revision: int | None = None, on: date, **given: Any
) -> OfficialLetter:
    """A letter that has no number yet is changed as one likes."""
    letter, place = held(actor, letter_id)
    check_seen(letter.revision, revision, CHANGED)
    if not letter.is_prepared or letter.direction != OfficialLetter.Direction.OUT:
        raise Conflict(_("This letter has its number already. Correct what was recorded of it, or void it."))
    kept, named = _checked(place, on, given)
    for name, value in kept.items():
        setattr(letter, name, value)
    letter.revision += 1
    letter.save(update_fields=[*kept, "revision"])
    _name(letter, named)
    audit.record(actor=actor, verb="correspondence.changed", **keys_of(place), letter=letter.pk)
    return letter


def term(on: date, *, due_on: date | None, days: int | None, unit: str) -> date | None:
    """By when the answer is expected: a day that was told, or so many calendar or working days; Invalid by field."""
    if due_on is not None or days is None:
        return due_on
    try:
        return due_day(on, days, unit or CALENDAR, working_years())
    except YearNotKnown as unknown:
        sentence = _(
            "The days off of %(year)s are not in the calendar yet, so working days cannot be counted that far. "
            "Enter the day itself, or complete the calendar in the settings."
        )
        raise Invalid({"answer_days": sentence % {"year": unknown.year}}) from None
    except ValueError:
        raise Invalid({"answer_days": _("Enter days from 1 to 365.")}) from None


def _name(letter: OfficialLetter, named: Sequence[Named]) -> None:
    LetterPerson.objects.filter(letter=letter).delete()
    LetterPerson.objects.bulk_create(
        LetterPerson(letter=letter, person_id=one.person_id, reason=one.reason, details=sorted(set(one.details)))
        for one in named
    )


def _checked(place: Place | None, on: date, given: dict[str, Any]) -> tuple[dict[str, Any], list[Named]]:
    """What is kept of a letter; Invalid with everything that is wrong."""
    named = list(given.get("people") or ())
    wrong = _mistakes(place, on, given, named)
    due_on = given.get("answer_due_on")
    try:
        due_on = term(on, due_on=due_on, days=given.get("answer_days"), unit=given.get("answer_unit", ""))
    except Invalid as refusal:
        wrong |= refusal.fields
    if due_on is not None and due_on < on:
        wrong["answer_due_on"] = _("The answer cannot be due before the letter is sent. Check the date.")
    if wrong:
        raise Invalid(wrong)
    addressee = {name: _began_large(squeeze(given.get(f"addressee_{name}", ""))) for name in ("post", "name")}
    return {
        "kind": given["kind"],
        "partner_id": given["partner_id"],
        "addressee": {name: text for name, text in addressee.items() if text},
        "subject": squeeze(given.get("subject", "")),
        "text": given.get("text", "").strip(),
        "on": on,
        "asked_by": given.get("asked_by", "") if place is not None else "",
        "basis": given.get("basis", "") if named else "",
        "answer_due_on": due_on,
        "their_number": squeeze(given.get("their_number", "")),
        "their_on": given.get("their_on"),
    }, named


def _began_large(words: str) -> str:
    """A post or name begins a line of the letter, so it begins with a capital."""
    return words[:1].upper() + words[1:]


def _mistakes(place: Place | None, on: date, given: dict[str, Any], named: list[Named]) -> dict[str, object]:
    wrong: dict[str, object] = {}
    if given.get("kind") not in OUT_KINDS:
        wrong["kind"] = _("Choose what kind of letter it is.")
    if not Partner.objects.filter(pk=given.get("partner_id") or 0, is_active=True).exists():
        wrong["partner_id"] = _("Choose an office from the directory.")
    if len(squeeze(given.get("subject", ""))) > LONGEST_SUBJECT:
        wrong["subject"] = _("This is too long to be kept. Shorten it.")
    elif not squeeze(given.get("subject", "")):
        wrong["subject"] = _("Say in a few words what the letter is about.")
    if not 0 < len(given.get("text", "").strip()) <= LONGEST_TEXT:
        wrong["text"] = _("Write what you ask for or tell, up to 10,000 letters.")
    if place is not None and given.get("asked_by") not in OfficialLetter.AskedBy.values:
        wrong["asked_by"] = _("Say who asks: we, together with the parent, or the parent alone.")
    if place is not None and on < place.began_on:
        wrong["on"] = _("This day is too early: the work with the family had not begun.")
    return wrong | _about_people(place, on, given.get("basis", ""), named)


def _about_people(place: Place | None, on: date, basis: str, named: list[Named]) -> dict[str, object]:
    """Nobody is named without a reason, and nothing is told without a ground (S2-26)."""
    if not named:
        return {}
    family_id = place.family_id if place is not None else None
    family = {person.pk for person in people_of_family(family_id)} if family_id is not None else set()
    if any(one.person_id not in family for one in named):
        return {"people": _("Choose people of this family from the list.")}
    if any(one.reason not in LetterPerson.Reason.values or not set(one.details) <= set(DETAILS) for one in named):
        return {"people": _("Say for each person why the letter names him or her.")}
    if basis not in OfficialLetter.Basis.values:
        return {"basis": _("The letter tells of people: say on which ground.")}
    if basis == OfficialLetter.Basis.CONSENT and not _consented(place, on):
        return {
            "basis": _("There is no consent to sharing in force. Record it first, or choose another ground."),
        }
    return {}


def _consented(place: Place | None, on: date) -> bool:
    return place is not None and place.route is not None and may_share(place.route, on=on)
