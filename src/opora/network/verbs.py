"""What the journal says about the people around: numbers and days only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "network.read": _("looked at the people around the family"),
    "network.member_kept": _("wrote down somebody around the family"),
    "network.member_gone": _("took somebody off the people around the family"),
    "network.kin_kept": _("wrote down who is whose relative"),
    "network.kin_gone": _("took back who is whose relative"),
    "network.tie_set": _("changed the social map of %(day)s"),
    "network.map_confirmed": _("confirmed the social map of %(day)s with the parent"),
    "network.need_kept": _("wrote down what the family needs and who outside helps with it"),
    "network.mediated": _("recorded a talk with somebody around the family on %(day)s"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"network.read"})
