"""What the sheet «Записать» offers: which families, what may be recorded there, whom one can have seen."""

from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from opora.access.models import RoleAssignment, User
from opora.access.rules import ABILITIES, Actor, Scope, scope
from opora.cases.models import TeamMember
from opora.cases.queries import list_cases
from opora.cases.rules.listing import CaseFilters
from opora.circumstances.queries import change_in_sight
from opora.common.errors import NotFound
from opora.correspondence.queries.letters import letter_in_sight as official_in_sight
from opora.families.sealing import opened
from opora.goods.queries import get_issue
from opora.groups.queries import commitment_in_sight, guest_in_sight
from opora.intake import queries as intake
from opora.intake.models import ContactRecord, Referral, Visit
from opora.life.rules import kinds_for
from opora.network.queries import record_in_sight
from opora.papers.queries.letters import letter_in_sight
from opora.plans.queries.life import event_in_sight, step_in_sight
from opora.process.models import Route, RouteMember, WorkRecord
from opora.process.policies import is_blocked
from opora.process.queries import Place, may_record, place_of, visible_to
from opora.process.queries.known_first import known_first
from opora.results.queries import failure_in_sight, offer_assumptions, result_in_sight
from opora.services.queries import note_of, provision_in_sight
from opora.stays.queries import day_of_hour, list_shelters, note_in_sight, shelter_of_family

OWN = 12
FOUND = 10
_VISITORS = list(ABILITIES["intake.work"])


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """A family one may record something about: by number and code, with the hour of today's visit."""

    title: str
    note: str
    case_id: int | None
    route_id: int | None
    visit_at: time | None = None
    is_visit: bool = False
    signal: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be recorded at one place, and by whom; nothing where the work is over or one may only read."""

    place: Place
    kinds: tuple[str, ...]
    colleagues: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it may be put right: what kind of sheet it was written on, and what stands in it now."""

    kind: str
    place: Place
    now: dict[str, Any] = field(default_factory=dict)


def offer(*, actor: Actor, route_id: int | None = None, case_id: int | None = None) -> Offer:
    """What this person may record on a path or a case; NotFound when it is not for this person."""
    return offer_at(actor=actor, place=place_of(actor=actor, route_id=route_id, case_id=case_id))


def offer_at(*, actor: Actor, place: Place) -> Offer:
    """The same for a place already found."""
    blocked = place.route is not None and is_blocked(place.route)
    lives = place.case_id is not None and shelter_of_family(actor=actor, case_id=place.case_id) is not None
    kinds = kinds_for(
        has_path=place.route is not None,
        has_ended=place.has_ended,
        is_blocked=blocked,
        lives_in_centre=lives,
        has_assumptions=bool(offer_assumptions(place=place)),
    )
    return Offer(
        place=place,
        kinds=kinds if kinds and may_record(actor=actor, place=place) else (),
        colleagues=_colleagues(actor, place),
    )


def _colleagues(actor: Actor, place: Place) -> tuple[tuple[int, str], ...]:
    """Oneself first, then the team and the people of the department who go to families."""
    invited = RouteMember.objects.filter(route=place.route_id or 0, to_on=None).values("user_id")
    team = TeamMember.objects.filter(case=place.case_id or 0, to_on=None).values("user_id")
    roles = RoleAssignment.objects.filter(user=OuterRef("pk"), role__in=_VISITORS)
    near = Q(pk__in=invited) | Q(pk__in=team) | Q(pk=place.worker_id or 0)
    near |= Q(Exists(roles.filter(Q(department=place.department_id) | Q(department=None))))
    known = known_first(route_id=place.route_id, case_id=place.case_id, worker_id=place.worker_id)
    found = User.objects.filter(Q(Exists(roles)), near, is_active=True).order_by(known, "name", "pk")
    rows = [(pk, name) for pk, name in found.values_list("pk", "name") if pk != actor.user_id]
    return ((actor.user_id, actor.name), *rows) if actor.user_id is not None else tuple(rows)


def families_for(*, actor: Actor, on: date) -> list[FamilyLine]:
    """Whom one is most likely to write about: today's visits by the hour, then the families one works with."""
    if actor.user_id is None:
        return []
    seen = visible_to(actor).filter(ended_on=None)
    visits = Visit.objects.filter(
        planned_on=on, held_on=None, not_held="", visitor_ids__contains=actor.user_id, route__in=seen.values("pk")
    ).select_related("route__case__client")
    today = [_visit_line(visit) for visit in visits.order_by("at", "pk")]
    team = TeamMember.objects.filter(user_id=actor.user_id, to_on=None).values("case_id")
    own = seen.filter(Q(worker_id=actor.user_id) | Q(case_id__in=team)).select_related("case__client", "program")
    signal = Subquery(Referral.objects.filter(route=OuterRef("pk")).values("pk")[:1])
    rest = [_line(route) for route in own.annotate(signal_id=signal).order_by("-entered_on", "-pk")[:OWN]]
    known = {(line.case_id, line.route_id) for line in today}
    return [*today, *(line for line in rest if (line.case_id, line.route_id) not in known)]


def find_families(*, actor: Actor, text: str) -> list[FamilyLine]:
    """Open cases this person sees that answer to a number, a code or a name."""
    page = list_cases(actor=actor, filters=CaseFilters(text=text, state="open"), limit=FOUND)
    return [FamilyLine(row.number, row.client_code, row.id, None) for row in page.rows]


def houses_for(*, actor: Actor) -> list[tuple[int, str]]:
    """The centres of this person's own departments: of the house itself one writes as well, of no family."""
    if scope(actor, "stays.read") is not Scope.DEPARTMENT:
        return []
    return [(one.pk, one.name) for one in list_shelters(actor=actor) if one.department_id is not None]


def _visit_line(visit: Visit) -> FamilyLine:
    line = _line(visit.route) if visit.route is not None else FamilyLine("", "", visit.case_id, None)
    return replace(line, visit_at=visit.at, is_visit=True)


def _line(route: Route) -> FamilyLine:
    case = route.case
    if case is None:
        return FamilyLine("", str(route.program), None, route.pk, signal=getattr(route, "signal_id", None))
    return FamilyLine(case.number, case.client.code, case.pk, None)


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
    if source == "shift":
        return _shift(actor, pk)
    if source == "guest":
        guest = guest_in_sight(actor=actor, guest_id=pk)
        return Record("guest", _place(actor, guest), {"on": guest.session.on})
    if source == "agreement":
        agreed = commitment_in_sight(actor=actor, commitment_id=pk)
        return Record("agreement", _place(actor, agreed), {"on": agreed.session.on})
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
