"""What the journal says about reports."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "reports.begun": _("began report No. %(number)s"),
    "reports.changed": _("changed what report No. %(number)s is about"),
    "reports.block_changed": _("changed a block of report No. %(number)s"),
    "reports.taken": _("took report No. %(number)s as it stood, fingerprint %(sha256)s"),
    "reports.put_away": _("put report No. %(number)s away"),
    "reports.brought_back": _("brought report No. %(number)s back"),
    "reports.quotes_read": _("read words of families in report No. %(number)s: %(count)s"),
    "reports.sheet_read": _("read the progress sheet of the family"),
    "reports.sheet_exported": _("made the progress sheet of the family as a file"),
    "reports.stakeholders": _("exported the report for interested people on hypothesis No. %(number)s as %(kind)s"),
    "reports.exported": _("exported report No. %(number)s as %(kind)s"),
    "reports.taken_exported": _("exported report No. %(number)s as it was taken on %(day)s: %(kind)s"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"reports.quotes_read", "reports.sheet_exported", "reports.sheet_read"})
