"""The life of a family in human words: one table of sentences for every kind of record."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from opora.councils.models import Ballot, Conference
from opora.families.models import Placement
from opora.intake.models import AidItem, RiskForm, SourceNote
from opora.papers.models import LetterTemplate, Notice
from opora.partners.models import OnwardReferral
from opora.plans.models import UnforeseenEvent

L = pgettext_lazy
Text = str | Promise

GROUPS: dict[str, Text] = {
    "meetings": L("life", "Meetings"),
    "deeds": L("life", "Deeds"),
    "letters": L("life", "Letters"),
    "events": L("life", "Events"),
    "path": L("life", "Path"),
}
KINDS: dict[str, Text] = {
    "visit": L("record sheet", "Visit"),
    "call": L("record sheet", "Call"),
    "meeting": L("record sheet", "Meeting"),
    "letter": L("record sheet", "Letter"),
    "step": L("record sheet", "Step of the family"),
    "observation": L("record sheet", "Observation"),
    "event": L("record sheet", "Event"),
    "aid": L("record sheet", "Things given"),
    "plan_visit": L("record sheet", "Plan a visit"),
}
CONTACTS: dict[tuple[str, str], Text] = {
    ("phone", "mother"): L("life", "Call to the mother"),
    ("phone", "father"): L("life", "Call to the father"),
    ("phone", "child"): L("life", "Call to a child"),
    ("phone", "relative"): L("life", "Call to relatives"),
    ("phone", "organisation"): L("life", "Call to an organization"),
    ("phone", "other"): L("life", "Call"),
    ("in_person", "mother"): L("life", "Meeting with the mother"),
    ("in_person", "father"): L("life", "Meeting with the father"),
    ("in_person", "child"): L("life", "Meeting with a child"),
    ("in_person", "relative"): L("life", "Meeting with relatives"),
    ("in_person", "organisation"): L("life", "Meeting in an organization"),
    ("in_person", "other"): L("life", "Meeting"),
    ("interview", "mother"): L("life", "Interview with the mother"),
    ("interview", "father"): L("life", "Interview with the father"),
    ("interview", "child"): L("life", "Interview with a child"),
    ("interview", "relative"): L("life", "Interview with relatives"),
    ("interview", "organisation"): L("life", "Interview in an organization"),
    ("interview", "other"): L("life", "Interview"),
    ("messenger", "mother"): L("life", "Messages with the mother"),
    ("messenger", "father"): L("life", "Messages with the father"),
    ("messenger", "child"): L("life", "Messages with a child"),
    ("messenger", "relative"): L("life", "Messages with relatives"),
    ("messenger", "organisation"): L("life", "Messages with an organization"),
    ("messenger", "other"): L("life", "Messages"),
    ("letter", "mother"): L("life", "Letter to the mother"),
    ("letter", "father"): L("life", "Letter to the father"),
    ("letter", "child"): L("life", "Letter to a child"),
    ("letter", "relative"): L("life", "Letter to relatives"),
    ("letter", "organisation"): L("life", "Letter to an organization"),
    ("letter", "other"): L("life", "Letter"),
}
OTHER_CONTACTS: dict[str, Text] = {
    "site": L("life", "Message through the website"),
    "visit_attempt": L("life", "Attempt of a visit"),
}
RESULTS: dict[str, Text] = {
    "not_reached": L("life", "not reached"),
    "agreed": L("life", "agreed to meet"),
    "refused": L("life", "refused to talk"),
}
VISITS: dict[str, Text] = {
    "held": L("life", "Visit at home"),
    "planned": L("life", "Visit planned"),
    "missed": L("life", "Nobody was at home"),
    "cancelled": L("life", "Visit cancelled"),
}
SAFETY: dict[str, Text] = {
    "concern": L("life", "there are worries about the children"),
    "danger": L("life", "danger for the children"),
}
STEPS: dict[str, Text] = {
    "step": L("life", "Step of the family"),
    "intention": L("life", "The family intends"),
}
EVENTS: dict[str, Text] = {
    "illness": L("life", "Illness"),
    "death": L("life", "A death in the family"),
    "fire": L("life", "Fire or flood at home"),
    "moved": L("life", "The family moved"),
    "violence": L("life", "Violence"),
    "other": L("life", "Event"),
}
GOALS: dict[str, Text] = {
    "achieved": L("life", "Goal achieved"),
    "not_achieved": L("life", "Goal not achieved"),
    "cancelled": L("life", "Goal dropped by agreement"),
}
PLANS: dict[str, Text] = {
    "agreed": L("life", "Plan agreed with the family"),
    "corrected": L("life", "Plan corrected"),
}
HOMES: dict[str, Text] = {
    "own_family": L("life", "Home in the own family"),
    "relatives": L("life", "Lives with relatives"),
    "institution": L("life", "Lives in an institution"),
    "foster_family": L("life", "Lives in a foster family"),
    "hospital": L("life", "In hospital"),
    "other": L("life", "Lives in another place"),
    "unknown": L("life", "Not known where the child lives"),
}
RISKS: dict[str, Text] = {
    "": L("life", "Risks looked at"),
    "low": L("life", "Risks looked at: low"),
    "medium": L("life", "Risks looked at: medium"),
    "high": L("life", "Risks looked at: high"),
    "critical": L("life", "Risks looked at: critical"),
}
ASSESSMENTS: dict[str, Text] = {
    "entry": L("life", "Entry assessment"),
    "review": L("life", "Repeated assessment"),
    "exit": L("life", "Exit assessment"),
    "follow_up": L("life", "Assessment six months later"),
}
BALLOTS: dict[str, Text] = {
    "open": L("life", "The panel decided: open a case"),
    "one_off": L("life", "The panel decided: help once"),
    "refer": L("life", "The panel decided: refer to a partner"),
    "reject": L("life", "The panel decided: decline"),
    "danger": L("life", "The panel decided: danger for the children"),
    "yes": L("life", "The panel decided: in favor"),
    "no": L("life", "The panel decided: against"),
    "abstain": L("life", "The panel came to no decision"),
    "": L("life", "The panel came to no decision"),
}
CONFERENCES: dict[str, Text] = {
    "approve": L("life", "The council approved the plan"),
    "return": L("life", "The council returned the plan"),
}
LETTERS: dict[str, Text] = {
    "application": L("life", "Application"),
    "stay": L("life", "Contract of stay"),
    "support": L("life", "Support contract"),
    "consent": L("life", "Consent to data processing"),
}
NOTICES: dict[str, Text] = {
    "guardianship": L("life", "Notice to the guardianship authority"),
    "police": L("life", "Notice to the police"),
    "other": L("life", "Notice to an authority"),
}
ONWARD: dict[str, Text] = {
    "unknown": L("life", "not known yet whether help came"),
    "received": L("life", "help received"),
    "not_received": L("life", "help not received"),
    "declined": L("life", "the family declined"),
}
SOURCES: dict[str, Text] = {
    "family": L("life", "Told by the family"),
    "school": L("life", "Told by kindergarten or school"),
    "clinic": L("life", "Told by clinic or hospital"),
    "guardianship": L("life", "Told by the guardianship authority"),
    "relatives": L("life", "Told by relatives"),
    "neighbours": L("life", "Told by neighbors"),
    "other": L("life", "Told by another source"),
}
FOLLOW_UPS: dict[str, Text] = {
    "reached": L("life", "Talk after the exit"),
    "no_answer": L("life", "After the exit: not reached yet"),
    "refused": L("life", "After the exit: the family does not want to talk"),
    "lost": L("life", "After the exit: the family cannot be found"),
}
AID: dict[str, Text] = {
    "food": L("life", "food"),
    "diapers": L("life", "diapers"),
    "formula": L("life", "baby formula"),
    "certificate": L("life", "certificate"),
    "hygiene": L("life", "hygiene goods"),
    "clothes": L("life", "clothes and shoes"),
    "money": L("life", "money"),
    "other": L("life", "something else"),
}
AMENDMENTS: dict[str, Text] = {
    "voided": L("life", "Voided"),
    "corrected": L("life", "Corrected"),
    "put_off": L("life", "Put off"),
    "cancelled": L("life", "Cancelled"),
    "missed": L("life", "Nobody was at home"),
}
# Every code a table must have a sentence for; the tests hold them together.
CODES: dict[str, tuple[Mapping[Any, Text], Any]] = {
    "event": (EVENTS, UnforeseenEvent.Kind),
    "placement": (HOMES, Placement.Kind),
    "risk": (RISKS, RiskForm.Level),
    "ballot": (BALLOTS, Ballot.Choice),
    "conference": (CONFERENCES, Conference.Decision),
    "letter": (LETTERS, LetterTemplate.Kind),
    "notice": (NOTICES, Notice.Addressee),
    "onward": (ONWARD, OnwardReferral.Outcome),
    "source": (SOURCES, SourceNote.Kind),
    "aid": (AID, AidItem.Kind),
}


def contact_title(kind: str, party: str) -> str:
    """A talk, a call or a letter, as people say it."""
    return str(OTHER_CONTACTS.get(kind) or CONTACTS.get((kind, party)) or CONTACTS[("in_person", "other")])


def home_title(kind: str, name: str) -> str:
    """Where a child lives from that day on, with its name or code."""
    home = str(HOMES.get(kind, HOMES["unknown"]))
    return pgettext("life", "%(child)s: %(home)s") % {"child": name, "home": home[:1].lower() + home[1:]}
