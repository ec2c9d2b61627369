"""What the journal says about tables."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "pivot.table_kept": _("kept table No. %(table)s under a name, version %(version)s"),
    "pivot.table_shared": _("opened saved table No. %(table)s to the whole organization"),
    "pivot.table_own": _("took saved table No. %(table)s back to oneself"),
    "pivot.table_put_away": _("put away saved table No. %(table)s"),
    "pivot.table_brought_back": _("brought back saved table No. %(table)s"),
    "pivot.cases_read": _("looked at the cases behind a table: %(what)s"),
    "pivot.table_exported": _("took away a table: %(what)s, %(rows)s rows"),
}
