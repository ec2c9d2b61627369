"""What the journal says about cases: a sentence per verb, filled with numbers, codes and days only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "cases.opened": _("opened case %(number)s"),
    "cases.file_opened": _("looked at case file %(number)s"),
    "cases.handed_over": _("handed case %(number)s over from %(from_day)s"),
    "cases.hand_over_planned": _("planned to hand case %(number)s over from %(from_day)s"),
    "cases.hand_over_called_off": _("called off the planned hand-over of case %(number)s"),
    "cases.part_passed_on": _("gave a part in the team of case %(number)s to somebody else from %(from_day)s"),
    "cases.child_added": _("added child %(code)s to case %(number)s"),
    "cases.member_added": _("added a member to the team of case %(number)s"),
    "cases.member_left": _("ended a membership in the team of case %(number)s"),
    "cases.moved_in": _("recorded that the family of case %(number)s moved in on %(day)s"),
    "cases.stay_extended": _("extended the stay of case %(number)s until %(until)s"),
    "cases.stay_corrected": _("corrected the days of a stay of the family of case %(number)s"),
    "cases.stay_voided": _("took back a stay of the family of case %(number)s that never was"),
    "cases.moved_out": _("recorded that the family of case %(number)s moved out on %(day)s"),
    "cases.closed": _("closed case %(number)s on %(day)s"),
    "cases.corrected": _("set right what was written of case %(number)s"),
    "cases.voided": _("marked case %(number)s as opened by mistake"),
    "cases.void_taken_back": _("took back that case %(number)s was opened by mistake"),
    "cases.transferred": _("transferred case %(number)s, formerly %(was)s, to another program on %(day)s"),
    "cases.reopened": _("re-opened case %(number)s on %(day)s"),
    "cases.followed_up": _("recorded the follow-up of case %(number)s on %(day)s"),
    "cases.follow_up_tried": _("tried in vain on %(day)s to look back at the family of case %(number)s"),
    "cases.follow_up_declined": _("recorded that the family of case %(number)s declined the follow-up on %(day)s"),
    "cases.follow_up_lost": _("recorded on %(day)s that the family of case %(number)s cannot be found"),
    "cases.imported": _("imported case %(number)s from a register"),
    "cases.reimported": _("corrected case %(number)s from a register"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"cases.file_opened"})
