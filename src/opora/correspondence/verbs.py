"""What the journal says about letters, agreements and meetings: numbers, codes and days only."""

from django.utils.translation import gettext_lazy as _

from opora.correspondence.models import OfficialLetter

VERBS = {
    "correspondence.prepared": _("prepared a letter to an office"),
    "correspondence.changed": _("changed a letter that was being prepared"),
    "correspondence.cases_kept": _("corrected the cases of a name in a letter"),
    "correspondence.registered": _("gave letter %(number)s its number"),
    "correspondence.approved": _("approved letter %(number)s"),
    "correspondence.sent": _("recorded that letter %(number)s was sent"),
    "correspondence.answered": _("recorded the answer to letter %(number)s: %(result)s"),
    "correspondence.replied": _("recorded that letter in %(number)s was answered"),
    "correspondence.came": _("recorded letter in %(number)s"),
    "correspondence.corrected": _("corrected letter %(number)s"),
    "correspondence.voided": _("voided a letter"),
    "correspondence.read": _("read a letter to or from an office"),
    "correspondence.produced": _("printed document %(document)s"),
    "correspondence.log_read": _("read to whom what was told about the family"),
    "correspondence.agreement_kept": _("kept an agreement with a partner: %(partner)s"),
    "correspondence.agreement_ended": _("ended an agreement with a partner: %(partner)s"),
    "correspondence.agreement_voided": _("voided an agreement with a partner: %(partner)s"),
    "correspondence.meeting_kept": _("kept a joint meeting"),
    "correspondence.meeting_read": _("read the record of a joint meeting"),
    "correspondence.meeting_voided": _("voided a joint meeting"),
}
CODES = {"result": dict(OfficialLetter.Result.choices)}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"correspondence.log_read", "correspondence.meeting_read", "correspondence.read"})
