"""What a person is to a family."""

ROLES = ("mother", "father", "caregiver", "guardian", "relative", "child", "other")

# Those a child may live with and whom a case may call its client.
CAREGIVERS = frozenset({"mother", "father", "caregiver", "guardian", "relative"})
