"""What the journal says of itself."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "audit.verified": _("checked the journal: %(sealed)s entries in order"),
    "audit.list_exported": _("took the list “%(list)s” away as a workbook; rows: %(rows)s"),
    "audit.restored": _("brought everything back from the backup of %(day)s"),
    "audit.found_touched": _("found the journal touched: entries %(entries)s, seals %(seals)s"),
    "audit.head_accepted": _("noted the present end of the journal outside the database"),
}
