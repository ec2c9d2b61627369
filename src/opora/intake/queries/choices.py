"""What the forms of intake offer to choose from; the codes and their words stand at the tables."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.choices import all_but, offered
from opora.intake.models import AidItem, ContactRecord, Referral, RiskForm, SourceNote, Visit, VisitedChild

CONTACT_KINDS = offered(
    ContactRecord.Kind.PHONE,
    ContactRecord.Kind.IN_PERSON,
    ContactRecord.Kind.INTERVIEW,
    ContactRecord.Kind.SITE,
    ContactRecord.Kind.MESSENGER,
    ContactRecord.Kind.VISIT_ATTEMPT,
)
PARTIES = offered(*ContactRecord.Party)
RESULTS = offered(
    ContactRecord.Result.REACHED,
    ContactRecord.Result.AGREED,
    ContactRecord.Result.NOT_REACHED,
    ContactRecord.Result.REFUSED,
)
TOPICS = offered(*ContactRecord.Topic)
NOTE_SOURCES = offered(*SourceNote.Kind)
GROUNDS = offered(*SourceNote.Basis)
SOURCES = all_but(Referral.Source, Referral.Source.UNKNOWN)
URGENCIES = offered(*Referral.Urgency)
# Beside the question "are they in danger" the answer is short.
CHILD_RISKS = (
    *offered(Referral.Risk.UNKNOWN, Referral.Risk.NO),
    (Referral.Risk.YES.value, pgettext_lazy("children", "Yes")),
)
SAFETY = offered(Visit.Safety.SAFE, Visit.Safety.CONCERN, Visit.Safety.DANGER, Visit.Safety.UNKNOWN)
CONDITIONS = offered(*VisitedChild.Condition)
LEVELS = offered(*RiskForm.Level)

_SETS, _PACKS = pgettext_lazy("unit of aid", "sets"), pgettext_lazy("unit of aid", "packs")
_PIECES, _RUBLES = pgettext_lazy("unit of aid", "pieces"), pgettext_lazy("unit of aid", "rubles")
_UNITS = {
    AidItem.Kind.FOOD: _SETS,
    AidItem.Kind.DIAPERS: _PACKS,
    AidItem.Kind.FORMULA: _PACKS,
    AidItem.Kind.CERTIFICATE: _RUBLES,
    AidItem.Kind.HYGIENE: _SETS,
    AidItem.Kind.CLOTHES: _PIECES,
    AidItem.Kind.MONEY: _RUBLES,
    AidItem.Kind.OTHER: _PIECES,
}
AID = tuple((code, format_lazy("{}, {}", words, _UNITS[AidItem.Kind(code)])) for code, words in offered(*AidItem.Kind))

# The form on the website asks a stranger, in words of its own.
PUBLIC_URGENCIES = (
    (Referral.Urgency.TODAY.value, _("Help is needed today")),
    (Referral.Urgency.DAYS.value, _("In the next days")),
    (Referral.Urgency.CALM.value, _("It can wait a little")),
)
PUBLIC_SOURCES = (
    (Referral.Source.SELF.value, _("For myself and my children")),
    (Referral.Source.NEIGHBOUR.value, _("For somebody else")),
)
