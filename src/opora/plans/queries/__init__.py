"""Reading plans: of a path, of a worker, of a version; what is offered as a goal."""

from opora.plans.queries.choices import (
    accountable_choices,
    activity_choices,
    decision_choices,
    event_kind_choices,
    outcome_choices,
    section_choices,
    task_kind_choices,
    track_choices,
)
from opora.plans.queries.goal_words import GoalWords, goal_words
from opora.plans.queries.harm import HarmLine, harm_reduction_missing
from opora.plans.queries.life import EventView, FamilyStepView
from opora.plans.queries.offered import OfferedGoal, offered_goals
from opora.plans.queries.page import (
    FamilyPart,
    PlanPage,
    PlanPanel,
    goal_view,
    goals_to_serve,
    named,
    plan_page,
    plan_panel,
    task_view,
)
from opora.plans.queries.tasks import TaskLine, TaskPage, tasks_of
from opora.plans.queries.versions import VersionLine, VersionView, plan_versions, version_view
from opora.plans.queries.views import GoalView, MilestoneView, TaskView
from opora.plans.queries.working import WorkingPlan, working_plan

__all__ = [
    "EventView",
    "FamilyPart",
    "FamilyStepView",
    "GoalView",
    "GoalWords",
    "HarmLine",
    "MilestoneView",
    "OfferedGoal",
    "PlanPage",
    "PlanPanel",
    "TaskLine",
    "TaskPage",
    "TaskView",
    "VersionLine",
    "VersionView",
    "WorkingPlan",
    "accountable_choices",
    "activity_choices",
    "decision_choices",
    "event_kind_choices",
    "goal_view",
    "goal_words",
    "goals_to_serve",
    "harm_reduction_missing",
    "named",
    "offered_goals",
    "outcome_choices",
    "plan_page",
    "plan_panel",
    "plan_versions",
    "section_choices",
    "task_kind_choices",
    "task_view",
    "tasks_of",
    "track_choices",
    "version_view",
    "working_plan",
]
