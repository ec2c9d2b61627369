"""What plans tell about people in words; states, days and levels are figures and stay."""

from django.utils.translation import gettext_lazy as _

from opora.families.sealed_fields import Told

_PLAN = "plan__route"
TOLD = (
    Told("plans.Plan", "own_words", _("the family’s own words in plans"), route="route", purpose="plans.words"),
    Told("plans.PlanRevision", "content", _("versions of plans"), route=_PLAN, purpose="plans.revision", empty={}),
    Told("plans.PlanRevision", "reason", _("reasons for corrections"), route=_PLAN, purpose="plans.reason"),
    Told("plans.Goal", "title", _("goals"), route=_PLAN, purpose="plans.goal"),
    Told("plans.Goal", "levels", _("levels of goals"), route=_PLAN, purpose="plans.levels"),
    Told("plans.Task", "title", _("tasks"), route=_PLAN, purpose="plans.task"),
    Told("plans.Task", "place", _("places of tasks"), route=_PLAN, purpose="plans.place"),
    Told("plans.Task", "note", _("what came of tasks"), route=_PLAN, purpose="plans.note"),
    Told(
        "plans.Milestone",
        "title",
        _("milestones of mini-projects"),
        route="task__plan__route",
        purpose="plans.milestone",
    ),
    Told(
        "plans.FamilyStep",
        "text",
        _("what families said and did"),
        route="route",
        case="case",
        purpose="plans.step",
        empty="",
    ),
    Told(
        "plans.UnforeseenEvent",
        "effect",
        _("effects of unforeseen events"),
        route="route",
        case="case",
        purpose="plans.event",
    ),
    Told("plans.HarmWaiver", "reason", _("why nothing was planned for a child"), route="route", purpose="plans.waiver"),
)
