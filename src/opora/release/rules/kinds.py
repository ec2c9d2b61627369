"""Which tables everybody may be given: what each counts and by what it can be told apart."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """A table, or several told together, that one may ask for.

    `counts` is the unit, `universe` whom it counts at all. `rows` are the dimensions to choose from; `indicator` is the
    measure whose answer is told in the columns. `lasts`: who is at work in the period, not what happened in it.
    """

    code: str
    counts: str
    universe: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    indicator: str = ""
    lasts: bool = False


# Groups that a unit may stand in more than one of, so that they have no total.
NOT_ADDED: Final = frozenset({"direction", "service"})
# Groups that say something of people which others need not know.
TELLING: Final = frozenset({"answer", "home", "result", "direction", "service"})
# Groups that change as time goes by.
CHANGING: Final = frozenset({"age", "children"})
# What is given up first of rows that stand out: age, number of children, weak sides at entry, department, year.
ROW_COLUMNS: Final = ("program", "department", "year", "children", "age", "entry", "result")
COARSER: Final = (4, 3, 5, 1, 2, 0)

_PLACE = ("program", "department")
KINDS: Final = {
    one.code: one
    for one in (
        Kind(
            "families",
            "cases",
            "at work",
            (*_PLACE, "children", "age"),
            ("", "program", "department", "children", "age"),
            lasts=True,
        ),
        Kind("children", "children", "at work", ("age", *_PLACE), ("", "age", *_PLACE), lasts=True),
        Kind("outcomes", "cases", "IND-30", (*_PLACE, "year", "quarter"), ("answer",), "IND-30"),
        Kind("placement", "children", "IND-20", (*_PLACE, "year", "quarter"), ("answer", "home"), "IND-20"),
        Kind("services", "families by service", "given", ("direction", "service"), ("", *_PLACE), "IND-02"),
        Kind("indicators", "", "", ("indicator",), ("answer",)),
        Kind("rows", "cases", "IND-30", ROW_COLUMNS, ()),
    )
}
ANSWERS: Final = ("yes", "no", "unknown")
# Shares of which less is better: what is missing of the records.
LESS_IS_BETTER: Final = frozenset({"IND-35", "IND-35r"})
# Shares of all closed cases and of their children: with those of whom nothing is known they say how much work was
# brought to its end, which is an output and no outcome.
OF_ALL_CLOSED: Final = ("IND-30", "IND-20")
# Indicators that count families, cases, children or parents: of these everybody may be told.
PUBLIC_UNITS: Final = frozenset({"families", "cases", "children", "parents"})
