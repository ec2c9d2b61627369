"""By what a table tells its facts apart: each dimension once, with the rule by which it is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from opora.fields.rules import About, Kind, OwnField


class Order(StrEnum):
    """In which order the groups of a dimension stand when nobody asks for another one."""

    OFTEN = "often"
    """The largest first."""
    OWN = "own"
    """In an order of their own: time, ages, sections of a form."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way of telling facts apart.

    `words` is the list its codes are named by, `choices` the field of a table whose words they have; `said` is its
    rule in words; `several`: one case may stand in several groups. `rests` are the rooms whose records it reads.
    One that is a field of the organization itself carries that field.
    """

    code: str
    words: str = ""
    choices: str = ""
    said: str = ""
    several: bool = False
    order: Order = Order.OFTEN
    rests: tuple[str, ...] = ()
    field: OwnField | None = None


_PATH = ("cases", "process")
# A meeting of a group leaves services behind, and a new catalogue may move a service to another direction.
_GIVEN = ("catalogue", "groups", "services", *_PATH)
_TIME: Final = (
    Dimension("month", "months", said="by_day", order=Order.OWN),
    Dimension("quarter", "quarters", said="by_day", order=Order.OWN),
    Dimension("year", "years", said="by_day", order=Order.OWN),
)
_SHARED: Final = (
    Dimension("program", "programs", said="two_programs", rests=_PATH),
    Dimension("department", "departments", said="of_record", rests=_PATH),
    Dimension("manager", "workers", said="manager", rests=("duties", *_PATH)),
    Dimension("channel", "channels", said="first_signal", rests=("intake", *_PATH)),
    Dimension("source", choices="intake.Referral.source", said="first_signal", rests=("intake", *_PATH)),
    Dimension("reason", choices="cases.Closing.reason", said="closed", rests=_PATH),
    Dimension("outcome", "outcomes", said="pair", order=Order.OWN, rests=("assessments", *_PATH)),
    Dimension("child_age", "ages", said="child_age", several=True, order=Order.OWN, rests=("assessments", *_PATH)),
    Dimension("children", "children", said="children", order=Order.OWN, rests=("families", *_PATH)),
    Dimension("household", "households", said="household", order=Order.OWN, rests=("families", *_PATH)),
    Dimension("palliative", "yes_no", said="palliative", rests=_PATH),
    Dimension("lived", "yes_no", said="lived", rests=("stays", *_PATH)),
    Dimension("received_direction", "directions", said="received", several=True, rests=_GIVEN),
    Dimension("received_service", "services", said="received", several=True, rests=_GIVEN),
    Dimension("weak_section", "sections", said="weak", several=True, order=Order.OWN, rests=("assessments", *_PATH)),
    Dimension("weak_item", "items", said="weak", several=True, order=Order.OWN, rests=("assessments", *_PATH)),
    *_TIME,
)
SHARED: Final[Mapping[str, Dimension]] = {one.code: one for one in _SHARED}
"""What every subject can be told apart by, for each of its facts belongs to a case or a path."""
TIMES: Final = frozenset(one.code for one in _TIME)

ABOUTS: Final = (About.CASE, About.FAMILY, About.PERSON)
"""Of whom a field must be asked to tell facts apart by it; a fact knows no single contact."""


def own_dimensions(fields: Iterable[OwnField]) -> dict[str, Dimension]:
    """Own fields as dimensions: those with a few known answers, never words, numbers or days."""
    return {
        one.dimension: Dimension(
            one.dimension,
            said="own_fields" if one.kind is Kind.SEVERAL else "own_field",
            several=one.kind is Kind.SEVERAL,
            order=Order.OWN,
            rests=("details", *_PATH),
            field=one,
        )
        for one in fields
        if one.is_counted and one.about in ABOUTS
    }
