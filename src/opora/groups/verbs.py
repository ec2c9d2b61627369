"""What the journal says about groups: numbers, days and titles only."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from opora.groups.models import Group

VERBS = {
    "groups.added": _("began a group or an event: %(group)s"),
    "groups.changed": _("changed a group or an event: %(group)s"),
    "groups.planned": _("planned meetings, %(times)s: %(group)s"),
    "groups.session_changed": _("changed the meeting of %(day)s: %(group)s"),
    "groups.session_removed": _("took the meeting of %(day)s off the plan: %(group)s"),
    "groups.joined": _("put people of the family on the list, %(people)s: %(group)s"),
    "groups.left": _("recorded that somebody left on %(day)s: %(group)s"),
    "groups.marked": _("marked who came on %(day)s: %(group)s"),
    "groups.guest": _("recorded a guest of the meeting of %(day)s: %(group)s"),
    "groups.agreed": _("recorded what was agreed at the meeting of %(day)s: %(group)s"),
    "groups.made_task": _("made a task of the plan of what was agreed: %(group)s"),
    "groups.led_by": _("gave a group to somebody else: %(group)s, %(user)s"),
    "groups.removed": _("took away a group made by mistake: %(title)s"),
    "groups.voided": _("voided a group or an event: %(group)s"),
    "groups.read": _("looked at a group: %(group)s"),
    "groups.family_read": _("looked at the groups and events of a family"),
}


def _groups(ids: Collection[int]) -> Mapping[int, str]:
    return dict(Group.every.filter(pk__in=ids).values_list("pk", "title"))


NAMES = {"group": _groups}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"groups.family_read", "groups.read"})
