"""What became of a signal, read off the step its path took: the signal itself is never decided twice (S4-02)."""

UNDECIDED, REFER, INFORM, HELP, VISIT, OUTSIDE, WORK = "", "refer", "inform", "help", "visit", "outside", "work"
OUTCOMES = (REFER, INFORM, HELP, VISIT, OUTSIDE, WORK)

# The stages that shipped processes have for what may follow a signal.
_OF_STAGE = {
    "referral": REFER,
    "refer": REFER,
    "inform": INFORM,
    "informed": INFORM,
    "one_off": HELP,
    "help_once": HELP,
    "urgent_aid": HELP,
    "visit": VISIT,
    "first_visit": VISIT,
}
_OF_EXIT = {"transfer": REFER, "helped": HELP, "refused": OUTSIDE, "declined": OUTSIDE}
_STILL_A_SIGNAL = frozenset({"signal", "screening"})


def outcome_of(*, to_stage: str, start: str, exit_kind: str | None = None) -> str:
    """The outcome of a signal whose path came to a stage (or to an exit of a kind); "" while nothing is decided."""
    if to_stage == start or to_stage in _STILL_A_SIGNAL:
        return UNDECIDED
    if to_stage in _OF_STAGE:
        return _OF_STAGE[to_stage]
    return _OF_EXIT.get(exit_kind, WORK) if exit_kind else WORK
