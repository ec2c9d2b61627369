"""What each answer of a panel means, and which parts of the report stand beside the ballot."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

HINTS = {
    "open": _("sign a contract, name who leads the case"),
    "one_off": _("without a contract and a plan"),
    "refer": _("a partner can help better"),
    "reject": _("a reason is needed"),
    "danger": _("the guardianship authority is told within a day; a reason is needed"),
    "abstain": _("counts for the quorum, not for the result"),
}

# The whole report is one tap away; beside the ballot stands what a decision rests on.
SECTIONS = (
    ("situation", pgettext_lazy("report", "What is happening")),
    ("resources", pgettext_lazy("report", "What the family can lean on")),
    ("unknowns", pgettext_lazy("report", "What we do not know")),
    ("recommendation", pgettext_lazy("report", "What the specialist proposes")),
)
