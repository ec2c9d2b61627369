"""What the journal says about papers: numbers, codes and days only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "papers.file_added": _("attached a file to path No. %(route)s"),
    "papers.file_opened": _("opened a file of path No. %(route)s"),
    "papers.consent_recorded": _("recorded consent %(number)s on path No. %(route)s"),
    "papers.consent_read": _("read consent %(number)s of path No. %(route)s"),
    "papers.consent_withdrawn": _("recorded the withdrawal of consent %(number)s on path No. %(route)s"),
    "papers.term_extended": _("extended the term of destruction for %(code)s on path No. %(route)s until %(until)s"),
    "papers.destroyed": _("destroyed the data of %(codes)s by act No. %(number)s"),
    "papers.traces_cleared": _("cleared the tables of the database after act of destruction No. %(number)s"),
    "papers.act_read": _("read act of destruction No. %(number)s"),
    "papers.journal_exported": _("downloaded the journal about the family of act No. %(number)s"),
    "papers.letter_written": _("wrote letter %(number)s on path No. %(route)s"),
    "papers.letter_signed": _("recorded the signing of letter %(number)s on path No. %(route)s"),
    "papers.template_added": _("replaced the template of a letter, version %(number)s"),
    "papers.notice_sent": _("sent a notice of high risk on path No. %(route)s"),
    "papers.notice_answered": _("recorded the answer to a notice on path No. %(route)s"),
    "papers.notice_read": _("read a notice of path No. %(route)s"),
    "papers.history_passed_on": _("passed on the history of child %(code)s on path No. %(route)s"),
    "papers.history_read": _("read the history of child %(code)s of path No. %(route)s"),
    "papers.disclosures_read": _("read the log of disclosures of path No. %(route)s"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset(
    {
        "papers.act_read",
        "papers.consent_read",
        "papers.disclosures_read",
        "papers.file_opened",
        "papers.history_read",
        "papers.notice_read",
    }
)
