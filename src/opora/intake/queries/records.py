"""What was recorded on a path: contacts, help, visits, risks, reports. What was told in them stays sealed."""

from typing import Any, TypeVar

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.common.asked_often import written_once
from opora.common.asked_together import Asking
from opora.common.told_along import record_of, told_by
from opora.families import queries as families
from opora.intake import policies
from opora.intake.models import (
    AidItem,
    AnalyticReport,
    ContactRecord,
    Observation,
    Referral,
    RiskForm,
    SourceNote,
    UrgentAid,
    Visit,
    VisitedChild,
)
from opora.process.models import Paper, Route
from opora.process.queries import get_route, visible_to, within_sight

Row = TypeVar("Row", AnalyticReport, RiskForm, SourceNote, UrgentAid, Visit)
_NO_PATH = 0
_MOST_CHILDREN = 15


def contacts_of(route: Route) -> list[ContactRecord]:
    """The contacts on a path, the newest first; the path has been read for the person already."""
    found = ContactRecord.objects.filter(route=route).select_related("by")
    return list(found.order_by("-on", "-pk")[:100])


def aid_of(route: Route) -> list[UrgentAid]:
    """The acts of help on a path, the newest first."""
    found = UrgentAid.objects.filter(route=route).defer("remark").prefetch_related("items")
    return list(found.order_by("-given_on", "-pk")[:100])


def visits_of(route: Route) -> list[Visit]:
    """The visits of a path, the newest first."""
    return list(Visit.objects.filter(route=route).defer("report").order_by("-planned_on", "-pk")[:100])


def ask_unapproved_visit(route: Route) -> Asking[Visit | None]:
    """Asks for the newest visit of a path whose report is not approved: planned, or held and not looked at yet."""
    return Asking(_unapproved(route_id=route.pk), lambda told: record_of(Visit, told[0]) if told else None)


@written_once
def _unapproved(*, route_id: int) -> QuerySet[Visit, dict[str, Any]]:
    found = Visit.objects.filter(route=route_id, approved_on=None).order_by("-planned_on", "-pk")
    return told_by(found, "id", "planned_on", "held_on")[:1]


def risk_forms_of(route: Route) -> list[RiskForm]:
    """The forms of risks and resources of a path, the newest first."""
    return list(RiskForm.objects.filter(route=route).defer("needs").select_related("by").order_by("-pk")[:50])


def reports_of(route: Route) -> list[AnalyticReport]:
    """The analytic reports of a path, the draft or the newest first."""
    return list(AnalyticReport.objects.filter(route=route).defer("text").select_related("by").order_by("-pk")[:50])


def latest_report(route: Route) -> AnalyticReport | None:
    """The newest report of a path, draft or frozen."""
    return next(iter(reports_of(route)), None)


def sources_of(route: Route, *, kind: str = "") -> list[SourceNote]:
    """What was learned of the family, from one kind of source or from all, the newest first; without the words."""
    found = SourceNote.objects.filter(route=route).defer("told").select_related("by")
    return list((found.filter(kind=kind) if kind else found).order_by("-on", "-pk")[:200])


def has_consent(route: Route) -> bool:
    """Say whether a consent to data processing lies on the path and was not withdrawn."""
    return Paper.objects.filter(route=route, kind="consent", withdrawn_on=None).exists()


def get_source(*, actor: Actor, note_id: int) -> tuple[SourceNote, Route]:
    """Information from a source with its path."""
    return _seen(actor, SourceNote.objects.select_related("by"), note_id)


def get_aid(*, actor: Actor, aid_id: int) -> tuple[UrgentAid, Route]:
    """An act of help with its path; NotFound when absent or not for this person."""
    return _seen(actor, UrgentAid.objects.prefetch_related("items").select_related("by").defer("remark"), aid_id)


def get_contact(*, actor: Actor, contact_id: int) -> ContactRecord:
    """A contact on a path or on a case in sight; NotFound for any other, and for a voided one."""
    found = within_sight(actor, ContactRecord.objects.filter(pk=contact_id).select_related("by", "route", "case"))
    if (contact := found.first()) is None:
        raise policies.unseen()
    return contact


def get_observation(*, actor: Actor, observation_id: int) -> Observation:
    """An observation on a path or on a case in sight; NotFound for any other, and for a voided one."""
    found = within_sight(actor, Observation.objects.filter(pk=observation_id).select_related("by"))
    if (seen := found.first()) is None:
        raise policies.unseen()
    return seen


def visit_in_sight(*, actor: Actor, visit_id: int) -> Visit:
    """A visit on a path or on a case in sight, also of a case without a path; NotFound for any other."""
    found = within_sight(actor, Visit.objects.filter(pk=visit_id).prefetch_related("children", "adults"))
    if (visit := found.first()) is None:
        raise policies.unseen()
    return visit


def get_visit(*, actor: Actor, visit_id: int) -> tuple[Visit, Route]:
    """A visit with its path and children."""
    return _seen(actor, Visit.objects.prefetch_related("children").select_related("approved_by"), visit_id)


def get_risk_form(*, actor: Actor, form_id: int) -> tuple[RiskForm, Route]:
    """A form of risks and resources with its path, voided or not."""
    return _seen(actor, RiskForm.every.select_related("by"), form_id)


def get_report(*, actor: Actor, report_id: int) -> tuple[AnalyticReport, Route]:
    """An analytic report with its path."""
    return _seen(actor, AnalyticReport.objects.select_related("by"), report_id)


def _seen(actor: Actor, found: "QuerySet[Row]", pk: int) -> tuple[Row, Route]:
    row = found.filter(pk=pk, route__in=visible_to(actor).values("pk")).first()
    if row is None:
        raise policies.unseen()
    return row, get_route(actor=actor, route_id=row.route_id or _NO_PATH)


def children_seen(visit: Visit) -> list[VisitedChild]:
    """What a report says of each child, in the order of the form; of a visit already found for the reader."""
    return list(visit.children.all())


def items_of(aid: UrgentAid) -> list[AidItem]:
    """The lines of an act of help, already found for the reader."""
    return list(aid.items.all())


def codes_of(route: Route) -> list[str]:
    """The codes of the people of the family, for papers; nothing while the family is not known."""
    if route.family_id is None:
        return []
    return [person.code for person in families.people_of_family(route.family_id)]


def children_for(visit: Visit, route: Route) -> list[tuple[int | None, str]]:
    """The children a report speaks of, by id and code: the family's on the day of the visit, else as many as were told.

    As many as the signal named, one at least.
    """
    if route.family_id is not None:
        people = families.children_of_family(route.family_id, on=visit.held_on or visit.planned_on)
        known: list[tuple[int | None, str]] = [(person.pk, person.code) for person in people]
        if known:
            return known
    reported = visit.children.count()
    told = Referral.objects.filter(route=route).values_list("children_count", flat=True).first() or 1
    return [(None, "")] * max(1, min(reported or told, _MOST_CHILDREN))
