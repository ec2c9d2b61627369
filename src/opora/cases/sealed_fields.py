"""What cases tell about people in words."""

from django.utils.translation import gettext_lazy as _

from opora.cases.rules.sealed import CORRECTION, FOLLOW_UP_NOTE, PLAN_AFTER, TRANSFER
from opora.families.sealed_fields import Told

TOLD = (
    Told("cases.Closing", "summary", _("summaries of closings"), case="case"),
    Told("cases.Closing", "reopen_reason", _("reasons for opening a case again"), case="case"),
    Told("cases.Closing", "plan_after", _("plans for the time after a closing"), case="case", purpose=PLAN_AFTER),
    Told("cases.FollowUpContact", "note", _("notes of follow-ups"), case="follow_up__case", purpose=FOLLOW_UP_NOTE),
    Told("cases.CaseCorrection", "reason", _("reasons for setting a case right"), case="case", purpose=CORRECTION),
    Told("cases.CaseTransfer", "reason", _("reasons for transfers"), case="case", purpose=TRANSFER),
    Told("cases.StayExtension", "reason", _("reasons for longer stays"), case="stay__case"),
)
