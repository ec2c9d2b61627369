"""What the journal says about plans: numbers only, never what a plan says."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

VERBS = {
    "plans.task_passed_on": _("gave a task on path No. %(route)s to somebody else"),
    "plans.begun": _("began the plan on path No. %(route)s"),
    "plans.read": _("read the plan on path No. %(route)s"),
    "plans.version_read": _("read version %(number)s of the plan on path No. %(route)s"),
    "plans.words_written": _("wrote down the family’s own words in the plan on path No. %(route)s"),
    "plans.goal_added": _("added a goal to the plan on path No. %(route)s"),
    "plans.goal_changed": _("changed a goal of the plan on path No. %(route)s"),
    "plans.goal_decided": _("decided a goal of the plan on path No. %(route)s: %(state)s"),
    "plans.goal_reopened": _("took up a goal of the plan on path No. %(route)s again"),
    "plans.task_added": _("added a task to the plan on path No. %(route)s"),
    "plans.task_changed": _("changed a task of the plan on path No. %(route)s"),
    "plans.task_finished": _("finished a task of the plan on path No. %(route)s"),
    "plans.task_reopened": _("took up a task of the plan on path No. %(route)s again"),
    "plans.task_cancelled": _("cancelled a task of the plan on path No. %(route)s"),
    "plans.milestone_added": _("added a milestone to a task on path No. %(route)s"),
    "plans.milestone_reached": _("reached a milestone of a task on path No. %(route)s"),
    "plans.milestone_undone": _("took back a milestone of a task on path No. %(route)s"),
    "plans.agreed": _("agreed version %(number)s of the plan on path No. %(route)s with the family"),
    "plans.corrected": _("corrected the plan on path No. %(route)s: version %(number)s"),
    "plans.returned": _("the council returned the plan on path No. %(route)s"),
    "plans.event_recorded": _("recorded an unforeseen event on path No. %(route)s"),
    "plans.reviewed": _("reviewed the plan on path No. %(route)s"),
    "plans.family_step_noted": _("noted a step of the family on path No. %(route)s"),
    "plans.harm_waived": _("stated why child %(code)s has no plan of harm reduction on path No. %(route)s"),
    "plans.tasks_ended": _("path No. %(route)s ended, and with it open tasks: %(number)s"),
}

CODES = {
    "state": {
        "achieved": pgettext_lazy("goal", "achieved"),
        "not_achieved": pgettext_lazy("goal", "not achieved"),
        "cancelled": pgettext_lazy("goal", "cancelled by agreement"),
    }
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"plans.read", "plans.version_read"})
