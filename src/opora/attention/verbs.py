"""What the journal says about attention: numbers and days, never why."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "attention.put_aside": _("put the family aside from those who need a look, until %(until)s"),
    "attention.taken_back": _("took the family back among those who may need a look"),
    "attention.rules_kept": _("set by which signs a family needs a look"),
}
