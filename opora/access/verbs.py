"""What the journal says about accounts and roles."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "access.signed_in": _("signed in"),
}
