"""What an indicator composed of a measure may say, and what is wrong with one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from opora.fields.rules import OwnField
from opora.indicators.rules.measure import Measure, of_fields
from opora.indicators.rules.measures import MEASURES
from opora.indicators.rules.periods import PeriodRule

_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")
EVERYWHERE: Final = ("", "department", "program")
"""By these every measure may be told apart that belongs to programs."""


def problems_of(
    *,
    code: str,
    title: str,
    about: str,
    measure: str,
    filters: Mapping[str, Sequence[str]],
    split: str,
    period_rule: str = "",
    fields: Iterable[OwnField] | None = None,
) -> dict[str, str]:
    """What is to be mended, by the part: all of it at once. Without the own fields their names are taken on trust."""
    found = {}
    if not _CODE.fullmatch(code) or code.upper().startswith("IND-"):
        found["code"] = "code"
    if not 0 < len(title) <= 200:
        found["title"] = "title"
    if len(about) > 600:
        found["about"] = "about"
    if period_rule not in list(PeriodRule):
        found["period_rule"] = "period_rule"
    known = MEASURES.get(measure)
    if known is None:
        return {**found, "measure": "measure"}
    known = known.with_fields(fields or ())
    if any(not _knows(known, name, fields) for name in filters):
        found["filters"] = "filters"
    if split not in EVERYWHERE and not _knows(known, split, fields):
        found["split"] = "split"
    return found


def _knows(measure: Measure, name: str, fields: Iterable[OwnField] | None) -> bool:
    if fields is None and of_fields([name]):
        return not measure.is_whole
    return measure.place_of(name) is not None
