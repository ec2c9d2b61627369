"""What signals and the study of a family tell about people in words; kinds, days and levels are figures and stay."""

from django.utils.translation import gettext_lazy as _

from opora.families.sealed_fields import Told

TOLD = (
    Told("intake.Referral", "told", _("stories and contacts of signals"), route="route", purpose="intake.referral"),
    Told("intake.SignalMark", "tokens", _("search marks of signals"), route="referral__route", whole=True),
    Told(
        "intake.ContactRecord",
        "notes",
        _("notes of contacts"),
        route="route",
        case="case",
        purpose="intake.contact",
    ),
    Told(
        "intake.ContactRecord", "whom", _("whom contacts were with"), route="route", case="case", purpose="intake.whom"
    ),
    Told(
        "intake.UrgentAid",
        "remark",
        _("remarks on urgent help"),
        route="route",
        case="case",
        purpose="intake.aid",
    ),
    Told(
        "intake.Visit",
        "report",
        _("reports of visits"),
        route="route",
        case="case",
        purpose="intake.visit",
    ),
    Told("intake.RiskForm", "needs", _("needs in forms of risks"), route="route", purpose="intake.needs"),
    Told("intake.AnalyticReport", "text", _("analytic reports"), route="route", purpose="intake.report", empty={}),
    Told(
        "intake.SourceNote",
        "told",
        _("information from sources"),
        route="route",
        case="case",
        purpose="intake.source",
        empty={},
    ),
    Told(
        "intake.Observation",
        "text",
        _("observations"),
        route="route",
        case="case",
        purpose="intake.observation",
        empty="",
    ),
)
