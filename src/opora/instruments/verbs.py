"""What the journal says about instruments."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "instruments.version_published": _("published assessment form %(code)s, version %(version)s"),
}
