"""A visit with a report: planned, held, reported, approved (S4-05, S4-29, D-12)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.families import actions as families
from opora.families.queries import children_of_family
from opora.families.sealing import opened
from opora.intake import policies
from opora.intake.actions.visiting import check_tells, checked_visitors, invite_visitors
from opora.intake.models import Visit, VisitedChild
from opora.intake.queries import get_visit
from opora.intake.rules.visits import LONGEST, NOTE, TOLD, ChildSeen, contradiction
from opora.process import actions as process
from opora.process.models import Route
from opora.process.queries import recordable, workable


@transaction.atomic
def plan_visit(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    visitor_ids: Sequence[int],
    at: time | None = None,
    on: date,
) -> Visit:
    """Say who goes to the family, on which day and at what hour; the visitors see the path from now on (S4-05)."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    policies.check_day(on, began=place.began_on, field="planned_on")
    wanted = checked_visitors(visitor_ids)
    visit = Visit.objects.create(**place.keys, planned_on=on, at=at, visitor_ids=wanted, by_id=actor.user_id)
    invite_visitors(actor, place, wanted, on)
    audit.record(
        actor=actor,
        verb="intake.visit_planned",
        case_id=place.case_id,
        route=place.route_id or 0,
        day=on.isoformat(),
    )
    return visit


@transaction.atomic
def report_visit(
    *,
    actor: Actor,
    visit_id: int,
    safety: str,
    told: Mapping[str, str],
    children: Sequence[ChildSeen],
    on: date,
) -> Visit:
    """Report a visit, child by child; until it is approved the report may be corrected (D-12)."""
    visit, route = get_visit(actor=actor, visit_id=visit_id)
    workable(actor=actor, route_id=route.pk)
    visit = Visit.objects.select_for_update().get(pk=visit.pk)
    if visit.approved_on is not None:
        raise Conflict(_("The report of this visit is approved and does not change any more."))
    if visit.not_held:
        raise Conflict(_("This visit did not happen: there is nothing to report. Plan another one."))
    policies.check_day(on, began=route.started_on, field="held_on")
    _check_report(route, safety, told, tuple(children), (on, visit.held_on or visit.planned_on))
    plain: dict[str, Any] = {name: text for name in TOLD if (text := str(told.get(name, "") or "").strip())}
    # The lines noted on the spot stay beside the report that is written at the desk.
    if visit.report is not None and (note := opened(visit, "report").get(NOTE)):
        plain[NOTE] = note
    check_tells(safety, plain, *(child.was_seen or child.notes.strip() for child in children), field="")
    plain["children"] = [child.notes.strip() for child in children]
    visit.held_on, visit.safety, visit.report = on, safety, plain
    visit.save(update_fields=["held_on", "safety", "report"])
    visit.children.all().delete()
    VisitedChild.objects.bulk_create(
        [
            VisitedChild(
                visit=visit,
                number=number,
                person_id=child.person_id,
                was_seen=child.was_seen,
                condition=child.condition,
            )
            for number, child in enumerate(children, 1)
        ]
    )
    audit.record(actor=actor, verb="intake.visit_reported", case_id=route.case_id, route=route.pk, day=on.isoformat())
    return visit


@transaction.atomic
def approve_visit(*, actor: Actor, visit_id: int, on: date) -> Visit:
    """Approve the report: from now on it does not change, and the path has its paper."""
    visit, route = get_visit(actor=actor, visit_id=visit_id)
    workable(actor=actor, route_id=route.pk)
    policies.check_can_approve(actor, department_id=route.department_id)
    visit = Visit.objects.select_for_update().get(pk=visit.pk)
    if visit.held_on is None:
        raise Conflict(_("This visit has no report yet."))
    if visit.approved_on is None:
        policies.check_day(on, began=visit.held_on)
        visit.approved_on, visit.approved_by_id = on, actor.user_id
        visit.save(update_fields=["approved_on", "approved_by"])
        day = visit.held_on.isoformat()
        audit.record(actor=actor, verb="intake.visit_approved", case_id=route.case_id, route=route.pk, day=day)
        source = f"intake.visit:{visit.pk}"
        process.file_paper(actor=actor, route_id=route.pk, kind="visit_report", source=source, on=on)
    return visit


@transaction.atomic
def read_visit(*, actor: Actor, visit_id: int) -> tuple[Visit, Route, dict[str, Any]]:
    """A visit with what was reported; reading a report is a line in the journal."""
    visit, route = get_visit(actor=actor, visit_id=visit_id)
    if visit.report is None:
        return visit, route, {}
    day = (visit.held_on or visit.planned_on).isoformat()
    words = families.open_sealed(
        actor=actor,
        record=visit,
        field="report",
        verb="intake.visit_read",
        case_id=route.case_id,
        route=route.pk,
        day=day,
    )
    return visit, route, words


def _check_report(
    route: Route, safety: str, told: Mapping[str, str], children: tuple[ChildSeen, ...], days: Iterable[date]
) -> None:
    if safety not in Visit.Safety.values:
        raise Invalid({"safety": _("Choose from the list.")})
    if any(child.condition not in VisitedChild.Condition.values for child in children):
        raise Invalid({"": _("Choose the condition of each child from the list.")})
    if (number := contradiction(children)) is not None:
        sentence = _("Child %(number)s was not seen, so that its condition cannot be judged.") % {"number": number}
        raise Invalid({f"condition_{number}": sentence})
    texts = [*told.values(), *(child.notes for child in children)]
    if any(len(text) > LONGEST for text in texts):
        raise Invalid({"": _("This is too long to be kept. Shorten it.")})
    named = {child.person_id for child in children if child.person_id is not None}
    if named - {child.pk for day in days for child in children_of_family(route.family_id, on=day)}:
        raise Invalid({"": _("A child of the report does not belong to this family.")})
