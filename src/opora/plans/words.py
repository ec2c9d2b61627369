"""Words of plans: the stages of change, the fields of a version."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# How far the family is on its way to a change (S0-11); the stages follow Prochaska and DiClemente.
ACTIVITY: dict[int, Promise] = {
    1: pgettext_lazy("activity", "does not see the need for a change"),
    2: pgettext_lazy("activity", "has doubts, thinks it over"),
    3: pgettext_lazy("activity", "makes plans"),
    4: pgettext_lazy("activity", "acts"),
    5: pgettext_lazy("activity", "keeps up what has been reached"),
}
FIELDS: dict[str, Promise] = {
    "track": _("track"),
    "section": _("section"),
    "outcome": _("result"),
    "state": _("state"),
    "levels": _("levels of achievement"),
    "level_start": _("level at the start"),
    "level_now": _("level now"),
    "goal_id": _("goal"),
    "kind": _("kind"),
    "who": _("who answers"),
    "due_on": pgettext_lazy("task", "by"),
}


def activity_title(activity: int | None) -> str:
    """The words of a stage of change; empty when nobody said."""
    return str(ACTIVITY[activity]) if activity in ACTIVITY else ""
