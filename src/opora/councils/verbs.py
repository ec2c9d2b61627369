"""What the journal says about councils: numbers only, and never how anybody voted."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "councils.seat_passed_on": _("gave a seat in a vote to somebody else"),
    "councils.chair_passed_on": _("made somebody else the chair of a vote"),
    "councils.ballot_opened": _("opened a vote on path No. %(route)s"),
    "councils.voted": _("cast a vote"),
    "councils.conflict_declared": _("declared a conflict of interest in a vote"),
    "councils.ballot_closed": _("closed a vote on path No. %(route)s"),
    "councils.ballot_read": _("read the reasons of a vote"),
    "councils.conference_held": _("recorded the council on the plan on path No. %(route)s"),
    "councils.conference_read": _("read the minutes of a council on path No. %(route)s"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"councils.ballot_read", "councils.conference_read"})
