"""Which papers count although they were filed before the family came to its stage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from opora.pathways.rules.definition import Definition

# What was done once stays done: help that was given, a consent or a contract that was signed. A form that looks at the
# family, or minutes of a decision, speaks of its own day only.
LASTING: Final = frozenset({"aid_act", "consent", "contract", "application"})
REASSESSMENT: Final = "reassessment"
FRESH: Final = timedelta(days=30)
"""An assessment so old still speaks of the family at the stage that asks for it anew."""


def asked_at(definition: Definition, stage: str) -> frozenset[str]:
    """The papers that steps from a stage ask for."""
    return frozenset(kind for action in definition.actions_at(stage).values() for kind in action.documents)


def counts_ahead(definition: Definition, kind: str, *, passed: Sequence[str], stage: str) -> bool:
    """Say whether a paper filed earlier counts at a stage: it lasts, is asked for there, and served no stage before.

    ``passed`` are the stages from its filing on: an act of the help that was asked for then is no act of the next help.
    """
    if kind not in LASTING or kind not in asked_at(definition, stage):
        return False
    return not any(kind in asked_at(definition, place) for place in passed)


def is_fresh(measured_on: date, *, entered_on: date) -> bool:
    """Say whether an assessment of a day may stand for the one that the stage asks for."""
    return measured_on >= entered_on - FRESH
