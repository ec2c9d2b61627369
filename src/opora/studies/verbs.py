"""What the journal says about studies."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "studies.begun": _("began an analysis"),
    "studies.registered": _("registered hypothesis No. %(number)s before the data, fingerprint %(sha256)s"),
    "studies.shown": _("opened the data of hypothesis No. %(number)s for the first time"),
    "studies.dropped": _("gave up a draft of an analysis"),
    "studies.decided": _("wrote down a decision after hypothesis No. %(number)s"),
    "studies.effect": _("wrote down the later effect of a decision after hypothesis No. %(number)s"),
}
