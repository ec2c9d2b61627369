"""Why a case is closed, as data. Codes are for ever: closed cases and reports speak of them."""

from dataclasses import dataclass
from enum import StrEnum

from opora.pathways.rules.case_reasons import CASE_REASONS


class Ending(StrEnum):
    """What kind of an end a reason is: reached, refused by one side, or brought about by circumstances."""

    REACHED = "reached"
    DECLINED = "declined"
    CIRCUMSTANCE = "circumstance"


@dataclass(frozen=True, slots=True)
class ClosingReason:
    """One reason: its code, its kind, whether people may choose it and whether a follow-up visit is due."""

    code: str
    ending: Ending
    offered: bool = True
    follow_up: bool = True


NO_EXIT = ("declined", "no_contact", "moved", "child_placed", "no_entry", "brief", "other")
"""Why a case is closed without an assessment at the exit: it then stands in the register of missing exits (S4-22)."""
NOT_RECORDED = "not_recorded"
_ENDINGS = {
    "goals_achieved": Ending.REACHED,
    "family_declined": Ending.DECLINED,
    "organisation_declined": Ending.DECLINED,
}
CLOSING_REASONS = (
    *(ClosingReason(code, _ENDINGS.get(code, Ending.CIRCUMSTANCE)) for code in CASE_REASONS),
    # The registers of earlier years hold a closing day but no reason; unknown is never a guess.
    ClosingReason(NOT_RECORDED, Ending.CIRCUMSTANCE, offered=False),
)
BY_CODE = {reason.code: reason for reason in CLOSING_REASONS}
OFFERED = frozenset(reason.code for reason in CLOSING_REASONS if reason.offered)
