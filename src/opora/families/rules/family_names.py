"""How a family is called by its surname in Russian: «семья Лебедевых», «семья Соколовских», «семья Шевченко»."""

from typing import Final

# Feminine and masculine endings of surnames that decline like adjectives of possession or of quality.
_ENDINGS: Final = (
    (("ова", "ева", "ёва", "ина", "ына"), -1, "ых"),
    (("ов", "ев", "ёв", "ин", "ын"), 0, "ых"),
    (("ская", "цкая", "ский", "цкий", "ской", "цкой"), -2, "их"),
)


def in_the_plural(surname: str) -> str:
    """The surname as it follows the word «семья», each half of a double one by itself; some do not decline."""
    return "-".join(_half(half) for half in surname.split("-"))


def _half(half: str) -> str:
    for endings, cut, plural in _ENDINGS:
        if len(half) > 3 and half.lower().endswith(endings):
            return half[: len(half) + cut] + plural
    return half
