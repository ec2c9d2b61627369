"""What the journal says about duties: ids, days and counts only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "duties.looked": _("looked at the work of worker no. %(user)s"),
    "duties.passed_on": _("passed on the work of worker no. %(user)s: %(count)s in all, from %(day)s"),
    "duties.pass_on_planned": _("planned to pass on the work of worker no. %(user)s from %(day)s"),
    "duties.pass_on_called_off": _("called off the planned passing on of the work of worker no. %(user)s"),
    "duties.assigned": _("gave work that was nobody’s to worker no. %(user)s"),
}
