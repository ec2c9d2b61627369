"""Which patterns can number cases."""

import re
from typing import Final

# The places of a numbering pattern; what they are filled with is said by the rules of case numbers.
NUMBER_PLACE: Final = re.compile(r"\{(n{1,6}|year|yy)\}")


class PatternError(ValueError):
    """A numbering pattern must hold the running number exactly once and no unknown place."""


def check_pattern(pattern: str) -> None:
    """Raise PatternError unless the pattern can number cases: one running number, known places only."""
    places = NUMBER_PLACE.findall(pattern)
    if sum(place.startswith("n") for place in places) != 1:
        raise PatternError("one running number")
    if places.count("year") + places.count("yy") > 1:
        raise PatternError("one year")
    rest = NUMBER_PLACE.sub("", pattern)
    if "{" in rest or "}" in rest:
        raise PatternError("unknown place")
    if re.search(r"\}\d|\d\{|\}\{", pattern):
        raise PatternError("digits side by side")
