"""What the journal says about families and the people in them: codes and days, never a name."""

from django.utils.translation import gettext_lazy as _

from opora.families.words import KIND_LABELS, ROLE_LABELS

VERBS = {
    "families.created": _("registered a family"),
    "families.registered": _("registered the family of %(code)s by codes, children: %(children)s"),
    "families.person_added": _("added %(code)s to the family, role: %(family_role)s"),
    "families.identity_opened": _("opened the identity of %(code)s"),
    "families.recognized": _("was told that %(code)s may be the person being entered"),
    "families.identity_changed": _("changed the identity of %(code)s"),
    "families.identity_destroyed": _("destroyed the identity of %(code)s for good"),
    "families.merged": _("brought the record %(other)s together with %(code)s: one person"),
    "families.merge_undone": _("took the records %(code)s and %(other)s apart again"),
    "families.families_merged": _("brought two families together: one family"),
    "families.families_parted": _("took two families apart again"),
    "families.keys_renewed": _("renewed the installation's key, identities sealed anew: %(people)s"),
    "families.role_given": _("recorded a role of %(code)s in the family: %(family_role)s"),
    "families.role_ended": _("ended a role of %(code)s in the family: %(family_role)s"),
    "families.member_moved": _("recorded that %(code)s left the family"),
    "families.member_died": _("recorded that %(code)s died"),
    "families.member_unborn": _("recorded that the child %(code)s was not born"),
    "families.member_mistaken": _("took %(code)s out of the family: entered by mistake"),
    "families.member_returned": _("put %(code)s back into the family: it had been taken out by mistake"),
    "families.child_born": _("recorded that the child %(code)s was born"),
    "families.grown_up": _("recorded that %(code)s grew up and has a family of the own"),
    "families.placement_recorded": _("recorded where %(code)s lives from %(day)s: %(placement)s"),
    "families.placement_corrected": _("corrected where %(code)s lives from %(day)s: %(placement)s"),
    "families.placement_withdrawn": _("withdrew the entry on where %(code)s lives from %(day)s"),
}

# The words people say for the codes in the entries' data, by the name of the datum.
CODES = {
    "family_role": ROLE_LABELS,
    "placement": KIND_LABELS,
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"families.identity_opened"})
