"""What the journal says about stays: it keeps numbers, and a reader is told the names of the places."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from opora.stays.models import Shelter

VERBS = {
    "stays.shelter_added": _("added a place where families live: %(shelter)s"),
    "stays.room_added": _("added a room, beds %(beds)s: %(shelter)s"),
    "stays.bed_added": _("added a bed: %(shelter)s"),
    "stays.bed_removed": _("took a bed away: %(shelter)s"),
    "stays.bed_blocked": _("put a bed out of use from %(day)s: %(shelter)s"),
    "stays.bed_unblocked": _("put a bed into use again from %(day)s: %(shelter)s"),
    "stays.admitted": _("took the family in on %(day)s: %(shelter)s"),
    "stays.settled": _("recorded where the family lives: %(shelter)s"),
    "stays.expected": _("kept beds for the family from %(day)s: %(shelter)s"),
    "stays.called_off": _("freed the beds kept for the family: %(shelter)s"),
    "stays.extension_asked": _("asked for a longer stay of the family, until %(until)s"),
    "stays.extension_approved": _("agreed to a longer stay of the family, until %(until)s"),
    "stays.extension_refused": _("did not agree to a longer stay of the family until %(until)s"),
    "stays.moved": _("moved people of the family to other beds on %(day)s: %(shelter)s"),
    "stays.born": _("recorded a child born during the stay, from %(day)s: %(shelter)s"),
    "stays.joined": _("recorded that one more of the family lives there from %(day)s: %(shelter)s"),
    "stays.one_left": _("recorded that one of the family left on %(day)s: %(shelter)s"),
    "stays.away": _("recorded a night away from %(day)s: %(shelter)s"),
}


def _shelters(ids: Collection[int]) -> Mapping[int, str]:
    return dict(Shelter.objects.filter(pk__in=ids).values_list("pk", "name"))


NAMES = {"shelter": _shelters}
