"""What the journal says about catalogues."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "catalogue.published": _("published the catalogue of services %(code)s, version %(number)s"),
}
