"""What the journal says about paths: ids, stages and days only."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.process.models import Route

VERBS = {
    # Written until processes got a room of their own; such lines stay readable.
    "process.published": _("published process %(code)s, version %(number)s"),
    "process.begun": _("began path %(route)s at stage %(stage)s"),
    "process.stepped": _("took step “%(action)s” on path %(route)s: from %(from_stage)s to %(to_stage)s"),
    "process.step_taken_back": _("took back step “%(action)s” on path %(route)s: it stands at %(to_stage)s again"),
    "process.overridden": _("moved path %(route)s outside the process: from %(from_stage)s to %(to_stage)s"),
    "process.followed": _("led path %(route)s after its case: from %(from_stage)s to %(to_stage)s"),
    "process.paper_filed": _("filed paper “%(kind)s” on path %(route)s"),
    "process.paper_withdrawn": _("withdrew paper “%(kind)s” from path %(route)s"),
    "process.facts_recorded": _("recorded the facts for the criteria of path %(route)s"),
    "process.assigned": _("changed who answers for path %(route)s"),
    "process.invited": _("invited a colleague to path %(route)s: %(user)s"),
    "process.invitation_ended": _("ended the invitation of a colleague to path %(route)s: %(user)s"),
    "process.family_unnamed": _("took the family of path %(route)s back, as named by mistake"),
    "process.family_named": _("named the family of path %(route)s"),
    "process.handed": _("handed path %(route)s to program “%(program)s”"),
    "process.carried": _(
        "carried path %(route)s to version %(number)s of its process: from %(from_stage)s to %(to_stage)s"
    ),
    "process.palliative_set": _("marked path %(route)s as social palliative"),
    "process.palliative_ended": _("marked path %(route)s as no longer social palliative"),
    "process.record_voided": _("voided a record: %(what)s"),
    "process.record_corrected": _("corrected a record: %(what)s"),
    "process.record_put_off": _("put off: %(what)s"),
    "process.record_cancelled": _("cancelled: %(what)s"),
    "process.record_missed": _("recorded that it did not happen: %(what)s"),
    "process.route_voided": _("marked path No. %(route)s as begun by mistake"),
    "process.void_taken_back": _("took back that path No. %(route)s was begun by mistake"),
    "process.looked": _("looked at path %(route)s"),
}
CODES = {
    "what": {
        "visit": pgettext_lazy("record", "visit"),
        "contact": pgettext_lazy("record", "contact"),
        "aid": pgettext_lazy("record", "act of help"),
        "source": pgettext_lazy("record", "information from a source"),
        "risk": pgettext_lazy("record", "form of risks and resources"),
        "ballot": pgettext_lazy("record", "vote of a panel"),
        "observation": pgettext_lazy("record", "observation"),
        "step": pgettext_lazy("record", "step of the family"),
        "event": pgettext_lazy("record", "event"),
        "letter": pgettext_lazy("record", "paper by a template"),
        "consent": pgettext_lazy("record", "consent"),
        "file": pgettext_lazy("record", "copy of a paper"),
        "service": pgettext_lazy("record", "service given"),
        "planned_service": pgettext_lazy("record", "planned service"),
        "change": pgettext_lazy("record", "change in the life of the family"),
        "result": pgettext_lazy("record", "result of the family"),
        "assumption": pgettext_lazy("record", "assumption that did not hold"),
        "network": pgettext_lazy("record", "record about the people around the family"),
        "waiting": pgettext_lazy("record", "waiting for a place"),
        "admission": pgettext_lazy("record", "admission to a centre"),
        "stay": pgettext_lazy("record", "stay in a centre"),
        "night_away": pgettext_lazy("record", "night away"),
        "extension": pgettext_lazy("record", "longer stay"),
        "departure": pgettext_lazy("record", "leaving of a centre"),
        "exit_day": pgettext_lazy("record", "agreed day of leaving"),
        "exit_issue": pgettext_lazy("record", "question to settle before leaving"),
        "readiness": pgettext_lazy("record", "preparation for leaving"),
        "routine": pgettext_lazy("record", "daily routine"),
        "routine_mark": pgettext_lazy("record", "mark of the routine"),
        "skill": pgettext_lazy("record", "skill to learn"),
        "skill_level": pgettext_lazy("record", "how a skill is mastered"),
        "duty_note": pgettext_lazy("record", "note of a shift"),
        "guest": pgettext_lazy("record", "guest of a meeting"),
        "agreement": pgettext_lazy("record", "what was agreed at a meeting"),
        "official_letter": pgettext_lazy("record", "letter to or from an office"),
    }
}


def _paths(ids: Collection[int]) -> Mapping[int, str]:
    """A path by the number of its case, as its pages are called; one that has none by its own."""
    numbers = Route.every.filter(pk__in=ids).values_list("pk", "case__number")
    return {pk: number or str(pk) for pk, number in numbers}


# Who stands behind the numbers in the entries' data.
NAMES = {"route": _paths}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"process.looked"})
