"""What the journal says about councils: numbers only, and never how anybody voted."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "councils.seat_passed_on": _("gave a seat in vote No. %(ballot)s to somebody else"),
    "councils.chair_passed_on": _("made somebody else the chair of vote No. %(ballot)s"),
    "councils.ballot_opened": _("opened vote No. %(ballot)s on path No. %(route)s"),
    "councils.voted": _("voted in vote No. %(ballot)s"),
    "councils.conflict_declared": _("declared a conflict of interest in vote No. %(ballot)s"),
    "councils.ballot_closed": _("closed vote No. %(ballot)s on path No. %(route)s"),
    "councils.ballot_read": _("read the reasons of vote No. %(ballot)s"),
    "councils.conference_held": _("recorded the council on the plan on path No. %(route)s"),
    "councils.conference_read": _("read the minutes of a council on path No. %(route)s"),
}
