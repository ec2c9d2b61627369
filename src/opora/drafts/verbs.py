"""What the journal says about begun forms: numbers only, never what stands in them."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "drafts.kept": _("is filling in a form, not sent yet"),
    "drafts.given_up": _("gave up a begun form"),
    "drafts.passed_on": _("passed on a begun form: %(user)s goes on with it"),
}
