"""The life of a family in human words: one table of sentences for every kind of record."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from opora.circumstances.words import KIND_LABELS as CHANGES
from opora.councils.models import Ballot, Conference
from opora.families.models import Placement
from opora.goods.models import Issue
from opora.groups.models import Group, HomeworkResult
from opora.intake.models import AidItem, RiskForm, SourceNote
from opora.papers.models import LetterTemplate, Notice
from opora.partners.models import OnwardReferral
from opora.plans.models import UnforeseenEvent
from opora.results.models import Result
from opora.stays.models import DutyNote

Text = str | Promise

GROUPS: dict[str, Text] = {
    "meetings": pgettext_lazy("life", "Meetings"),
    "deeds": pgettext_lazy("life", "Deeds"),
    "letters": pgettext_lazy("life", "Letters"),
    "events": pgettext_lazy("life", "Events"),
    "path": pgettext_lazy("life", "Path"),
}
KINDS: dict[str, Text] = {
    "visit": pgettext_lazy("record sheet", "Visit"),
    "call": pgettext_lazy("record sheet", "Call"),
    "meeting": pgettext_lazy("record sheet", "Meeting"),
    "service": pgettext_lazy("record sheet", "Service"),
    "letter": pgettext_lazy("record sheet", "Letter"),
    "step": pgettext_lazy("record sheet", "Step of the family"),
    "change": pgettext_lazy("record sheet", "Change"),
    "result": pgettext_lazy("record sheet", "Result"),
    "observation": pgettext_lazy("record sheet", "Observation"),
    "event": pgettext_lazy("record sheet", "Event"),
    "assumption": pgettext_lazy("record sheet", "An assumption did not hold"),
    "aid": pgettext_lazy("record sheet", "Things given"),
    "goods": pgettext_lazy("record sheet", "From the warehouse"),
    "duty": pgettext_lazy("record sheet", "Note of the shift"),
    "incident": pgettext_lazy("record sheet", "Incident in the centre"),
    "plan_visit": pgettext_lazy("record sheet", "Plan a visit"),
}
SHIFTS: dict[str, Text] = {
    "note": pgettext_lazy("life", "Note of the shift in the centre"),
    "incident": pgettext_lazy("life", "Incident in the centre: %(weight)s"),
}
CONTACTS: dict[tuple[str, str], Text] = {
    ("phone", "mother"): pgettext_lazy("life", "Call to the mother"),
    ("phone", "father"): pgettext_lazy("life", "Call to the father"),
    ("phone", "child"): pgettext_lazy("life", "Call to a child"),
    ("phone", "relative"): pgettext_lazy("life", "Call to relatives"),
    ("phone", "organisation"): pgettext_lazy("life", "Call to an organization"),
    ("phone", "other"): pgettext_lazy("life", "Call"),
    ("in_person", "mother"): pgettext_lazy("life", "Meeting with the mother"),
    ("in_person", "father"): pgettext_lazy("life", "Meeting with the father"),
    ("in_person", "child"): pgettext_lazy("life", "Meeting with a child"),
    ("in_person", "relative"): pgettext_lazy("life", "Meeting with relatives"),
    ("in_person", "organisation"): pgettext_lazy("life", "Meeting in an organization"),
    ("in_person", "other"): pgettext_lazy("life", "Meeting"),
    ("interview", "mother"): pgettext_lazy("life", "Interview with the mother"),
    ("interview", "father"): pgettext_lazy("life", "Interview with the father"),
    ("interview", "child"): pgettext_lazy("life", "Interview with a child"),
    ("interview", "relative"): pgettext_lazy("life", "Interview with relatives"),
    ("interview", "organisation"): pgettext_lazy("life", "Interview in an organization"),
    ("interview", "other"): pgettext_lazy("life", "Interview"),
    ("messenger", "mother"): pgettext_lazy("life", "Messages with the mother"),
    ("messenger", "father"): pgettext_lazy("life", "Messages with the father"),
    ("messenger", "child"): pgettext_lazy("life", "Messages with a child"),
    ("messenger", "relative"): pgettext_lazy("life", "Messages with relatives"),
    ("messenger", "organisation"): pgettext_lazy("life", "Messages with an organization"),
    ("messenger", "other"): pgettext_lazy("life", "Messages"),
    ("letter", "mother"): pgettext_lazy("life", "Letter to the mother"),
    ("letter", "father"): pgettext_lazy("life", "Letter to the father"),
    ("letter", "child"): pgettext_lazy("life", "Letter to a child"),
    ("letter", "relative"): pgettext_lazy("life", "Letter to relatives"),
    ("letter", "organisation"): pgettext_lazy("life", "Letter to an organization"),
    ("letter", "other"): pgettext_lazy("life", "Letter"),
}
OTHER_CONTACTS: dict[str, Text] = {
    "site": pgettext_lazy("life", "Message through the website"),
    "visit_attempt": pgettext_lazy("life", "Attempt of a visit"),
}
RESULTS: dict[str, Text] = {
    "not_reached": pgettext_lazy("life", "not reached"),
    "agreed": pgettext_lazy("life", "agreed to meet"),
    "refused": pgettext_lazy("life", "refused to talk"),
}
VISITS: dict[str, Text] = {
    "held": pgettext_lazy("life", "Visit at home"),
    "planned": pgettext_lazy("life", "Visit planned"),
    "missed": pgettext_lazy("life", "Nobody was at home"),
    "cancelled": pgettext_lazy("life", "Visit cancelled"),
}
SAFETY: dict[str, Text] = {
    "concern": pgettext_lazy("life", "there are worries about the children"),
    "danger": pgettext_lazy("life", "danger for the children"),
}
SERVICES: dict[str, Text] = {
    "held": pgettext_lazy("life", "Service"),
    "no_show": pgettext_lazy("life", "Nobody came to"),
    "cancelled": pgettext_lazy("life", "Cancelled beforehand"),
}
MEETINGS: dict[str, Text] = {
    "program": pgettext_lazy("life", "At the group: %(title)s"),
    "camp": pgettext_lazy("life", "At the camp: %(title)s"),
    "culture": pgettext_lazy("life", "At the event: %(title)s"),
    "conference": pgettext_lazy("life", "Family group conference: %(title)s"),
    "network": pgettext_lazy("life", "Network meeting: %(title)s"),
    "other": pgettext_lazy("life", "At the meeting: %(title)s"),
}
MISSED: dict[str, Text] = {
    "absent": pgettext_lazy("life", "Did not come: %(title)s"),
    "excused": pgettext_lazy("life", "Could not come: %(title)s"),
}
HOMEWORK: dict[str, Text] = {
    "done": pgettext_lazy("life", "homework done"),
    "partly": pgettext_lazy("life", "homework partly done"),
    "not_done": pgettext_lazy("life", "homework not done"),
}
STEPS: dict[str, Text] = {
    "step": pgettext_lazy("life", "Step of the family"),
    "intention": pgettext_lazy("life", "The family intends"),
}
EVENTS: dict[str, Text] = {
    "illness": pgettext_lazy("life", "Illness"),
    "death": pgettext_lazy("life", "A death in the family"),
    "fire": pgettext_lazy("life", "Fire or flood at home"),
    "moved": pgettext_lazy("life", "The family moved"),
    "violence": pgettext_lazy("life", "Violence"),
    "other": pgettext_lazy("life", "Event"),
}
GOALS: dict[str, Text] = {
    "achieved": pgettext_lazy("life", "Goal achieved"),
    "not_achieved": pgettext_lazy("life", "Goal not achieved"),
    "cancelled": pgettext_lazy("life", "Goal dropped by agreement"),
}
PLANS: dict[str, Text] = {
    "agreed": pgettext_lazy("life", "Plan agreed with the family"),
    "corrected": pgettext_lazy("life", "Plan corrected"),
}
HOMES: dict[str, Text] = {
    "own_family": pgettext_lazy("life", "Home in the own family"),
    "relatives": pgettext_lazy("life", "Lives with relatives"),
    "institution": pgettext_lazy("life", "Lives in an institution"),
    "foster_family": pgettext_lazy("life", "Lives in a foster family"),
    "hospital": pgettext_lazy("life", "In hospital"),
    "other": pgettext_lazy("life", "Lives in another place"),
    "unknown": pgettext_lazy("life", "Not known where the child lives"),
}
RISKS: dict[str, Text] = {
    "": pgettext_lazy("life", "Risks looked at"),
    "low": pgettext_lazy("life", "Risks looked at: low"),
    "medium": pgettext_lazy("life", "Risks looked at: medium"),
    "high": pgettext_lazy("life", "Risks looked at: high"),
    "critical": pgettext_lazy("life", "Risks looked at: critical"),
}
ASSESSMENTS: dict[str, Text] = {
    "entry": pgettext_lazy("life", "Entry assessment"),
    "review": pgettext_lazy("life", "Repeated assessment"),
    "exit": pgettext_lazy("life", "Exit assessment"),
    "follow_up": pgettext_lazy("life", "Assessment six months later"),
}
BALLOTS: dict[str, Text] = {
    "open": pgettext_lazy("life", "The panel decided: open a case"),
    "one_off": pgettext_lazy("life", "The panel decided: help once"),
    "refer": pgettext_lazy("life", "The panel decided: refer to a partner"),
    "reject": pgettext_lazy("life", "The panel decided: decline"),
    "danger": pgettext_lazy("life", "The panel decided: danger for the children"),
    "yes": pgettext_lazy("life", "The panel decided: in favor"),
    "no": pgettext_lazy("life", "The panel decided: against"),
    "abstain": pgettext_lazy("life", "The panel came to no decision"),
    "": pgettext_lazy("life", "The panel came to no decision"),
}
CONFERENCES: dict[str, Text] = {
    "approve": pgettext_lazy("life", "The council approved the plan"),
    "return": pgettext_lazy("life", "The council returned the plan"),
}
LETTERS: dict[str, Text] = {
    "application": pgettext_lazy("life", "Application"),
    "stay": pgettext_lazy("life", "Contract of stay"),
    "support": pgettext_lazy("life", "Support contract"),
    "consent": pgettext_lazy("life", "Consent to data processing"),
}
FILES: dict[str, Text] = {
    "photo": pgettext_lazy("life", "Photograph"),
    "receipt": pgettext_lazy("life", "Receipt or other paper"),
}
OFFICIAL: dict[tuple[str, str], Text] = {
    ("out", "request"): pgettext_lazy("life", "Request"),
    ("out", "petition"): pgettext_lazy("life", "Petition"),
    ("out", "certificate"): pgettext_lazy("life", "Certificate"),
    ("out", "voucher"): pgettext_lazy("life", "Request for a kindergarten place"),
    ("out", "information"): pgettext_lazy("life", "Information for an authority"),
    ("out", "letter"): pgettext_lazy("life", "Letter to an office"),
    ("in", "request"): pgettext_lazy("life", "A request came in"),
    ("in", "information"): pgettext_lazy("life", "Information came in"),
    ("in", "answer"): pgettext_lazy("life", "The answer came"),
    ("in", "letter"): pgettext_lazy("life", "A letter came in"),
}
NOTICES: dict[str, Text] = {
    "guardianship": pgettext_lazy("life", "Notice to the guardianship authority"),
    "police": pgettext_lazy("life", "Notice to the police"),
    "other": pgettext_lazy("life", "Notice to an authority"),
}
ONWARD: dict[str, Text] = {
    "unknown": pgettext_lazy("life", "not known yet whether help came"),
    "received": pgettext_lazy("life", "help received"),
    "not_received": pgettext_lazy("life", "help not received"),
    "declined": pgettext_lazy("life", "the family declined"),
}
SOURCES: dict[str, Text] = {
    "family": pgettext_lazy("life", "Told by the family"),
    "school": pgettext_lazy("life", "Told by kindergarten or school"),
    "clinic": pgettext_lazy("life", "Told by clinic or hospital"),
    "guardianship": pgettext_lazy("life", "Told by the guardianship authority"),
    "relatives": pgettext_lazy("life", "Told by relatives"),
    "neighbours": pgettext_lazy("life", "Told by neighbors"),
    "other": pgettext_lazy("life", "Told by another source"),
}
FOLLOW_UPS: dict[str, Text] = {
    "reached": pgettext_lazy("life", "Talk after the exit"),
    "no_answer": pgettext_lazy("life", "After the exit: not reached yet"),
    "refused": pgettext_lazy("life", "After the exit: the family does not want to talk"),
    "lost": pgettext_lazy("life", "After the exit: the family cannot be found"),
}
AID: dict[str, Text] = {
    "food": pgettext_lazy("life", "food"),
    "diapers": pgettext_lazy("life", "diapers"),
    "formula": pgettext_lazy("life", "baby formula"),
    "certificate": pgettext_lazy("life", "certificate"),
    "hygiene": pgettext_lazy("life", "hygiene goods"),
    "clothes": pgettext_lazy("life", "clothes and shoes"),
    "money": pgettext_lazy("life", "money"),
    "other": pgettext_lazy("life", "something else"),
}
ISSUES: dict[str, Text] = {
    "goods": pgettext_lazy("life", "Given from the warehouse: %(things)s"),
    "certificate": pgettext_lazy("life", "Certificate for goods: %(sum)s ₽"),
    "money": pgettext_lazy("life", "Money given: %(sum)s ₽"),
    "paid": pgettext_lazy("life", "Paid for the family: %(what)s, %(sum)s ₽"),
}
OUTCOMES: dict[str, Text] = {
    "reached": pgettext_lazy("life", "Result reached: %(what)s"),
    "lost": pgettext_lazy("life", "Result lost again: %(what)s"),
    "declined": pgettext_lazy("life", "Result not confirmed: %(what)s"),
}
AMENDMENTS: dict[str, Text] = {
    "voided": pgettext_lazy("life", "Voided"),
    "corrected": pgettext_lazy("life", "Corrected"),
    "put_off": pgettext_lazy("life", "Put off"),
    "cancelled": pgettext_lazy("life", "Cancelled"),
    "missed": pgettext_lazy("life", "Nobody was at home"),
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
    "issue": (ISSUES, Issue.Kind),
    "shift": (SHIFTS, DutyNote.Kind),
    "meeting": (MEETINGS, Group.Kind),
    "homework": (HOMEWORK, HomeworkResult.State),
    "result": (OUTCOMES, Result.State),
}


def contact_title(kind: str, party: str) -> str:
    """A talk, a call or a letter, as people say it."""
    return str(OTHER_CONTACTS.get(kind) or CONTACTS.get((kind, party)) or CONTACTS[("in_person", "other")])


def home_title(kind: str, name: str) -> str:
    """Where a child lives from that day on, with its name or code."""
    home = str(HOMES.get(kind, HOMES["unknown"]))
    return pgettext("life", "%(child)s: %(home)s") % {"child": name, "home": home[:1].lower() + home[1:]}


def kind_title(kind: str) -> Text:
    """What is recorded; of a change, what it is that changes."""
    base, _dash, what = kind.partition("-")
    return CHANGES[what] if what in CHANGES else KINDS[base]
