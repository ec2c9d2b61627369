"""What the journal says about the life of a family: whose it was, never what it tells."""

from django.utils.translation import gettext_lazy as _

VERBS = {"life.read": _("read the life of the family")}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"life.read"})
