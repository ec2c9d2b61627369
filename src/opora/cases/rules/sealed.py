"""What the free words of this room are sealed for (DESIGN 4)."""

PLAN_AFTER = "cases.plan_after"
FOLLOW_UP_NOTE = "cases.follow_up"
CORRECTION = "cases.correction"
TRANSFER = "cases.transfer"
