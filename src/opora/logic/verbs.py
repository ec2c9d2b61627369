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
    "logic.draft_dropped": _("gave up the draft of the logic model %(code)s"),
    "logic.draft_taken_back": _("took the draft of the logic model %(code)s back"),
}
