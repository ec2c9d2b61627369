"""Reading signals and what followed them: always for somebody, by the rules of the path."""

from opora.intake.queries.channels import channel_words, channels, has_channel
from opora.intake.queries.contact_log import ContactFilters, ContactLine, contact_log
from opora.intake.queries.known import AlikeSignal, KnownMatch, alike_signals, known_families
from opora.intake.queries.missed import missed_in_a_row
from opora.intake.queries.queue import QueueFilters, QueuePage, SignalRow, list_signals
from opora.intake.queries.records import (
    aid_of,
    children_for,
    children_seen,
    codes_of,
    contacts_of,
    get_aid,
    get_contact,
    get_observation,
    get_report,
    get_risk_form,
    get_source,
    get_visit,
    has_consent,
    items_of,
    latest_report,
    reports_of,
    risk_forms_of,
    sources_of,
    visit_in_sight,
    visits_of,
)
from opora.intake.queries.referrals import get_referral, referral_of_route, route_of_signal, signals_of_routes
from opora.intake.queries.screening import Criterion, criteria_of
from opora.intake.queries.targets import public_target, targets, usual_way

__all__ = [
    "AlikeSignal",
    "ContactFilters",
    "ContactLine",
    "Criterion",
    "KnownMatch",
    "QueueFilters",
    "QueuePage",
    "SignalRow",
    "aid_of",
    "alike_signals",
    "channel_words",
    "channels",
    "children_for",
    "children_seen",
    "codes_of",
    "contact_log",
    "contacts_of",
    "criteria_of",
    "get_aid",
    "get_contact",
    "get_observation",
    "get_referral",
    "get_report",
    "get_risk_form",
    "get_source",
    "get_visit",
    "has_channel",
    "has_consent",
    "items_of",
    "known_families",
    "latest_report",
    "list_signals",
    "missed_in_a_row",
    "public_target",
    "referral_of_route",
    "reports_of",
    "risk_forms_of",
    "route_of_signal",
    "signals_of_routes",
    "sources_of",
    "targets",
    "usual_way",
    "visit_in_sight",
    "visits_of",
]
