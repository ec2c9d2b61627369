"""What the journal says about instruments."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "instruments.version_published": _("published assessment form %(code)s, version %(version)s"),
    "instruments.draft_begun": _("began the next version of the assessment form %(code)s, from version %(number)s"),
    "instruments.form_begun": _("began the new assessment form %(code)s"),
    "instruments.form_brought": _("brought the assessment form %(code)s from a file as a draft"),
    "instruments.head_changed": _("changed the head of the draft of the assessment form %(code)s"),
    "instruments.scale_changed": _("changed the answers in the draft of the assessment form %(code)s"),
    "instruments.section_changed": _("changed section %(what)s in the draft of the assessment form %(code)s"),
    "instruments.section_removed": _("removed section %(what)s from the draft of the assessment form %(code)s"),
    "instruments.item_changed": _("changed item %(what)s in the draft of the assessment form %(code)s"),
    "instruments.item_removed": _("removed item %(what)s from the draft of the assessment form %(code)s"),
    "instruments.draft_dropped": _("gave up the draft of the assessment form %(code)s"),
    "instruments.draft_taken_back": _("took the draft of the assessment form %(code)s back"),
}
