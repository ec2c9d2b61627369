"""What the journal says about processes."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "pathways.published": _("published process %(code)s, version %(number)s"),
}
