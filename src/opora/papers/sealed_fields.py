"""What papers tell about people in words. Files are erased with their content, by the destruction itself.

The log of disclosures stays: it says whom we told, which is owed to the family and not about it.
"""

from django.utils.translation import gettext_lazy as _

from opora.families.sealed_fields import Told

TOLD = (
    Told("papers.Consent", "scope", _("wording of consents"), route="route", purpose="papers.consent"),
    Told("papers.StoredFile", "name", _("names of files"), route="route", case="case", purpose="papers.file.name"),
    Told("papers.Notice", "text", _("notices of high risk"), route="route", purpose="papers.notice"),
    Told("papers.ChildHistory", "text", _("histories of children"), route="route", purpose="papers.history", empty={}),
    Told("papers.Disclosure", "recipient", _("whom we told"), purpose="papers.recipient"),
    Told("papers.DestructionAct", "reason", _("reasons for destructions"), purpose="papers.destruction"),
    Told("papers.TermExtension", "reason", _("reasons for longer terms"), purpose="papers.extension"),
)
