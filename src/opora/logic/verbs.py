"""What the journal says about logic models."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "logic.published": _("published the logic model %(code)s, version %(number)s"),
}
