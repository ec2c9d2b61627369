"""What the journal says about logic models."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "logic.published": _("published the logic model %(code)s, version %(number)s"),
    "logic.draft_begun": _("began the next version of the logic model %(code)s, from version %(number)s"),
    "logic.box_changed": _("changed the box %(what)s in the draft of the logic model %(code)s"),
    "logic.box_removed": _("removed the box %(what)s from the draft of the logic model %(code)s"),
    "logic.arrow_changed": _("drew the arrow %(what)s in the draft of the logic model %(code)s"),
    "logic.arrow_removed": _("removed the arrow %(what)s from the draft of the logic model %(code)s"),
    "logic.assumption_changed": _("changed the assumption %(what)s in the draft of the logic model %(code)s"),
    "logic.assumption_removed": _("removed the assumption %(what)s from the draft of the logic model %(code)s"),
    "logic.row_changed": _("changed the row %(what)s in the draft of the logic model %(code)s"),
    "logic.row_removed": _("removed the row %(what)s from the draft of the logic model %(code)s"),
    "logic.column_changed": _("changed the column %(what)s in the draft of the logic model %(code)s"),
    "logic.column_removed": _("removed the column %(what)s from the draft of the logic model %(code)s"),
    "logic.band_changed": _("changed the band %(what)s in the draft of the logic model %(code)s"),
    "logic.band_removed": _("removed the band %(what)s from the draft of the logic model %(code)s"),
    "logic.mark_changed": _("changed the mark %(what)s in the draft of the logic model %(code)s"),
    "logic.mark_removed": _("removed the mark %(what)s from the draft of the logic model %(code)s"),
    "logic.outcome_changed": _("changed the shared outcome %(what)s in the draft of the logic model %(code)s"),
    "logic.outcome_removed": _("removed the shared outcome %(what)s from the draft of the logic model %(code)s"),
    "logic.head_changed": _("changed the title, the text or the programs in the draft of the logic model %(code)s"),
    "logic.model_begun": _("began the new logic model %(code)s"),
    "logic.model_brought": _("brought the logic model %(code)s as a file; it is a draft now"),
    "logic.draft_dropped": _("gave up the draft of the logic model %(code)s"),
    "logic.draft_taken_back": _("took the draft of the logic model %(code)s back"),
}
