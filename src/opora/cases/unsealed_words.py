"""What cases tell about people in words and keep open: read in lists, and emptied by a destruction."""

from django.utils.translation import gettext_lazy as _

from opora.families.told_words import Told

TOLD = (
    Told("cases.Closing", "summary", _("summaries of closings"), case="case"),
    Told("cases.Closing", "reopen_reason", _("reasons for opening a case again"), case="case"),
    Told("cases.StayExtension", "reason", _("reasons for longer stays"), case="stay__case"),
)
