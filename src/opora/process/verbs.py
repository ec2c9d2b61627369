"""What the journal says about paths: ids, stages and days only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "process.published": _("published process %(code)s, version %(number)s"),
    "process.begun": _("began path %(route)s at stage %(stage)s"),
    "process.stepped": _("took step “%(action)s” on path %(route)s: from %(from_stage)s to %(to_stage)s"),
    "process.overridden": _("moved path %(route)s outside the process: from %(from_stage)s to %(to_stage)s"),
    "process.followed": _("led path %(route)s after its case: from %(from_stage)s to %(to_stage)s"),
    "process.paper_filed": _("filed paper “%(kind)s” on path %(route)s"),
    "process.paper_withdrawn": _("withdrew paper “%(kind)s” from path %(route)s"),
    "process.facts_recorded": _("recorded the facts for the criteria of path %(route)s"),
    "process.assigned": _("changed who answers for path %(route)s"),
    "process.invited": _("invited a colleague to path %(route)s"),
    "process.invitation_ended": _("ended the invitation of a colleague to path %(route)s"),
    "process.family_named": _("named the family of path %(route)s"),
    "process.handed": _("handed path %(route)s to program %(program)s"),
    "process.carried": _(
        "carried path %(route)s to version %(number)s of its process: from %(from_stage)s to %(to_stage)s"
    ),
    "process.palliative_set": _("marked path %(route)s as social palliative"),
    "process.palliative_ended": _("marked path %(route)s as no longer social palliative"),
    "process.looked": _("looked at path %(route)s"),
}
