"""A record as it may be put right: which sheet it was written on, and what stands in it now."""

from dataclasses import dataclass, field
from typing import Any

from opora.access.rules import Actor
from opora.circumstances.queries import change_in_sight
from opora.common.errors import NotFound
from opora.correspondence.queries.letters import letter_in_sight as official_in_sight
from opora.councils.queries import get_ballot
from opora.families.sealing import opened
from opora.goods.queries import get_issue
from opora.groups.queries import commitment_in_sight, guest_in_sight
from opora.intake import queries as intake
from opora.intake.models import ContactRecord
from opora.network.queries import record_in_sight
from opora.papers.queries import file_in_sight
from opora.papers.queries.consents import consent_in_sight
from opora.papers.queries.letters import letter_in_sight
from opora.plans.queries.life import event_in_sight, step_in_sight
from opora.process.models import WorkRecord
from opora.process.queries import Place, place_of
from opora.results.queries import failure_in_sight, result_in_sight
from opora.services.queries import note_of, provision_in_sight
from opora.stays.queries import any_admission_in_sight, day_of_hour, note_in_sight


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it may be put right: what kind of sheet it was written on, and what stands in it now."""

    kind: str
    place: Place
    now: dict[str, Any] = field(default_factory=dict)


def record_to_mend(*, actor: Actor, source: str, pk: int) -> Record:
    """A record with what stands in it, for the sheet on which it is put right; NotFound for any other."""
    if source == "visit":
        return _visit(actor, pk)
    if source in {"contact", "mail"}:
        return _contact(actor, pk)
    if source == "observation":
        seen = intake.get_observation(actor=actor, observation_id=pk)
        now = {
            "on": seen.on,
            "at": seen.at,
            "notes": opened(seen, "text"),
            "is_worry": seen.is_worry,
        }
        return Record("observation", _place(actor, seen), now)
    if source == "step":
        step = step_in_sight(actor=actor, step_id=pk)
        now = {"on": step.on, "what": step.kind, "notes": opened(step, "text")}
        return Record("step", _place(actor, step), now)
    if source == "event":
        event = event_in_sight(actor=actor, event_id=pk)
        effect = opened(event, "effect")
        return Record("event", _place(actor, event), {"on": event.on, "what": event.kind, "notes": effect})
    if source == "network":
        kept = record_in_sight(actor=actor, record_id=pk)
        return Record("network", _place(actor, kept), {"on": kept.on})
    if source == "service":
        return _service(actor, pk)
    if source == "change":
        return _change(actor, pk)
    if source == "result":
        told = result_in_sight(actor=actor, result_id=pk)
        now = {
            "on": told.on,
            "concept": told.concept,
            "state": told.state,
            "person_id": told.person_id,
            "notes": told.note_text,
        }
        return Record("result", _place(actor, told), now)
    if source == "assumption":
        failure = failure_in_sight(actor=actor, failure_id=pk)
        now = {"on": failure.on, "assumption": failure.key, "notes": failure.words}
        return Record("assumption", _place(actor, failure), now)
    if source == "aid":
        aid, _route = intake.get_aid(actor=actor, aid_id=pk)
        return Record("aid", _place(actor, aid), {"on": aid.given_on})
    if source == "issue":
        issue = get_issue(actor=actor, issue_id=pk)
        return Record("issue", _place(actor, issue), {"on": issue.given_on})
    if source == "source":
        note, _route = intake.get_source(actor=actor, note_id=pk)
        return Record("source", _place(actor, note), {"on": note.on})
    if source == "risk":
        form, route = intake.get_risk_form(actor=actor, form_id=pk)
        return Record("risk", place_of(actor=actor, route_id=route.pk), {"on": form.on})
    if source == "ballot":
        ballot = get_ballot(actor=actor, ballot_id=pk)
        return Record("ballot", place_of(actor=actor, route_id=ballot.route_id), {"on": ballot.opened_on})
    if source == "shift":
        return _shift(actor, pk)
    if source == "stay":
        admission = any_admission_in_sight(actor=actor, admission_id=pk)
        return Record("stay", place_of(actor=actor, case_id=admission.case_id), {"on": admission.expected_on})
    if source == "guest":
        guest = guest_in_sight(actor=actor, guest_id=pk)
        return Record("guest", _place(actor, guest), {"on": guest.session.on})
    if source == "agreement":
        agreed = commitment_in_sight(actor=actor, commitment_id=pk)
        return Record("agreement", _place(actor, agreed), {"on": agreed.session.on})
    if source == "consent":
        consent = consent_in_sight(actor=actor, consent_id=pk)
        return Record("consent", place_of(actor=actor, route_id=consent.route_id), {"on": consent.signed_on})
    if source == "file":
        stored = file_in_sight(actor=actor, file_id=pk)
        return Record(
            "file", place_of(actor=actor, route_id=stored.route_id, case_id=stored.case_id), {"on": stored.on}
        )
    if source == "letter":
        letter = letter_in_sight(actor=actor, letter_id=pk)
        return Record("paper", place_of(actor=actor, route_id=letter.route_id), {"on": letter.written_on})
    if source == "official":
        official = official_in_sight(actor=actor, letter_id=pk)
        return Record("official", place_of(actor=actor, route_id=official.route_id, case_id=official.case_id), {})
    raise NotFound


def _place(actor: Actor, record: WorkRecord) -> Place:
    return place_of(actor=actor, route_id=record.route_id, case_id=record.case_id)


def _visit(actor: Actor, pk: int) -> Record:
    visit = intake.visit_in_sight(actor=actor, visit_id=pk)
    report = opened(visit, "report")
    seen = [one.person_id for one in visit.children.all() if one.was_seen and one.person_id is not None]
    now = {
        "on": visit.held_on or visit.planned_on,
        "at": visit.at,
        "visitor_ids": visit.visitor_ids,
        "people_ids": [*(one.pk for one in visit.adults.all()), *seen],
        "notes": report.get("note", ""),
        "safety": visit.safety,
        "is_ahead": visit.held_on is None and not visit.not_held,
        "is_held": visit.held_on is not None and visit.approved_on is None,
    }
    return Record("visit", _place(actor, visit), now)


def _change(actor: Actor, pk: int) -> Record:
    change = change_in_sight(actor=actor, change_id=pk)
    now = {
        "on": change.on,
        "item": change.item,
        "person_id": change.person_id,
        "value": change.value,
        "number": change.number,
        "rated_by": change.rated_by,
        "expected_on": change.expected_on,
        "notes": opened(change, "note"),
    }
    return Record(f"change-{change.kind}", _place(actor, change), now)


def _contact(actor: Actor, pk: int) -> Record:
    contact = intake.get_contact(actor=actor, contact_id=pk)
    kinds = {ContactRecord.Kind.PHONE: "call", ContactRecord.Kind.LETTER: "letter"}
    now = {
        "on": contact.on,
        "at": contact.at,
        "what": contact.kind,
        "party": contact.party,
        "result": contact.result,
        "topic": contact.topic,
        "minutes": contact.minutes,
        "whom": opened(contact, "whom"),
        "people_ids": list(contact.people.values_list("pk", flat=True)),
        "notes": opened(contact, "notes"),
        "answer_due_on": contact.answer_due_on,
    }
    return Record(kinds.get(ContactRecord.Kind(contact.kind), "meeting"), _place(actor, contact), now)


def _shift(actor: Actor, pk: int) -> Record:
    note = note_in_sight(actor=actor, note_id=pk)
    now = {
        "on": day_of_hour(note),
        "at": note.at,
        "notes": note.text_words,
        "weight": note.weight,
        "measures": note.measures_words,
    }
    kind = "incident" if note.weight else "duty"
    return Record(kind, place_of(actor=actor, case_id=note.case_id), now)


def _service(actor: Actor, pk: int) -> Record:
    made = provision_in_sight(actor=actor, provision_id=pk)
    now = {
        "on": made.on,
        "at": made.at,
        "service_id": made.service_id,
        "state": made.state,
        "minutes": made.minutes,
        "people_ids": list(made.people.values_list("pk", flat=True)),
        "worker_id": made.worker_id,
        "partner_id": made.partner_id,
        "format": made.format,
        "provider": made.provider,
        "where": made.where,
        "notes": note_of(actor, made),
    }
    return Record("service", _place(actor, made), now)
