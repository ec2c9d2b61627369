"""What the journal says about indicators."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "indicators.target_set": _("set a target of the indicator %(indicator)s"),
    "indicators.target_dropped": _("took back a target of the indicator %(indicator)s"),
    "indicators.box_target_set": _("set a target of the box %(box)s"),
    "indicators.box_target_dropped": _("took back a target of the box %(box)s"),
    "indicators.external_kept": _("entered an outside figure for %(indicator)s"),
    "indicators.external_voided": _("voided an outside figure for %(indicator)s"),
    "indicators.composed": _("published the indicator %(indicator)s, version %(number)s"),
    "indicators.draft_begun": _("began the next version of the indicator %(indicator)s from version %(number)s"),
    "indicators.draft_changed": _("changed the draft of the indicator %(indicator)s"),
    "indicators.draft_dropped": _("gave up the draft of the indicator %(indicator)s"),
    "indicators.draft_taken_back": _("took back the draft of the indicator %(indicator)s"),
    "indicators.put_away": _("put away the indicator %(indicator)s"),
    "indicators.cases_read": _("looked at the cases behind the indicator %(indicator)s"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"indicators.cases_read"})
