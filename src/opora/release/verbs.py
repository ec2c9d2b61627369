"""What the journal says about releases."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "release.prepared": _("prepared release No. %(number)s “%(title)s”: %(hidden)s numbers hidden"),
    "release.released": _("released No. %(number)s for everybody, fingerprint %(sha256)s"),
    "release.sent_back": _("sent release No. %(number)s back"),
    "release.withdrawn": _("took release No. %(number)s back before it was released"),
    "release.recalled": _("called release No. %(number)s back"),
    "release.taken": _("downloaded release No. %(number)s as .%(kind)s"),
    "release.limits": _("set the limits of the release desk: numbers from %(least)s, shares from %(shares)s"),
}
