"""The words of attention: what a sign asks, and why a family needs a look."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from opora.attention.rules import Reason
from opora.reminders.words import late_by

SIGN_TITLES = {
    "danger": _("High risk is marked, and the path still stands there"),
    "risk_up": _("The risk has gone up"),
    "silence": _("Nobody has called or come"),
    "no_shows": _("The family was not there, several times in a row"),
    "visit_late": _("A planned visit was not held or not recorded"),
    "plan_still": _("Nothing moves in the plan"),
    "assessment_late": _("The repeated assessment is late"),
    "open_stay": _("Lives in the centre without an agreed day of leaving"),
}
SIGN_UNITS = {
    "danger": pgettext_lazy("sign", "days and longer"),
    "risk_up": pgettext_lazy("sign", "days after it rose"),
    "silence": pgettext_lazy("sign", "days and longer"),
    "no_shows": pgettext_lazy("sign", "times and more"),
    "visit_late": pgettext_lazy("sign", "days late and longer"),
    "plan_still": pgettext_lazy("sign", "days and longer"),
    "assessment_late": pgettext_lazy("sign", "days late and longer"),
    "open_stay": pgettext_lazy("sign", "days and longer"),
}


def reason_in_words(reason: Reason) -> str:
    """«Никто не звонил и не приезжал 24 дня»."""
    n = reason.number
    said = {
        "danger": ngettext("High risk was marked %(n)d day ago", "High risk was marked %(n)d days ago", n)
        if n
        else str(_("High risk was marked today")),
        "risk_up": ngettext("The risk went up %(n)d day ago", "The risk went up %(n)d days ago", n)
        if n
        else str(_("The risk went up today")),
        "silence": ngettext("Nobody has called or come for %(n)d day", "Nobody has called or come for %(n)d days", n),
        "no_shows": ngettext(
            "The family was not there %(n)d time in a row", "The family was not there %(n)d times in a row", n
        ),
        "visit_late": ngettext(
            "A visit has waited for its report for %(n)d day", "A visit has waited for its report for %(n)d days", n
        ),
        "plan_still": ngettext(
            "Nothing was done in the plan for %(n)d day", "Nothing was done in the plan for %(n)d days", n
        ),
        "assessment_late": _("Repeated assessment: %(late)s") % {"late": late_by(n)},
        "open_stay": ngettext(
            "Has lived in the centre for %(n)d day without an agreed day of leaving",
            "Has lived in the centre for %(n)d days without an agreed day of leaving",
            n,
        ),
    }[reason.sign]
    return said % {"n": n} if "%(n)d" in said else said
