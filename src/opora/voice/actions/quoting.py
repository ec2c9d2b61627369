"""Words of a family are marked as quotable, taken back, and read; who read them stands in the journal."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.actions import ONE_LOOK
from opora.common.dates import now
from opora.common.errors import Invalid, NotFound
from opora.families.queries import people_of_family
from opora.families.queries.opening import unlocked
from opora.logic.queries import concepts
from opora.process.queries import Place, place_of, place_of_record, recordable
from opora.voice.models import FamilyQuote
from opora.voice.queries.quotes import (
    Candidate,
    QuoteLine,
    candidates,
    quotes_at,
    quotes_beside,
    quotes_of,
    quotes_to_publish,
)
from opora.voice.rules.quoting import LONGEST, names_in


@transaction.atomic
def keep_quote(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    person_id: int,
    text: str,
    concept: str = "",
    source: str = FamilyQuote.Source.TALK,
    said_on: date,
    on: date,
) -> FamilyQuote:
    """Somebody of the family said this, and it may be quoted; nobody is named in it."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    people = {one.pk: one for one in people_of_family(place.family_id)} if place.family_id is not None else {}
    text = text.strip()
    wrong: dict[str, object] = {}
    if person_id not in people:
        wrong["person_id"] = _("Say whose words these are.")
    if not 0 < len(text) <= LONGEST:
        wrong["text"] = _("A few sentences, up to %(most)s letters.") % {"most": LONGEST}
    names = [f"{one.surname} {one.given} {one.patronymic}" for one in unlocked(people.values()).values()]
    if named := names_in(text, names):
        wrong["text"] = _("Leave names out of what is quoted: %(names)s.") % {"names": ", ".join(named)}
    if concept and concept not in concepts():
        wrong["concept"] = _("Choose from the list.")
    if source not in FamilyQuote.Source.values:
        wrong["source"] = _("Choose from the list.")
    if said_on > on:
        wrong["said_on"] = _("This day has not come yet.")
    if wrong:
        raise Invalid(wrong)
    made = FamilyQuote.objects.create(
        **place.keys,
        person_id=person_id,
        text=text,
        concept=concept,
        source=source,
        said_on=said_on,
        by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="voice.quote_kept", case_id=place.case_id, family_id=place.family_id)
    return made


@transaction.atomic
def take_back_quote(*, actor: Actor, quote_id: int, on: date) -> FamilyQuote:
    """These words are quoted no more; reports that were not taken yet lose them at once."""
    quote = FamilyQuote.objects.select_for_update(of=("self",)).filter(pk=quote_id).first()
    if quote is None:
        raise NotFound
    place = place_of_record(actor=actor, record=quote)
    recordable(actor=actor, route_id=quote.route_id, case_id=quote.case_id, though_blocked=True)
    quote.voided_on = on
    quote.save(update_fields=["voided_on"])
    audit.record(actor=actor, verb="voice.quote_taken_back", case_id=place.case_id, family_id=place.family_id)
    return quote


@transaction.atomic
def read_quotes(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, on: date
) -> tuple[Place, list[QuoteLine], list[Candidate]]:
    """What may be quoted of a family, and what else it said that might be."""
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    audit.record(actor=actor, verb="voice.quotes_read", case_id=place.case_id, family_id=place.family_id)
    return place, quotes_at(actor=actor, place=place, on=on), candidates(place=place)


@transaction.atomic
def read_publishable(*, actor: Actor, on: date) -> list[QuoteLine]:
    """What may stand in a report now, for whoever chooses from it; one look is one line in the journal."""
    found = quotes_to_publish(actor=actor, on=on)
    if found:
        entry = {"count": len(found)}
        audit.record_many(actor=actor, verb="voice.publishable_read", entries=[entry], unless_since=now() - ONE_LOOK)
    return found


@transaction.atomic
def read_beside(*, actor: Actor, indicator: str, on: date, program_ids: Collection[int] = ()) -> list[QuoteLine]:
    """What families said of the results a figure shows; a line in the journal where there was anything to read."""
    found = quotes_beside(actor=actor, indicator=indicator, on=on, program_ids=program_ids)
    if found:
        audit.record(actor=actor, verb="voice.quotes_beside", count=len(found), what=indicator)
    return found


@transaction.atomic
def read_of_outcome(*, actor: Actor, outcome: str, on: date) -> list[QuoteLine]:
    """What families said of an outcome of a model; a line in the journal where there was anything to read."""
    found = quotes_of(actor=actor, outcomes=[outcome], on=on)
    if found:
        audit.record(actor=actor, verb="voice.quotes_of_outcome", count=len(found), what=outcome)
    return found
