"""What the journal says about tables."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "pivot.table_kept": _("kept a table under a name, version %(version)s"),
    "pivot.table_shared": _("opened a saved table to the whole organization"),
    "pivot.table_own": _("took a saved table back to oneself"),
    "pivot.table_put_away": _("put away a saved table"),
    "pivot.table_brought_back": _("brought back a saved table"),
    "pivot.cases_read": _("looked at the cases behind a table: %(what)s"),
    "pivot.table_exported": _("took away a table: %(what)s, %(rows)s rows"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"pivot.cases_read"})
