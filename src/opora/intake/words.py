"""The words of intake: channels, risks and resources, as people say them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SITE = "site"
CHANNELS = {
    "phone": pgettext_lazy("channel", "telephone"),
    "messenger": pgettext_lazy("channel", "messenger"),
    "social": pgettext_lazy("channel", "social network"),
    SITE: pgettext_lazy("channel", "form on the website"),
    "in_person": pgettext_lazy("channel", "came in person"),
    "letter": pgettext_lazy("channel", "letter of an organization"),
    "other": pgettext_lazy("channel", "another way"),
}
RISKS = {
    "no_housing": pgettext_lazy("risk", "No home"),
    "violence": pgettext_lazy("risk", "Violence"),
    "addiction": pgettext_lazy("risk", "Addiction"),
    "mental_illness": pgettext_lazy("risk", "Mental illness without treatment"),
    "no_supervision": pgettext_lazy("risk", "Children without supervision"),
    "infant": pgettext_lazy("risk", "A baby under one year"),
    "disability": pgettext_lazy("risk", "A child's disability"),
    "removals": pgettext_lazy("risk", "Children were removed before"),
    "isolation": pgettext_lazy("risk", "Isolation, nobody to turn to"),
    "debts_hunger": pgettext_lazy("risk", "Debts, not enough food"),
    "abandonment": pgettext_lazy("risk", "Intention to give the child up"),
    "hiding": pgettext_lazy("risk", "The family hides or cannot be reached"),
}
RESOURCES = {
    "relative": pgettext_lazy("resource", "A relative who helps"),
    "income": pgettext_lazy("resource", "Income"),
    "housing": pgettext_lazy("resource", "Home"),
    "education": pgettext_lazy("resource", "Education"),
    "motivation": pgettext_lazy("resource", "Wish to change things"),
    "health": pgettext_lazy("resource", "Health"),
    "parenting": pgettext_lazy("resource", "Experience of parenting"),
    "community": pgettext_lazy("resource", "Support of the community"),
}
LEVELS = {
    "": pgettext_lazy("risk", "not assessed"),
    "none": pgettext_lazy("risk", "no"),
    "yes": pgettext_lazy("risk", "yes"),
    "low": pgettext_lazy("risk", "low"),
    "medium": pgettext_lazy("risk", "medium"),
    "high": pgettext_lazy("risk", "high"),
    "critical": pgettext_lazy("risk", "critical"),
}
STRENGTHS = {
    "": pgettext_lazy("resource", "not assessed"),
    "no": pgettext_lazy("resource", "no"),
    "partly": pgettext_lazy("resource", "in part"),
    "yes": pgettext_lazy("resource", "yes"),
}
REPORT = {
    "situation": _("What happened"),
    "sources": _("Where we know it from"),
    "family": _("The family by codes"),
    "risks": _("Risks"),
    "resources": _("Resources"),
    "needs": _("Needs"),
    "voice": _("What the child says"),
    "unknowns": _("What we do not know"),
    "options": _("What could be done"),
    "recommendation": _("What we recommend"),
}
"""The sections of the analytic report, as the panel reads them."""


def path_by_number(route_id: int, signal: int | None) -> str:
    """A path as people know it while nobody has named its family: by its signal, where one began it, else by its own
    number.
    """
    if signal is not None:
        return _("Signal No. %(n)s") % {"n": signal}
    return _("Path %(n)s") % {"n": route_id}
