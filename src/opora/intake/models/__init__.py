"""Tables of intake: signals, contacts, urgent help, first visits, risks and the report for the vote."""

from opora.intake.models.help import AidItem, ContactRecord, UrgentAid
from opora.intake.models.signals import Channel, Referral, SignalJoin, SignalMark
from opora.intake.models.study import AnalyticReport, Observation, RiskForm, SourceNote
from opora.intake.models.visits import Visit, VisitedChild

__all__ = [
    "AidItem",
    "AnalyticReport",
    "Channel",
    "ContactRecord",
    "Observation",
    "Referral",
    "RiskForm",
    "SignalJoin",
    "SignalMark",
    "SourceNote",
    "UrgentAid",
    "Visit",
    "VisitedChild",
]
