"""By which signs a family needs a look, and which look comes first: pure rules on plain values."""

from opora.attention.rules.aside import LONGEST_ASIDE, aside_until_is_wrong
from opora.attention.rules.signs import SIGNS, Facts, Look, Reason, Sign, SignSetting, gravest_first, look_at

__all__ = [
    "LONGEST_ASIDE",
    "SIGNS",
    "Facts",
    "Look",
    "Reason",
    "Sign",
    "SignSetting",
    "aside_until_is_wrong",
    "gravest_first",
    "look_at",
]
