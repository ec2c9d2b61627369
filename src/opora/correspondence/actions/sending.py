"""A letter gets its number and its file, is approved, and leaves the house; what it told is written down."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, Refused
from opora.correspondence import policies
from opora.correspondence.actions.filling import filled
from opora.correspondence.actions.locking import held, keys_of
from opora.correspondence.models import OfficialLetter
from opora.correspondence.queries import named_in
from opora.families.sealing import opened
from opora.papers import actions as papers
from opora.process.queries import Place

SERIES = {"out": "correspondence.out", "in": "correspondence.in"}


@transaction.atomic
def register_letter(*, actor: Actor, letter_id: int) -> OfficialLetter:
    """The letter gets the next number of its year and its file; from now on its text stands."""
    letter, place = held(actor, letter_id)
    if not letter.is_prepared:
        raise Conflict(_("This letter has its number already. Nothing was changed."))
    letter.number = next_number(letter.direction, letter.on)
    printed = filled(actor, letter, place, number=letter.number)
    letter.template = printed.template
    name = f"{letter.kind}-{letter.number.replace('/', '-')}.docx"
    letter.file = keep_file(actor, letter, place, name=name, data=printed.content)
    letter.revision += 1
    letter.save(update_fields=["number", "template", "file", "revision"])
    audit.record(actor=actor, verb="correspondence.registered", **keys_of(place), number=letter.number)
    return letter


@transaction.atomic
def approve_letter(*, actor: Actor, letter_id: int, on: date) -> OfficialLetter:
    """Whoever signs for the organization lets the letter go."""
    letter, place = held(actor, letter_id, though_blocked=True)
    policies.check_may_sign(actor, place)
    if letter.is_prepared or letter.direction != OfficialLetter.Direction.OUT:
        raise Conflict(_("Only a letter out with its number is approved."))
    if letter.approved_on is not None:
        raise Conflict(_("This letter is approved already. Nothing was changed."))
    _approve(letter, actor, on)
    audit.record(actor=actor, verb="correspondence.approved", **keys_of(place), number=letter.number)
    return letter


@transaction.atomic
def send_letter(*, actor: Actor, letter_id: int, on: date) -> OfficialLetter:
    """The letter left the house: of whom, to whom and on which ground it told stands in the log (S2-26)."""
    letter, place = held(actor, letter_id)
    if letter.is_prepared or letter.direction != OfficialLetter.Direction.OUT:
        raise Conflict(_("Give the letter its number first."))
    if letter.sent_on is not None:
        raise Conflict(_("That this letter was sent is recorded already. Nothing was changed."))
    if on < letter.on:
        raise Invalid({"on": _("This day is too early. Check the date.")})
    if letter.approved_on is None and policies.may_sign(actor, place):
        _approve(letter, actor, on)
    if letter.approved_on is None and letter.kind == OfficialLetter.Kind.INFORMATION:
        raise Refused(
            _("Information for an authority leaves the house only when the coordinator or the head approved it.")
        )
    letter.sent_on = on
    letter.save(update_fields=["sent_on"])
    audit.record(actor=actor, verb="correspondence.sent", **keys_of(place), number=letter.number)
    _disclose(actor, letter, place)
    return letter


def keep_file(actor: Actor, letter: OfficialLetter, place: Place | None, *, name: str, data: bytes):  # type: ignore[no-untyped-def]
    """The file of a letter, sealed, where the letter lies."""
    source = f"correspondence.officialletter:{letter.pk}"
    if place is None:
        return papers.keep_for_office(
            actor=actor, source=source, kind="official_letter", name=name, data=data, on=letter.on
        )
    return papers.keep_with(
        actor=actor, place=place, source=source, kind="official_letter", name=name, data=data, on=letter.on
    )


def next_number(direction: str, on: date) -> str:
    """The next number of letters out or in, in the year: 7/2026."""
    return f"{audit.next_number(SERIES[direction], on.year)}/{on.year}"


def _approve(letter: OfficialLetter, actor: Actor, on: date) -> None:
    letter.approved_on, letter.approved_by_id = on, actor.user_id
    letter.save(update_fields=["approved_on", "approved_by"])


def _disclose(actor: Actor, letter: OfficialLetter, place: Place | None) -> None:
    named = named_in(letter)
    if place is None or not named:
        return
    addressee = opened(letter, "addressee")
    recipient = ", ".join(filter(None, [letter.partner.name, addressee.get("post", ""), addressee.get("name", "")]))
    papers.disclose(
        actor=actor,
        route=place.route,
        case_id=place.case_id,
        recipient=recipient,
        what=f"letter_{letter.kind}",
        basis=letter.basis,
        source=f"correspondence.officialletter:{letter.pk}",
        about=[one.person.code for one in named],
    )
