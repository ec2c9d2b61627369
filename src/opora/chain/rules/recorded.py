"""By which papers and records a box is counted that names no indicator, no service and no outcome of families.

What a box names as its documents says it more closely than its kinds of records do, so these are asked first. A kind
that stands in neither list cannot be counted by its days: such a box says why it has no figure.
"""

from collections.abc import Mapping
from typing import Final

from opora.logic.rules import Evidence, LogicModel, Node

BY_DOCUMENT: Final[Mapping[str, tuple[str, ...]]] = {
    "D-01": ("paper:application",),
    "D-02": ("paper:contract",),
    "D-03": ("paper:consent",),
    "D-04": ("paper:contract",),
    "D-05": ("paper:plan",),
    "D-09": ("network:map",),
    "D-10": ("assessment",),
    "D-11": ("paper:risk_form",),
    "D-12": ("paper:visit_report",),
    "D-13": ("paper:analytic_report",),
    "D-14": ("paper:vote_minutes", "paper:council_minutes"),
    "D-15": ("sent:request", "sent:petition", "sent:certificate", "sent:voucher"),
    "D-17": ("paper:aid_act",),
    "D-18": ("paper:notice",),
    "D-19": ("paper:child_history",),
}
BY_RECORD: Final[Mapping[str, tuple[str, ...]]] = {
    "assessment": ("assessment",),
    "call": ("contact:phone",),
    "channel": ("channel",),
    "contact": tuple(f"contact:{how}" for how in ("phone", "site", "messenger", "in_person", "interview", "letter")),
    "curator": ("case_manager",),
    "decision": ("decision",),
    "donation": ("donation",),
    "exit_day": ("exit_day", "paper:leaving_date"),
    "exit_question": ("exit_question", "paper:leaving_matters"),
    "informing": ("sent:information", "paper:notice"),
    "interview": ("contact:interview", "contact:in_person"),
    "letter_in": ("came:answer", "came:request", "came:information", "came:letter"),
    "need": ("need",),
    "network_map": ("network:map",),
    "outside_need": ("outside_need",),
    "partner": ("partner",),
    "plan": ("paper:plan",),
    "plan_correction": ("correction",),
    "publication": ("piece:post", "piece:media"),
    "risk_assessment": ("paper:risk_form",),
    "routine": ("routine",),
    "skill": ("skill",),
    "stock": ("stock_count",),
    "visit": ("paper:visit_report",),
}
OF_NO_FAMILY: Final = frozenset({"channel", "donation", "partner", "piece:post", "piece:media", "stock_count"})
"""What belongs to the whole house: of one program or one family nothing can be said of it."""


def recorded_of(model: LogicModel, node: Node) -> tuple[str, ...]:
    """The kinds of papers and records by which this box is counted; none where something else tells of it."""
    evidence, concept, level = model.evidence_of(node), model.concept_of(node), model.level_of(node)
    told_otherwise = evidence.indicators or evidence.services or (concept is not None and concept.is_of_families)
    if told_otherwise or evidence.kind in ("", "external", "not_yet"):
        return ()
    if level is not None and level.kind == "exit" and node.stage:
        return (f"exit:{node.stage}",)
    named = [kind for code in evidence.documents for kind in BY_DOCUMENT.get(code, ())]
    named = named or [kind for code in evidence.records for kind in BY_RECORD.get(code, ())]
    return tuple(dict.fromkeys(named))


LACKING: Final[Mapping[str, str]] = {
    "D-06": "lacks_legal",
    "D-20": "lacks_methods",
    "service": "lacks_wish",
    "team": "lacks_team",
}
"""What a box names that nobody can count: by code the sentence on what is missing and where it would stand."""


def lacking_of(evidence: Evidence) -> str:
    """What is missing where nothing counts a box; empty where nothing particular is."""
    named = (LACKING[one] for one in (*evidence.documents, *evidence.records) if one in LACKING)
    return next(named, "")
