"""The words of a logic model for people: columns, marks, arrows, evidence, kinds of records."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opora.logic import rules
from opora.logic.rules import EVIDENCE_KINDS, MEANINGS, Evidence

Word = str | Promise

LEVEL_KINDS: Mapping[str, Word] = {
    "resource": pgettext_lazy("level", "resource"),
    "participant": pgettext_lazy("level", "participants"),
    "goal": pgettext_lazy("level", "goal"),
    "objective": pgettext_lazy("level", "task"),
    "direction": pgettext_lazy("level", "direction of help"),
    "activity": pgettext_lazy("level", "activity"),
    "service": pgettext_lazy("level", "service"),
    "document": pgettext_lazy("level", "document"),
    "link": pgettext_lazy("level", "link to another model"),
    "exit": pgettext_lazy("level", "exit"),
    "output": pgettext_lazy("level", "output"),
    "interim_output": pgettext_lazy("level", "intermediate output"),
    "final_output": pgettext_lazy("level", "final output"),
    "short": pgettext_lazy("level", "short-term result"),
    "mid": pgettext_lazy("level", "medium-term result"),
    "long": pgettext_lazy("level", "long-term result"),
    "social": pgettext_lazy("level", "social result"),
    "effect": pgettext_lazy("level", "social effect"),
}
MARKS: Mapping[str, Word] = {
    "assumed": pgettext_lazy("mark", "assumed"),
    "reconstructed": pgettext_lazy("mark", "reconstructed"),
    "cut": pgettext_lazy("mark", "breaks off in the source"),
}
MEANING_WORDS: Mapping[str, Word] = {
    "leads": pgettext_lazy("arrow", "leads to"),
    "contributes": pgettext_lazy("arrow", "contributes to"),
    "feedback": pgettext_lazy("arrow", "comes back and strengthens"),
    "enables": pgettext_lazy("arrow", "makes possible"),
}
EVIDENCE_WORDS: Mapping[str, Word] = {
    "computed": pgettext_lazy("evidence", "computed from records"),
    "rated": pgettext_lazy("evidence", "rated by a person"),
    "document": pgettext_lazy("evidence", "shown by a document"),
    "external": pgettext_lazy("evidence", "known from an outside source"),
    "not_yet": pgettext_lazy("evidence", "nothing shows it yet"),
}
ABOUT: Mapping[str, Word] = {
    "child": pgettext_lazy("about whom", "the child"),
    "parent": pgettext_lazy("about whom", "the parent"),
    "family": pgettext_lazy("about whom", "the family"),
    "organization": pgettext_lazy("about whom", "the organization"),
    "society": pgettext_lazy("about whom", "society"),
}
RECORDS: Mapping[str, Word] = {
    "housing": pgettext_lazy("record", "where the family lives"),
    "employment": pgettext_lazy("record", "work"),
    "income": pgettext_lazy("record", "income a month"),
    "entitlement": pgettext_lazy("record", "benefits and alimony"),
    "money_worry": pgettext_lazy("record", "worry about money"),
    "education": pgettext_lazy("record", "where the child learns"),
    "attendance": pgettext_lazy("record", "attendance of lessons"),
    "growth": pgettext_lazy("record", "how the child gets on"),
    "basic_needs": pgettext_lazy("record", "basic needs of the child"),
    "training": pgettext_lazy("record", "training of the parent"),
    "health": pgettext_lazy("record", "health problems"),
    "health_care": pgettext_lazy("record", "care for health"),
    "legal": pgettext_lazy("record", "court and papers"),
    "stage_of_change": pgettext_lazy("record", "stage of change"),
    "scaling": pgettext_lazy("record", "scale from 0 to 10"),
    "trust": pgettext_lazy("record", "trust"),
    "emotional": pgettext_lazy("record", "emotional state"),
    "insight": pgettext_lazy("record", "what the parent sees"),
    "skill": pgettext_lazy("record", "skills of the parent"),
    "routine": pgettext_lazy("record", "order of the day"),
    "punishment": pgettext_lazy("record", "physical punishment"),
    "aid": pgettext_lazy("record", "urgent help"),
    "agreement": pgettext_lazy("record", "agreements"),
    "assessment": pgettext_lazy("record", "assessments"),
    "call": pgettext_lazy("record", "talks by telephone"),
    "case": pgettext_lazy("record", "opening and closing of cases"),
    "channel": pgettext_lazy("record", "channels and their followers"),
    "contact": pgettext_lazy("record", "talks and consultations"),
    "curator": pgettext_lazy("record", "appointment of the case manager"),
    "decision": pgettext_lazy("record", "decisions"),
    "donation": pgettext_lazy("record", "donated goods"),
    "donor": pgettext_lazy("record", "donors"),
    "event": pgettext_lazy("record", "events in the family"),
    "exit_day": pgettext_lazy("record", "agreed day of leaving"),
    "exit_preparation": pgettext_lazy("record", "preparation for leaving"),
    "exit_question": pgettext_lazy("record", "questions to settle before leaving"),
    "family_step": pgettext_lazy("record", "steps of the family"),
    "follow_up": pgettext_lazy("record", "look back after closing"),
    "goal": pgettext_lazy("record", "goals of the plan"),
    "homework": pgettext_lazy("record", "homework"),
    "informing": pgettext_lazy("record", "information given to authorities"),
    "interview": pgettext_lazy("record", "interviews and meetings in person"),
    "issue": pgettext_lazy("record", "goods given out"),
    "letter": pgettext_lazy("record", "letters and requests"),
    "letter_in": pgettext_lazy("record", "letters that came"),
    "meeting": pgettext_lazy("record", "joint meetings"),
    "money": pgettext_lazy("record", "help with money"),
    "need": pgettext_lazy("record", "needs of the family"),
    "network_map": pgettext_lazy("record", "social map"),
    "network_talk": pgettext_lazy("record", "talks with people around"),
    "observation": pgettext_lazy("record", "observations and own words"),
    "outside_need": pgettext_lazy("record", "needs of help from outside"),
    "paper": pgettext_lazy("record", "signed papers"),
    "partner": pgettext_lazy("record", "directory of partners"),
    "placement": pgettext_lazy("record", "where the child lives"),
    "plan": pgettext_lazy("record", "plan of the family"),
    "plan_correction": pgettext_lazy("record", "corrections of the plan"),
    "publication": pgettext_lazy("record", "publications, events, materials"),
    "referral": pgettext_lazy("record", "referrals to partners"),
    "result": pgettext_lazy("record", "results said by people"),
    "risk_assessment": pgettext_lazy("record", "assessments of risks"),
    "service": pgettext_lazy("record", "services given"),
    "session": pgettext_lazy("record", "groups and events with their lists"),
    "signal": pgettext_lazy("record", "signals"),
    "stay": pgettext_lazy("record", "stays in the center"),
    "stock": pgettext_lazy("record", "stock of the warehouse"),
    "task": pgettext_lazy("record", "tasks"),
    "team": pgettext_lazy("record", "who works with the family"),
    "visit": pgettext_lazy("record", "visits and meetings"),
    "volunteer": pgettext_lazy("record", "volunteers"),
}
DOCUMENTS: Mapping[str, Word] = {
    "D-01": pgettext_lazy("document", "application"),
    "D-02": pgettext_lazy("document", "contract on residence"),
    "D-03": pgettext_lazy("document", "consent to data processing"),
    "D-04": pgettext_lazy("document", "contract on comprehensive support"),
    "D-05": pgettext_lazy("document", "individual plan"),
    "D-06": pgettext_lazy("document", "plan of the way out of a legal difficulty"),
    "D-07": pgettext_lazy("document", "plan of applications to other organizations"),
    "D-08": pgettext_lazy("document", "plan of household skills, order of the day"),
    "D-09": pgettext_lazy("document", "map of social contacts"),
    "D-10": pgettext_lazy("document", "form of assessment (EFO)"),
    "D-11": pgettext_lazy("document", "form of risks and resources"),
    "D-12": pgettext_lazy("document", "report of the first visit"),
    "D-13": pgettext_lazy("document", "analytical report"),
    "D-14": pgettext_lazy("document", "minutes of the vote or the council"),
    "D-15": pgettext_lazy("document", "request, petition, certificate"),
    "D-16": pgettext_lazy("document", "agreement with an authority"),
    "D-17": pgettext_lazy("document", "act of help given"),
    "D-18": pgettext_lazy("document", "notice of high risk"),
    "D-19": pgettext_lazy("document", "history of the child"),
    "D-20": pgettext_lazy("document", "criteria of need, regulations of the program"),
    "D-21": pgettext_lazy("document", "analytical tables"),
    "D-22": pgettext_lazy("document", "report for stakeholders, progress sheet"),
    "D-23": pgettext_lazy("document", "logs of consultations, shifts, signals and letters"),
}
EVIDENCE_CHOICES = [(kind, EVIDENCE_WORDS[kind]) for kind in EVIDENCE_KINDS]
MEANING_CHOICES = [(kind, MEANING_WORDS[kind]) for kind in MEANINGS]


def records_in_words(evidence: Evidence) -> list[str]:
    """The kinds of records that show a result, as people call them."""
    return [str(RECORDS[kind]) for kind in evidence.records if kind in RECORDS]


def documents_in_words(evidence: Evidence) -> list[str]:
    """The documents that show a result, with their numbers."""
    return [f"{DOCUMENTS[one]} ({one})" if one in DOCUMENTS else one for one in evidence.documents]


# Parts of a model in a comparison: how one is called, and where they stand in the model.
PARTS: Mapping[str, Word] = {
    "model": pgettext_lazy("part of a model", "head of the model"),
    "band": pgettext_lazy("part of a model", "band"),
    "legend": pgettext_lazy("part of a model", "mark"),
    "concept": pgettext_lazy("part of a model", "shared outcome"),
    "level": pgettext_lazy("part of a model", "column"),
    "row": pgettext_lazy("part of a model", "row"),
    "node": pgettext_lazy("part of a model", "box"),
    "arrow": pgettext_lazy("part of a model", "arrow"),
    "assumption": pgettext_lazy("part of a model", "assumption"),
}
LISTS: Mapping[str, str] = {**rules.LISTS, "node": "nodes", "assumption": "assumptions"}
FIELDS: Mapping[str, Word] = {
    "text": pgettext_lazy("what changed", "text"),
    "title": pgettext_lazy("what changed", "text"),
    "level": pgettext_lazy("what changed", "column"),
    "row": pgettext_lazy("what changed", "row"),
    "order": pgettext_lazy("what changed", "order"),
    "concept": pgettext_lazy("what changed", "shared outcome"),
    "definition": pgettext_lazy("what changed", "definition"),
    "evidence": pgettext_lazy("what changed", "by what it is seen"),
    "marks": pgettext_lazy("what changed", "marks"),
    "note": pgettext_lazy("what changed", "note"),
    "meaning": pgettext_lazy("what changed", "meaning"),
    "about": pgettext_lazy("what changed", "what it is about"),
    "process": pgettext_lazy("what changed", "process"),
    "programs": pgettext_lazy("what changed", "programs"),
    "kind": pgettext_lazy("what changed", "kind"),
    "place": pgettext_lazy("what changed", "place"),
    "band": pgettext_lazy("what changed", "band"),
    "legend": pgettext_lazy("what changed", "marks of the legend"),
    "nodes": pgettext_lazy("what changed", "boxes that stand on it"),
    "stages": pgettext_lazy("what changed", "stages that stand on it"),
    "stage": pgettext_lazy("what changed", "place in the process"),
    "model": pgettext_lazy("what changed", "link to another model"),
}
