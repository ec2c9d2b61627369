"""What the journal says about outcomes that were taken out of the house."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "evidence.exported": _("exported outcomes as %(kind)s: %(programs)s, cases: %(cases)s"),
    "evidence.depth_exported": _("exported the form item by item: %(program)s, cases: %(cases)s"),
    "evidence.served_exported": _("exported whom we helped, %(period)s; families: %(families)s"),
}
