"""What the journal says about the chain."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "chain.families_read": _("looked at the families behind the arrow %(arrow)s of the model %(model)s"),
    "chain.box_read": _("looked at the cases behind the box %(box)s of the model %(model)s"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"chain.families_read", "chain.box_read"})
