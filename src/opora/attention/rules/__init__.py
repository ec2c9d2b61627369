"""By which signs a family needs a look, and which look comes first: pure rules on plain values."""

from opora.attention.rules.aside import LONGEST_ASIDE, aside_until_is_wrong
from opora.attention.rules.signs import LEVELS, SIGNS, Facts, Look, Reason, Sign, SignSetting, gravest_first, look_at
from opora.attention.rules.standing import NEVER, Stand, stand_of

__all__ = [
    "LEVELS",
    "LONGEST_ASIDE",
    "NEVER",
    "SIGNS",
    "Facts",
    "Look",
    "Reason",
    "Sign",
    "SignSetting",
    "Stand",
    "aside_until_is_wrong",
    "gravest_first",
    "look_at",
    "stand_of",
]
