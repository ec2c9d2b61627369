"""What the journal says about duties: ids, days and counts only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "duties.looked": _("looked at the work of a colleague: %(user)s"),
    "duties.passed_on": _("passed on the work of a colleague: %(user)s, %(count)s in all, from %(day)s"),
    "duties.pass_on_planned": _("planned to pass on the work of a colleague from %(day)s: %(user)s"),
    "duties.pass_on_called_off": _("called off the planned passing on of the work of a colleague: %(user)s"),
    "duties.assigned": _("gave work that was nobody’s to a colleague: %(user)s"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"duties.looked"})
