"""What the journal says about partners: numbers only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "partners.added": _("added partner No. %(partner)s"),
    "partners.changed": _("changed partner No. %(partner)s"),
    "partners.exported": _("downloaded the directory of partners"),
    "partners.imported": _("took in a directory of partners: added %(added)s, changed %(changed)s"),
    "partners.referred": _("referred the family of path No. %(route)s to partner No. %(partner)s"),
    "partners.confirmed": _("recorded what became of referral No. %(onward)s to a partner"),
    "partners.told_read": _("read what was told with referral No. %(onward)s to a partner"),
}
