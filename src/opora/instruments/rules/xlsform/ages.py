"""A condition of XLSForm as a rule of ages, where it is one."""

from __future__ import annotations

import re
from collections.abc import Collection

_BOUND = re.compile(r"\$\{([^}]+)\}\s*(>=|<=|>|<|=)\s*'?(\d{1,2})'?")
_EMPTY = re.compile(r"\$\{[^}]+\}\s*=\s*''\s*or\s*")
Ages = tuple[int | None, int | None]


def ages_in(condition: str, numbers: Collection[str]) -> Ages | None:
    """From which age to which a question is asked; None where the condition asks anything else.

    ``numbers`` are the questions that ask for a whole number: only one of them can be an age.
    """
    said = _EMPTY.sub("", condition).strip()
    while said.startswith("(") and said.endswith(")"):
        said = said[1:-1].strip()
    low: int | None = None
    high: int | None = None
    of: set[str] = set()
    for part in re.split(r"\s+and\s+", said):
        match = _BOUND.fullmatch(part.strip(" ()"))
        if match is None:
            return None
        name, sign, number = match[1].strip(), match[2], int(match[3])
        of.add(name)
        if sign in (">=", ">", "="):
            low = max(low or 0, number + (sign == ">"))
        if sign in ("<=", "<", "="):
            high = min(99 if high is None else high, number - (sign == "<"))
    return (low, high) if len(of) == 1 and of <= set(numbers) else None
