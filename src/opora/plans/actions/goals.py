"""Goals are set with the family, decided, taken up again; what is reached is told to the tables of criteria."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.bilingual import Text
from opora.common.errors import Conflict
from opora.common.text import squeeze
from opora.plans.actions.locking import check_not_before, hold, hold_goal, line, refuse, touch
from opora.plans.models import Goal, Plan
from opora.plans.queries.goal_words import GoalWords, goal_words
from opora.plans.queries.plans import share_in
from opora.process import actions as process
from opora.process.models import Route

_LEVELS = 5
_LONGEST_LEVEL = 300
_TITLE = _("Write what is to be reached.")


@transaction.atomic
def add_goal(
    *,
    actor: Actor,
    route_id: int,
    title: str,
    section: int | None = None,
    outcome: str = "",
    item: str = "",
    levels: Sequence[str] = (),
    level_start: int | None = None,
    on: date,
) -> Goal:
    """A goal in plain words, in a section of the form or beside them, leading to a result of the chain (S0-09).

    ``item`` is the weak item it was taken from; ``levels`` are five texts from much less than expected to much more.
    """
    route, plan = hold(actor=actor, route_id=route_id)
    wrong: dict[str, object] = {}
    check_not_before(on, plan.begun_on, wrong)
    kept = line(title, "title", wrong, sentence=_TITLE)
    texts = _checked(goal_words(route), section, outcome, levels, level_start, None, wrong)
    refuse(wrong)
    goal = Goal.objects.create(
        plan=plan,
        section=section,
        outcome=outcome,
        item=item[:8],
        title=kept,
        levels=texts,
        level_start=level_start if texts else None,
        level_now=level_start if texts else None,
        set_on=on,
    )
    touch(plan)
    audit.record(actor=actor, verb="plans.goal_added", case_id=route.case_id, route=route.pk, goal=goal.pk)
    tell_facts(actor, route, plan, on)
    return goal


@transaction.atomic
def change_goal(
    *,
    actor: Actor,
    goal_id: int,
    title: str,
    section: int | None = None,
    outcome: str = "",
    levels: Sequence[str] = (),
    level_start: int | None = None,
    level_now: int | None = None,
    revision: int | None = None,
    on: date,
) -> Goal:
    """A goal said otherwise; what was agreed before stays in the version it was agreed in."""
    route, plan, goal = hold_goal(actor=actor, goal_id=goal_id, revision=revision)
    wrong: dict[str, object] = {}
    kept = line(title, "title", wrong, sentence=_TITLE)
    texts = _checked(_words_for(route, goal), section, outcome, levels, level_start, level_now, wrong)
    refuse(wrong)
    goal.section, goal.outcome, goal.title = section, outcome, kept
    goal.levels = texts
    goal.level_start, goal.level_now = (level_start, level_now) if texts else (None, None)
    goal.revision += 1
    goal.save()
    touch(plan)
    audit.record(actor=actor, verb="plans.goal_changed", case_id=route.case_id, route=route.pk, goal=goal.pk)
    return goal


@transaction.atomic
def decide_goal(
    *,
    actor: Actor,
    goal_id: int,
    state: str,
    level_now: int | None = None,
    revision: int | None = None,
    on: date,
) -> Goal:
    """Achieved, not achieved, or cancelled by agreement with the family; the share of goals follows (S3-32, S3-36)."""
    route, plan, goal = hold_goal(actor=actor, goal_id=goal_id, revision=revision)
    wrong: dict[str, object] = {}
    if state not in Goal.State.values or state == Goal.State.ACTIVE:
        wrong["state"] = _("Choose what became of the goal.")
    if level_now is not None and level_now not in range(-2, 3):
        wrong["level_now"] = _("Choose a level from −2 to +2.")
    check_not_before(on, goal.set_on, wrong)
    refuse(wrong)
    if goal.state != Goal.State.ACTIVE:
        raise Conflict(_("This goal has been decided already. Nothing was changed."))
    goal.state, goal.decided_on, goal.decided_by_id = state, on, actor.user_id
    if goal.levels is not None and level_now is not None:
        goal.level_now = level_now
    goal.revision += 1
    goal.save()
    touch(plan, is_content=state == Goal.State.CANCELLED)
    audit.record(
        actor=actor, verb="plans.goal_decided", case_id=route.case_id, route=route.pk, goal=goal.pk, state=state
    )
    tell_facts(actor, route, plan, on)
    return goal


@transaction.atomic
def reopen_goal(*, actor: Actor, goal_id: int, revision: int | None = None, on: date) -> Goal:
    """A goal that was decided is worked on again; done twice is done once."""
    route, plan, goal = hold_goal(actor=actor, goal_id=goal_id, revision=revision)
    if goal.state == Goal.State.ACTIVE:
        return goal
    goal.state, goal.decided_on, goal.decided_by_id = Goal.State.ACTIVE, None, None
    goal.revision += 1
    goal.save()
    touch(plan)
    audit.record(actor=actor, verb="plans.goal_reopened", case_id=route.case_id, route=route.pk, goal=goal.pk)
    tell_facts(actor, route, plan, on)
    return goal


def tell_facts(actor: Actor, route: Route, plan: Plan, on: date) -> None:
    """The path learns how many goals are achieved, so that tables of criteria can ask (IND-17)."""
    share = share_in(plan)
    facts = {
        "goals_total": share.total if share else 0,
        "goals_achieved": share.achieved if share else 0,
        "goals_share": share.percent if share else 0,
        "goals_met": bool(share and share.is_met),
    }
    if any(route.facts.get(name) != value for name, value in facts.items()):
        process.record_facts(actor=actor, route_id=route.pk, facts=facts, on=on)


def _words_for(route: Route, goal: Goal) -> GoalWords:
    """What the goal may be changed to: also what it stands at, where form or practice no longer have it."""
    words = goal_words(route)
    sections = {goal.section: Text("")} if goal.section is not None else {}
    outcomes = {goal.outcome: Text("")} if goal.outcome else {}
    return GoalWords({**sections, **words.sections}, {**outcomes, **words.outcomes})


def _checked(
    words: GoalWords,
    section: int | None,
    outcome: str,
    levels: Sequence[str],
    level_start: int | None,
    level_now: int | None,
    wrong: dict[str, object],
) -> list[str]:
    """The five levels as kept (none when all are empty); what is wrong goes into ``wrong``."""
    if section is not None and section not in words.sections:
        wrong["section"] = _("Choose a section from the list.")
    if outcome and outcome not in words.outcomes:
        wrong["outcome"] = _("Choose a result from the list.")
    for name, level in (("level_start", level_start), ("level_now", level_now)):
        if level is not None and level not in range(-2, 3):
            wrong[name] = _("Choose a level from −2 to +2.")
    texts = [squeeze(text) for text in levels]
    if not any(texts):
        return []
    if len(texts) != _LEVELS or not all(texts):
        wrong["levels"] = _("Describe all five levels, or leave all of them empty.")
    elif any(len(text) > _LONGEST_LEVEL for text in texts):
        wrong["levels"] = _("Describe each level in up to 300 letters.")
    return texts
