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
    "stays.exit_agreed": _("agreed that the family leaves on %(day)s: %(shelter)s"),
    "stays.issue_added": _("wrote down what is to be settled before the family leaves: %(shelter)s"),
    "stays.issue_settled": _("recorded that something was settled before the family leaves: %(shelter)s"),
    "stays.issue_reopened": _("recorded that something is still to be settled before the family leaves: %(shelter)s"),
    "stays.readiness_noted": _("recorded how the family is prepared for leaving: %(shelter)s"),
    "stays.departed": _("recorded that the family left on %(day)s, and where to: %(shelter)s"),
    "stays.duty_noted": _("wrote a note of the shift on %(day)s: %(shelter)s"),
    "stays.duty_corrected": _("corrected a note of the shift on %(day)s: %(shelter)s"),
    "stays.duty_voided": _("voided a note of the shift on %(day)s: %(shelter)s"),
    "stays.duty_read": _("read the notes of shifts: %(shelter)s"),
    "stays.incident": _("recorded an incident on %(day)s: %(shelter)s"),
    "stays.shift_handed_over": _("handed the shift over on %(day)s: %(shelter)s"),
    "stays.shift_taken_over": _("took the shift over on %(day)s: %(shelter)s"),
    "stays.routine_written": _("wrote the daily routine of the family: %(shelter)s"),
    "stays.routine_marked": _("marked how the routine was kept on %(day)s: %(shelter)s"),
    "stays.skill_planned": _("planned a skill to learn: %(shelter)s"),
    "stays.skills_rated": _("rated household skills on %(day)s: %(shelter)s"),
    "stays.wait_began": _("recorded that the family waits for a place from %(day)s on"),
    "stays.wait_changed": _("changed how the family waits for a place"),
    "stays.wait_over": _("recorded that the family waits for a place no more, from %(day)s on"),
    "stays.away": _("recorded a night away from %(day)s: %(shelter)s"),
}


def _shelters(ids: Collection[int]) -> Mapping[int, str]:
    return dict(Shelter.objects.filter(pk__in=ids).values_list("pk", "name"))


NAMES = {"shelter": _shelters}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"stays.duty_read"})
