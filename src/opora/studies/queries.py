"""Reading studies: drafts, what was registered, and its result as far as the reader sees the cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from opora.access.rules import Actor, Scope, scope
from opora.evidence import queries as evidence
from opora.evidence.queries.seen import facts
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.rows import Cohort
from opora.evidence.rules.shares import Share
from opora.evidence.rules.verdict import Verdict
from opora.studies import policies
from opora.studies.models import Decision, Hypothesis, StudyDraft
from opora.studies.rules import judging


@dataclass(frozen=True, slots=True)
class Result:
    """What the data show of a hypothesis; `is_whole` is False for whoever sees a part of the cases only."""

    outcome: ProgramOutcome
    parts: Sequence[tuple[str, Verdict]]
    fell: Share
    is_whole: bool


def hypotheses(*, actor: Actor) -> "QuerySet[Hypothesis]":
    """What was registered, the newest first."""
    policies.check_can_read(actor)
    return Hypothesis.objects.select_related("program", "look", "department").order_by("-number")


def hypothesis_in_sight(*, actor: Actor, hypothesis_id: int) -> Hypothesis:
    """A registered hypothesis; raises NotFound."""
    found = hypotheses(actor=actor).filter(pk=hypothesis_id).first()
    if found is None:
        raise policies.unseen()
    return found


def is_opened(hypothesis: Hypothesis) -> bool:
    """Whether the data were shown."""
    return hasattr(hypothesis, "look")


def drafts_of(*, actor: Actor) -> "QuerySet[StudyDraft]":
    """What is not registered yet: whoever may register goes on where a colleague stopped."""
    policies.check_can_read(actor)
    found = StudyDraft.objects.filter(is_done=False).select_related("begun_by")
    return found if policies.may_register(actor) else found.none()


def draft_in_sight(*, actor: Actor, draft_id: int) -> StudyDraft:
    """A draft that is not registered yet; raises NotFound."""
    policies.check_may_register(actor)
    found = drafts_of(actor=actor).filter(pk=draft_id).first()
    if found is None:
        raise policies.unseen()
    return found


def decision_in_sight(*, actor: Actor, decision_id: int) -> Decision:
    """A decision; raises NotFound."""
    policies.check_can_read(actor)
    found = Decision.objects.select_related("hypothesis").filter(pk=decision_id).first()
    if found is None:
        raise policies.unseen()
    return found


def decisions(*, actor: Actor, hypothesis_id: int | None = None) -> "QuerySet[Decision]":
    """The log of decisions, the newest first; of one hypothesis or of all."""
    policies.check_can_read(actor)
    found = Decision.objects.select_related("hypothesis").prefetch_related("effects")
    return found.filter(hypothesis_id=hypothesis_id) if hypothesis_id else found


def closed_in(*, actor: Actor, cohort: Cohort) -> int:
    """How many cases of a cohort are closed: a number of cases, no outcome."""
    return facts(actor=actor, cohort=cohort).count()


def result_of(*, actor: Actor, hypothesis: Hypothesis) -> Result:
    """What the data show, part by part; raises NotFound before somebody opened the data."""
    if not is_opened(hypothesis):
        raise policies.unseen()
    outcome = evidence.outcomes(actor=actor, cohort=cohort_of(hypothesis), limit=0).programs[0]
    judged: dict[str, Any] = {
        "wellbeing": judging.on_wellbeing(outcome, hypothesis.least),
        "children": outcome.children_verdict,
    }
    return Result(
        outcome,
        [(part, judged[part]) for part in hypothesis.parts],
        judging.fell_by(outcome, hypothesis.least),
        scope(actor, "outcomes.read") is Scope.ALL,
    )


def cohort_of(hypothesis: Hypothesis) -> Cohort:
    """Whose cases the hypothesis speaks of."""
    department = (hypothesis.department_id,) if hypothesis.department_id else ()
    return Cohort((hypothesis.program_id,), department, hypothesis.closed_from, hypothesis.closed_to)
