"""The closed lists of a logic model: levels, marks, meanings of arrows, ways of evidence, kinds of records."""

from __future__ import annotations

import re
from typing import Final

CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]{0,39}")
REFERENCE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,59}")

# What stands in a column, whatever a source calls it.
LEVEL_KINDS: Final = (
    "resource",
    "participant",
    "goal",
    "objective",
    "direction",
    "activity",
    "service",
    "document",
    "link",
    "exit",
    "output",
    "interim_output",
    "final_output",
    "short",
    "mid",
    "long",
    "social",
    "effect",
)
# What has come of the work: nothing of it may stand without a definition and a rule of evidence.
RESULT_KINDS: Final = frozenset(
    {"goal", "exit", "output", "interim_output", "final_output", "short", "mid", "long", "social", "effect"}
)
# What changes in somebody's life, or around: outcomes, as the field calls them (IATI result types 2 and 3).
OUTCOME_KINDS: Final = frozenset({"short", "mid", "long", "social", "effect"})
# A level is a column of the table, or stands above it (a goal) or below it (results that belong to no row).
PLACES: Final = ("column", "above", "below")
# How we know what is not printed: "assumed" is our proposal, "reconstructed" is read out of what the source shows,
# "cut" breaks off in the source.
MARKS: Final = ("assumed", "reconstructed", "cut")
# What an arrow says: it leads on, it helps along, it comes back and strengthens, it makes all others possible.
MEANINGS: Final = ("leads", "contributes", "feedback", "enables")
# How sure a reading of the source is: A and B of a table's cells, H, M and L of a chart's lines.
CONFIDENCES: Final = ("A", "B", "H", "M", "L")
# By what a result is seen; "not_yet" says honestly that nothing shows it so far.
EVIDENCE_KINDS: Final = ("computed", "rated", "document", "external", "not_yet")
OF_FAMILIES: Final = ("child", "parent", "family")
ABOUT: Final = (*OF_FAMILIES, "organization", "society")
# Kinds of records of the product that may show a result; the circumstances of a life under their own codes.
CHANGES: Final = (
    "housing",
    "employment",
    "income",
    "entitlement",
    "money_worry",
    "education",
    "attendance",
    "growth",
    "basic_needs",
    "training",
    "health",
    "health_care",
    "legal",
    "stage_of_change",
    "scaling",
    "trust",
    "emotional",
    "insight",
    "skill",
    "routine",
    "punishment",
)
RECORDS: Final = (
    *CHANGES,
    "aid",
    "agreement",
    "assessment",
    "call",
    "case",
    "channel",
    "contact",
    "curator",
    "decision",
    "donation",
    "donor",
    "event",
    "exit_day",
    "exit_preparation",
    "exit_question",
    "family_step",
    "follow_up",
    "goal",
    "homework",
    "informing",
    "interview",
    "issue",
    "letter",
    "letter_in",
    "meeting",
    "money",
    "need",
    "network_map",
    "network_talk",
    "observation",
    "outside_need",
    "paper",
    "partner",
    "placement",
    "plan",
    "plan_correction",
    "publication",
    "referral",
    "result",
    "risk_assessment",
    "service",
    "session",
    "signal",
    "stay",
    "stock",
    "task",
    "team",
    "visit",
    "volunteer",
)
