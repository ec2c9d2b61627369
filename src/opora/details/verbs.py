"""What the journal says about details: which field, never what was answered."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "details.changed": _("wrote down an answer to the own field “%(field)s”"),
    "details.read": _("read the own fields of the family"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"details.read"})
