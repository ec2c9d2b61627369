"""On which ground something was learned about a family (S4-07, 152-FZ)."""

FAMILY = "family"
CONSENT = "consent"
LONGEST_NAME, LONGEST = 200, 10_000


def needs_ground(kind: str) -> bool:
    """Say whether a ground must be named: whatever comes from outside the family needs one."""
    return kind != FAMILY
