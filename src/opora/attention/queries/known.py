"""All that is known of cases as far as the signs ask for it: one question, whatever the number of cases."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, DateField, ExpressionWrapper, F, IntegerField, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest, JSONObject, Least

from opora.assessments.models import Assessment, Point
from opora.attention.models import Aside
from opora.attention.rules import Facts
from opora.cases.models import Case, Stay
from opora.common.dates import add_months
from opora.intake.models import ContactRecord, RiskForm, Visit
from opora.intake.queries import missed_in_a_row
from opora.pathways.models import RouteVersion
from opora.pathways.queries import definition_of
from opora.plans.models import FamilyStep, Plan, PlanRevision, Task
from opora.process.models import RouteStep

_TALKED = ("reached", "agreed", "refused")


@dataclass(frozen=True, slots=True)
class Known:
    """A case with what is known of it, and until when it is put aside."""

    case_id: int
    department_id: int
    facts: Facts
    aside_until: date | None


def known_of(found: QuerySet[Case]) -> list[Known]:
    """What the signs ask of these cases; the caller has asked who may see them."""
    return [Known(row["pk"], row["department_id"], _facts(row), row["aside_until"]) for row in _rows(found)]


def _facts(row: Mapping[str, Any]) -> Facts:
    assess_by = None
    if row["assessed_on"] is not None:
        assess_by = add_months(row["assessed_on"], row["program__review_months"])
    return Facts(
        opened_on=row["opened_on"],
        danger_since=_danger_since(row["last_step"]),
        touched_on=max(
            (day for day in (row["talked_on"], row["visited_on"], row["assessed_on"]) if day is not None), default=None
        ),
        risk=row["risk"] or "",
        risk_before=row["risk_before"] or "",
        risk_on=row["risk_on"],
        plan_moved_on=row["plan_moved_on"],
        visit_missed_by=row["visit_missed_by"],
        assess_by=assess_by,
        missed=row["missed"] or 0,
        stays_without_end_since=row["open_stay_since"],
    )


def _danger_since(step: Mapping[str, Any] | None) -> date | None:
    """The day of the step by which the path came where it stands, if that step marks danger to a child."""
    if not step or not step["action"]:
        return None
    action = definition_of(RouteVersion(pk=step["version"], sha256=step["sha256"])).actions.get(step["action"])
    return date.fromisoformat(step["on"]) if action is not None and action.effect == "high_risk" else None


def _rows(found: QuerySet[Case]) -> QuerySet[Case, dict[str, Any]]:
    """Each by the case's or the path's own index."""
    contacts = ContactRecord.objects.filter(result__in=_TALKED)
    held = Visit.objects.filter(held_on__isnull=False)
    risks = RiskForm.objects.filter(route__case=OuterRef("pk")).exclude(level="").order_by("-pk")
    forms = Assessment.objects.filter(
        case=OuterRef("pk"),
        point__in=(Point.ENTRY, Point.REVIEW),
        status__in=(Assessment.Status.SUBMITTED, Assessment.Status.APPROVED),
    )
    walked = RouteStep.objects.filter(route__case=OuterRef("pk"), route__ended_on=None)
    # A path carried to another version of its process has not moved.
    walked = walked.exclude(action="", is_override=False).order_by("-number")
    step = JSONObject(action="action", on="on", version="version_id", sha256="version__sha256")
    stays = Stay.objects.filter(case=OuterRef("pk"), left_on=None, planned_until=None)
    aside = Aside.objects.filter(case=OuterRef("pk"), ended_on=None)
    return found.annotate(
        last_step=Subquery(walked.values(one=step)[:1]),
        talked_on=_latest(contacts, "on"),
        visited_on=_latest(held, "held_on"),
        risk=Subquery(risks.values("level")[:1]),
        risk_on=Subquery(risks.values("on")[:1]),
        risk_before=Subquery(risks.values("level")[1:2]),
        plan_moved_on=_plan_moved(),
        visit_missed_by=_earliest_open_visit(),
        assessed_on=Subquery(forms.order_by("-on").values("on")[:1]),
        missed=_not_at_home(),
        open_stay_since=Subquery(stays.values("from_on")[:1]),
        aside_until=Subquery(aside.values("until")[:1]),
    ).values(
        *(
            "pk",
            "department_id",
            "opened_on",
            "program__review_months",
            "talked_on",
            "visited_on",
            "risk",
            "risk_on",
            "risk_before",
        ),
        *("last_step", "plan_moved_on", "visit_missed_by", "assessed_on", "missed", "open_stay_since"),
        "aside_until",
    )


def _latest(found: QuerySet[Any], day: str) -> Any:
    """The latest day on the path of a case or on the case itself; none when there is neither."""
    on_path = found.filter(route__case=OuterRef("pk")).order_by(f"-{day}").values(day)[:1]
    on_case = found.filter(case=OuterRef("pk")).order_by(f"-{day}").values(day)[:1]
    return Greatest(Subquery(on_path), Subquery(on_case), output_field=DateField())


def _earliest_open_visit() -> Any:
    """The day of the first visit planned that was neither held nor called off."""
    waiting = Visit.objects.filter(held_on=None, not_held="")
    on_path, on_case = (
        Subquery(here.values(one=F("voided_on")).annotate(first=Min("planned_on")).values("first")[:1])
        for here in _of_case(waiting)
    )
    return Least(on_path, on_case, output_field=DateField())


def _not_at_home() -> Any:
    """How often in a row the family was not there."""
    on_path, on_case = (
        Coalesce(Subquery(here.values(one=F("voided_on")).annotate(n=Count("pk")).values("n")[:1]), 0)
        for here in _of_case(missed_in_a_row())
    )
    return ExpressionWrapper(on_path + on_case, output_field=IntegerField())


def _of_case(found: QuerySet[Any]) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """The rows on the path of the case and those on the case itself, apart: each is found by an index of its own."""
    return found.filter(route__case=OuterRef("pk")).order_by(), found.filter(case=OuterRef("pk")).order_by()


def _plan_moved() -> Any:
    """The last day on which something happened in the plan in force; none without such a plan."""
    plans = Plan.objects.filter(route__case=OuterRef("pk"), state=Plan.State.CURRENT)
    plan = OuterRef("pk")
    done = Task.objects.filter(plan=plan, state=Task.State.DONE).order_by("-ended_on").values("ended_on")[:1]
    given = Task.objects.filter(plan=plan).order_by("-given_on").values("given_on")[:1]
    said = PlanRevision.objects.filter(plan=plan).order_by("-number").values("on")[:1]
    own = FamilyStep.objects.filter(plan=plan).order_by("-on").values("on")[:1]
    moved = Greatest(F("begun_on"), Subquery(done), Subquery(given), Subquery(said), Subquery(own))
    return Subquery(plans.annotate(moved=moved).values("moved")[:1], output_field=DateField())
