"""What the journal says about circumstances: the kind alone, never what changed."""

from django.utils.translation import gettext_lazy as _

from opora.circumstances.words import KIND_LABELS

VERBS = {
    "circumstances.recorded": _("recorded what changed in the life of the family: %(what)s"),
    "circumstances.read": _("read what changes in the life of the family"),
}
CODES = {"what": KIND_LABELS}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"circumstances.read"})
