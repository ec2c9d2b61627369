"""What counts at the stage a family has come to without being filed there: lasting papers, a fresh assessment."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from opora.access.rules import SYSTEM
from opora.assessments.models import Assessment, Point
from opora.common.among import among
from opora.pathways.models import RouteVersion
from opora.pathways.queries import definition_of
from opora.pathways.rules import Definition
from opora.pathways.rules.lasting import LASTING, REASSESSMENT, asked_at, counts_ahead, is_fresh
from opora.process.actions.papers import file_paper, withdraw_paper
from opora.process.models import Paper, Route

_SOURCE = "assessments.assessment:"
_MEASURES = (Point.REVIEW, Point.EXIT)
_STANDS = (Assessment.Status.SUBMITTED, Assessment.Status.APPROVED)


def bring_along(route: Route, definition: Definition) -> None:
    """Let count at the stage just entered what was done ahead of it; the step is written already."""
    wanted = asked_at(definition, route.stage)
    if lasting := wanted & LASTING:
        _bring_papers(route, definition, lasting)
    if REASSESSMENT in wanted:
        _measure(route)


def follow_assessments(*, case_ids: Sequence[int], **_news: Any) -> None:
    """A repeated assessment is the paper that the stage of re-assessment waits for; one returned counts no more."""
    waiting = Q()
    for version in RouteVersion.objects.defer("text"):
        definition = definition_of(version)
        stages = [stage for stage in definition.stages if REASSESSMENT in asked_at(definition, stage)]
        if stages:
            waiting |= Q(version=version, stage__in=stages)
    if waiting:
        for route in Route.objects.filter(waiting, among("case_id", case_ids), ended_on=None):
            _measure(route)


def _bring_papers(route: Route, definition: Definition, kinds: frozenset[str]) -> None:
    earlier = Paper.objects.filter(route=route, kind__in=kinds, withdrawn_on=None, step_count__lt=route.step_count)
    papers = list(earlier.values_list("pk", "kind", "step_count"))
    if not papers:
        return
    places = dict(route.steps.values_list("number", "to_stage"))
    counting = [
        pk
        for pk, kind, filed in papers
        if counts_ahead(
            definition,
            kind,
            passed=[places.get(number, "") for number in range(filed, route.step_count)],
            stage=route.stage,
        )
    ]
    if counting:
        Paper.objects.filter(pk__in=counting).update(step_count=route.step_count)


def _measure(route: Route) -> None:
    forms = Assessment.objects.filter(case_id=route.case_id or 0, point__in=_MEASURES, status__in=_STANDS)
    form = forms.order_by("-on", "-pk").values_list("pk", "on").first()
    source = f"{_SOURCE}{form[0]}" if form and is_fresh(form[1], entered_on=route.entered_on) else ""
    filed = Paper.objects.filter(route=route, kind=REASSESSMENT, withdrawn_on=None, source__startswith=_SOURCE)
    for paper in filed.filter(step_count=route.step_count).exclude(source=source):
        withdraw_paper(actor=SYSTEM, route_id=route.pk, kind=REASSESSMENT, source=paper.source, on=paper.on)
    if source and form:
        file_paper(actor=SYSTEM, route_id=route.pk, kind=REASSESSMENT, source=source, on=form[1])
