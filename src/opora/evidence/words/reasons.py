"""Why a figure does not exist."""

from django.utils.translation import gettext as _

from opora.evidence.rules.outcomes import Undefined


def reason(why: Undefined) -> str:
    """One sentence; a figure that does not exist is never shown as zero (X-06)."""
    sentences = {
        Undefined.NO_PAIRS: _("No closed case was assessed both at entry and at exit."),
        Undefined.NOTHING_CHANGED: _("The number of weak sides changed in no case, so there is nothing to test."),
        Undefined.ONE_PAIR: _("One case has no interval."),
        Undefined.NO_ITEMS: _("Only totals are known; single items were not recorded both times."),
        Undefined.NO_SECTIONS: _("The number of sections that need a solution was not recorded both times."),
        Undefined.NO_CHILDREN: _("No child is recorded in the closed cases."),
        Undefined.NO_PLACEMENT: _("Where the children live at closing was not recorded."),
        Undefined.NO_CASES: _("No case was closed in this period."),
        Undefined.NO_WEAK_SIDES: _("There were no weak sides at entry."),
    }
    return sentences[why]
