"""What a life is made of, and what of it one records by hand."""

# The sources of the life, by the group under which they are looked for.
GROUPS = {
    "meetings": ("visit", "contact", "group", "network", "observation", "follow_up"),
    "deeds": ("service", "step", "task", "aid", "issue", "goal", "plan", "result", "reached", "lost_again"),
    "letters": ("mail", "official", "letter", "file", "notice", "source", "onward"),
    "events": ("event", "shift", "change", "assumption", "placement", "risk"),
    "path": ("signal", "move", "ballot", "conference", "assessment", "waiting", "stay", "opened", "closed"),
}
# What «Записать» offers, in the order of the sheet; the last plans instead of recording.
KINDS = (
    "visit",
    "call",
    "meeting",
    "service",
    "letter",
    "step",
    "change",
    "result",
    "observation",
    "event",
    "assumption",
    "aid",
    "goods",
    "duty",
    "incident",
    "plan_visit",
)
# What the shifts of a centre write of a family, while it lives there.
OF_CENTRE = ("duty", "incident")
# What may be corrected or voided where it is read.
RECORDED = frozenset(
    {
        "service",
        "shift",
        "stay",
        "visit",
        "contact",
        "mail",
        "observation",
        "step",
        "event",
        "change",
        "result",
        "assumption",
        "network",
        "aid",
        "issue",
        "source",
        "risk",
        "ballot",
        "file",
        "letter",
        "official",
    }
)


def kinds_for(
    *, has_path: bool, has_ended: bool, is_blocked: bool, lives_in_centre: bool, has_assumptions: bool
) -> tuple[str, ...]:
    """What may be recorded here: nothing when the work is over; bread alone when the consent is withdrawn (X-11).

    The shifts of a centre write of a family while it lives there. Assumptions are those of a logic model.
    """
    if has_ended:
        return ()
    if is_blocked:
        return ("aid", "goods") if has_path else ()
    left_out = {*(() if has_path else ("aid",)), *(() if lives_in_centre else OF_CENTRE)}
    left_out |= set() if has_assumptions else {"assumption"}
    return tuple(kind for kind in KINDS if kind not in left_out)
