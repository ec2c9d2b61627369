"""What the journal says about assessments: numbers, codes and days only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "assessments.entry_submitted": _("filled in the entry assessment of case %(number)s on %(day)s"),
    "assessments.review_submitted": _("filled in a repeated assessment of case %(number)s on %(day)s"),
    "assessments.exit_submitted": _("filled in the exit assessment of case %(number)s on %(day)s"),
    "assessments.follow_up_submitted": _("filled in the follow-up assessment of case %(number)s on %(day)s"),
    "assessments.corrected": _("corrected the assessment of %(day)s, case %(number)s, revision %(revision)s"),
    "assessments.draft_kept": _("is filling in a form of assessment"),
    "assessments.draft_discarded": _("threw away an unfinished form of assessment"),
    "assessments.draft_passed_on": _("passed on an unfinished form of assessment: %(user)s goes on with it"),
    "assessments.approved": _("approved the assessment of %(day)s, case %(number)s"),
    "assessments.returned": _("returned the assessment of %(day)s, case %(number)s, for rework"),
    "assessments.opened": _("looked at the assessment of %(day)s, case %(number)s"),
    "assessments.imported": _("imported the total of an assessment of %(day)s, weak items: %(weak)s"),
    "assessments.import_removed": _("took back an imported total of %(day)s"),
}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"assessments.opened"})
