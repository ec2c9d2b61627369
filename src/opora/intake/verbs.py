"""What the journal says about intake: numbers, codes and days only."""

from django.utils.translation import gettext_lazy as _

from opora.intake.words import CHANNELS

VERBS = {
    "intake.visit_passed_on": _("gave the visit of %(day)s on path No. %(route)s to somebody else"),
    "intake.received": _("took in signal No. %(signal)s, channel: %(channel)s"),
    "intake.joined": _("said that signals No. %(signal)s and No. %(other)s tell of one family"),
    "intake.parted": _("said that signals No. %(signal)s and No. %(other)s do not tell of one family after all"),
    "intake.opened": _("looked at what was told with signal No. %(signal)s"),
    "intake.decided": _("decided about signal No. %(signal)s"),
    "intake.contact_recorded": _("recorded a contact on path No. %(route)s on %(day)s"),
    "intake.contact_read": _("read the notes of a contact on path No. %(route)s"),
    "intake.letter_answered": _("noted on %(day)s that the answer to a letter came"),
    "intake.observed": _("recorded an observation of %(day)s"),
    "intake.source_recorded": _("recorded information from a source on path No. %(route)s on %(day)s"),
    "intake.source_read": _("read information from a source on path No. %(route)s"),
    "intake.aid_given": _("gave urgent help by act %(number)s on path No. %(route)s"),
    "intake.aid_taken_back": _("took act %(number)s of urgent help back by act %(counter)s"),
    "intake.visit_held": _("recorded the visit of %(day)s"),
    "intake.visit_planned": _("planned a visit for %(day)s on path No. %(route)s"),
    "intake.visit_reported": _("reported the visit of %(day)s on path No. %(route)s"),
    "intake.visit_approved": _("approved the report of the visit of %(day)s on path No. %(route)s"),
    "intake.visit_read": _("read the report of the visit of %(day)s on path No. %(route)s"),
    "intake.risk_form_filled": _("filled in the form of risks and resources on path No. %(route)s"),
    "intake.risk_form_read": _("read the form of risks and resources on path No. %(route)s"),
    "intake.report_composed": _("gathered what is recorded on path No. %(route)s for the analytic report"),
    "intake.report_written": _("wrote the analytic report on path No. %(route)s"),
    "intake.report_frozen": _("gave the analytic report on path No. %(route)s to the vote"),
    "intake.report_read": _("read the analytic report on path No. %(route)s"),
    "intake.channel_kept": _("changed the list of channels of signals: %(channel)s"),
}
CODES = {"channel": CHANNELS}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset(
    {
        "intake.contact_read",
        "intake.opened",
        "intake.report_composed",
        "intake.report_read",
        "intake.risk_form_read",
        "intake.source_read",
        "intake.visit_read",
    }
)
