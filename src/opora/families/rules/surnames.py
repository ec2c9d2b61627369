"""How a family is called by the surname of one of its people: «Семья Лебедевых»."""

import re

from opora.common.text import squeeze

_HUSHING = "гкхжшчщ"
# Endings of surnames that are declined as adjectives or as possessives; all others stay as they are.
_POSSESSIVE = re.compile(r"(?P<stem>.+(?:ов|ев|ёв|ин|ын))а?", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?P<stem>.{2,})(?:ий|ый|ой|ая|яя)", re.IGNORECASE)


def of_the_family(surname: str) -> str:
    """The surname as it stands after the word «семья»: Лебедева gives Лебедевых, Толстая Толстых, Шевченко Шевченко."""
    return "-".join(_genitive_plural(part) for part in squeeze(surname).split("-"))


def _genitive_plural(part: str) -> str:
    if match := _POSSESSIVE.fullmatch(part):
        return f"{match['stem']}ых"
    if match := _ADJECTIVE.fullmatch(part):
        stem = match["stem"]
        return f"{stem}{'их' if stem[-1].lower() in _HUSHING or part.lower().endswith('яя') else 'ых'}"
    return part
