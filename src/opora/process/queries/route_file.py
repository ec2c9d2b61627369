"""A whole path as its page shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from opora.access.models import User
from opora.access.rules import Actor, Part
from opora.common.asked_often import written_once
from opora.common.asked_together import Asking, answers_to
from opora.common.dates import local
from opora.common.language import said
from opora.common.told_along import record_of, told_by
from opora.families.sealing import opened
from opora.pathways.queries import definition_of
from opora.pathways.rules import Definition, Stop, stops
from opora.pathways.rules.refusals import failed_rows, is_refused
from opora.pathways.words import criteria_said, filled_in, paper_title, place_title
from opora.process.models import Paper, Route, RouteStep
from opora.process.queries.next_steps import OptionView, options
from opora.process.queries.visible import get_route, may_change, may_work, takes_part
from opora.process.rules.high_risk_hours import Alarm, alarms, raised_at
from opora.process.rules.taking_back import LastStep, can_be_taken_back, left_standing


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the past, in words."""

    step: RouteStep
    title: str
    from_title: str
    to_title: str
    criteria: tuple[str, ...]
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper of the path, in words; `serves` says whether it counts at the present stage."""

    paper: Paper
    title: str
    serves: bool

    @property
    def may_be_withdrawn(self) -> bool:
        """Only a paper recorded as seen is taken back here; a record of another room is mended there."""
        return self.serves and self.paper.source == "process.seen"


@dataclass(frozen=True, slots=True)
class RouteFile:
    """A path with its steps, papers and what may happen next."""

    route: Route
    definition: Definition
    stage_title: str
    steps: list[StepLine]
    papers: list[PaperLine]
    options: list[OptionView]
    may_work: bool
    may_change: bool

    @property
    def title(self) -> str:
        """The name of the process."""
        return said(self.definition.title)

    @property
    def has_ended(self) -> bool:
        """Whether the path stands at an exit."""
        return self.route.ended_on is not None

    @property
    def began_with_signal(self) -> bool:
        """Whether somebody turned to us first; a case may also be opened directly."""
        return bool(self.steps) and self.steps[0].step.to_stage == self.definition.start

    @property
    def ended_well(self) -> bool:
        """Whether the exit is one that families and workers hoped for."""
        found = self.definition.exits.get(self.route.stage)
        return found is not None and found.kind in {"success", "safe", "helped"}

    @property
    def is_refused(self) -> bool:
        """Whether the organization refused the family because of its criteria."""
        return is_refused(self.definition, self.route.stage)

    @property
    def reasons_of_refusal(self) -> list[str]:
        """Every row of the criteria that speaks against the family (S4-24)."""
        return [said(row.why) for row in failed_rows(self.definition, self.route.facts)]

    @property
    def alarm(self) -> Alarm | None:
        """The mark of high risk with which the family came to its stage, while the authorities are not told."""
        last = self.steps[-1].step if self.steps else None
        if last is None or any(line.serves and line.paper.kind == "notice" for line in self.papers):
            return None
        moment = raised_at(on=last.on, recorded_at=local(last.at))
        return next(iter(alarms(self.definition, [(last.action, last.to_stage, moment)])), None)

    @property
    def stage_role(self) -> str:
        """Who acts at this stage, in the words of the process."""
        stage = self.definition.stages.get(self.route.stage)
        return said(self.definition.roles[stage.role].title) if stage else ""

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The way of the family as a row of stops: where it was, where it stands, what lies ahead."""
        walked = left_standing(line.step for line in self.steps if not line.step.is_carried)
        visits = [(step.to_stage, step.on) for step in walked]
        carried_to = self.steps[-1].step.to_stage if self.steps else ""
        if visits and carried_to != visits[-1][0]:
            # Another version of the process calls the stage otherwise; the family has not moved.
            visits[-1] = (carried_to, visits[-1][1])
        return stops(self.definition, visits, has_ended=self.has_ended)

    @property
    def assumptions(self) -> list[str]:
        """What the method takes for granted at this stage (S4-33…40)."""
        stage = self.definition.stages.get(self.route.stage)
        return [said(self.definition.assumptions[code].title) for code in stage.assumptions] if stage else []

    @property
    def tasks(self) -> list[tuple[str, str, bool]]:
        """The checklist of the stage: id, words, and whether it is done."""
        stage = self.definition.stages.get(self.route.stage)
        done = {line.paper.kind for line in self.papers if line.serves}
        return [(key, said(text), key in done) for key, text in stage.tasks.items()] if stage else []

    def days_here(self, on: date) -> int:
        """For how many days the family has stood at its stage."""
        return max((on - self.route.entered_on).days, 0)

    def days_late(self, on: date) -> int:
        """How many days the stage is late on a day; none before its day."""
        due = self.route.due_on
        return max((on - due).days, 0) if due and not self.has_ended else 0


def route_file(*, actor: Actor, route_id: int) -> RouteFile:
    """The path with everything its page shows; NotFound when it is not for this person."""
    route = get_route(actor=actor, route_id=route_id)
    return file_of(actor=actor, route=route)


def file_of(*, actor: Actor, route: Route, part: Part | None = None) -> RouteFile:
    """The file of a path already read; ``part`` spares the question whether the person takes part in it."""
    definition = definition_of(route.version)
    told = answers_to({"steps": _ask_steps(route), "papers": _ask_papers(route)})
    steps, papers = told["steps"], told["papers"]
    part = takes_part(actor=actor, route=route) if part is None else part
    present = frozenset(line.paper.kind for line in papers if line.serves)
    return RouteFile(
        route=route,
        definition=definition,
        stage_title=place_title(definition, route.stage),
        steps=[_step_line(definition, step) for step in steps],
        papers=papers,
        options=options(actor=actor, route=route, part=part, papers=present),
        may_work=may_work(actor=actor, route=route, part=part),
        may_change=may_change(actor=actor, route=route, part=part),
    )


def _ask_steps(route: Route) -> Asking[list[RouteStep]]:
    """Asks for every step of a path with the name of whoever took it, and nothing else of that person."""
    return Asking(_steps(route_id=route.pk), lambda told: [_step(route, one) for one in told])


@written_once
def _steps(*, route_id: int) -> QuerySet[RouteStep, dict[str, Any]]:
    return told_by(RouteStep.objects.filter(route_id=route_id).order_by("number"), by_name=F("by__name"))


def _step(route: Route, told: dict[str, Any]) -> RouteStep:
    step = record_of(RouteStep, told)
    step.route, step.by = route, _colleague(step.by_id, told)
    return step


def _colleague(user_id: int | None, told: dict[str, Any]) -> User | None:
    return record_of(User, {"id": user_id, "name": told["by_name"]}) if user_id is not None else None


def may_take_back(*, actor: Actor, definition: Definition, last: RouteStep, on: date) -> bool:
    """Whether this person may take back the step by which the family came to its stage."""
    step = LastStep(last.action, last.from_stage, last.by_id, local(last.at).date(), tuple(last.papers))
    return can_be_taken_back(definition, step, by_id=actor.user_id, on=on)


def papers_of(route: Route) -> list[PaperLine]:
    """Every paper of a path already read, the newest first, in the words of its process."""
    return _ask_papers(route).answer()


def _ask_papers(route: Route) -> Asking[list[PaperLine]]:
    return Asking(_papers(route_id=route.pk), lambda told: [_paper_line(route, one) for one in told])


@written_once
def _papers(*, route_id: int) -> QuerySet[Paper, dict[str, Any]]:
    found = Paper.objects.filter(route_id=route_id).order_by("-filed_at", "-pk")
    return told_by(found, by_name=F("filed_by__name"))


def _paper_line(route: Route, told: dict[str, Any]) -> PaperLine:
    paper = record_of(Paper, told)
    paper.filed_by = _colleague(paper.filed_by_id, told)
    is_of_stage = paper.step_count == route.step_count and paper.withdrawn_on is None
    return PaperLine(paper, paper_title(definition_of(route.version), paper.kind), is_of_stage)


def _carried(step: RouteStep) -> str:
    return _("carried to another version of the process, from version %(n)s") % {
        "n": opened(step, "fields").get("from_version")
    }


def _step_line(definition: Definition, step: RouteStep) -> StepLine:
    action = definition.actions.get(step.action)
    return StepLine(
        step=step,
        title=_carried(step) if step.is_carried else said(action.title) if action else "",
        from_title=place_title(definition, step.from_stage) if step.from_stage else "",
        to_title=place_title(definition, step.to_stage),
        criteria=tuple(criteria_said(definition, step.decisions)),
        typed=tuple(filled_in(definition, opened(step, "fields"))),
    )
