"""Rules of groups: who has completed one, what a family came to."""

from opora.groups.rules.completion import has_completed, share

__all__ = ["has_completed", "share"]
