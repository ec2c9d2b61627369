"""What the journal says about processes."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "pathways.published": _("published process %(code)s, version %(number)s"),
    "pathways.draft_begun": _("began the next version of process %(code)s, from version %(number)s"),
    "pathways.draft_brought": _("brought process %(code)s from a file as a draft"),
    "pathways.draft_changed": _("changed “%(what)s” in the draft of process %(code)s"),
    "pathways.draft_dropped": _("gave up the draft of process %(code)s"),
    "pathways.draft_taken_back": _("took the draft of process %(code)s back"),
}
