"""Rules of the life of a family: pure, without clock and database."""

from opora.life.rules.kinds import GROUPS, KINDS, RECORDED, kinds_for

__all__ = ["GROUPS", "KINDS", "RECORDED", "kinds_for"]
