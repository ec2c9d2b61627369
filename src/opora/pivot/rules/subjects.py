"""What a table may count: each subject once, with what it may be told apart by and by which figures it is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from opora.pivot.rules.dimensions import SHARED, TIMES, Dimension, Order


class Kind(StrEnum):
    """The figure in a cell."""

    FAMILIES = "families"
    """Families, each once."""
    PEOPLE = "people"
    """People, each once."""
    RECORDS = "records"
    """Records, each once."""
    SHARE = "share"
    """Of the records of which it is known: for how many it is so."""
    SUM = "sum"
    """What the records amount to, added up."""
    MEDIAN = "median"
    """The middle one of the amounts."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to count. `statement` is the file that gives its facts, `part` what is asked of that statement.

    `days` are the rules by which a period chooses among facts, the usual one first; `lasting` is the one of them that
    gives no single day. `unit` names the records, `amount` what they amount to; `said` is the rule in words.
    """

    code: str
    statement: str
    kinds: tuple[Kind, ...]
    days: tuple[str, ...]
    unit: str
    own: tuple[Dimension, ...] = ()
    amount: str = ""
    said: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    part: str = ""
    lasting: str = ""
    without: frozenset[str] = frozenset()
    # Of a share: whether a person counts once, by the newest of his or her records, instead of each record.
    once_person: bool = False


_F, _P, _R, _SHARE, _SUM, _MID = Kind.FAMILIES, Kind.PEOPLE, Kind.RECORDS, Kind.SHARE, Kind.SUM, Kind.MEDIAN
_CASES = ("cases", "families", "process")
_WORK = ("opened", "closed", "in_work")
# Everything by which a result may be seen.
_SEEN = (
    "assessments", "circumstances", "correspondence", "goods", "groups", "intake", "network", "plans", "results",
    "services", *_CASES,
)  # fmt: skip
_CLOSED = ("assessments", "registry", *_CASES)
_SERVICE = (
    Dimension("direction", "directions"),
    Dimension("service", "services"),
    Dimension("format", "formats"),
    Dimension("provider", "providers"),
    Dimension("worker", "workers", said="giver"),
    Dimension("where", choices="services.Provision.where"),
)
_GOODS = (
    Dimension("category", choices="goods.Good.category"),
    Dimension("good", "goods"),
    Dimension("unit", choices="goods.Good.unit", said="units"),
    Dimension("place", "stock_places"),
)
_ITEM = (
    Dimension("section", "sections", order=Order.OWN),
    Dimension("item", "items", order=Order.OWN),
)
_HOME = Dimension("home", choices="families.Placement.kind", said="home")
_CHILD_AGE = Dimension("age", "ages", said="age", order=Order.OWN)


def _items(code: str) -> Subject:
    said = ("once_item", "no_palliative", "claims") if code in ("solved", "new") else ("once_item", "no_palliative")
    return Subject(
        f"items_{code}", "items", (_R, _SHARE, _F), ("closed",), "items", _ITEM, said=(*said, "unknown"),
        rests=_CLOSED, part=code, without=frozenset({"weak_item"}),
    )  # fmt: skip


_SUBJECTS: Final = (
    Subject(
        "cases", "cases", (_F, _R, _MID), _WORK, "cases", amount="days", said=("once_family", "reopened"),
        rests=_CASES, lasting="in_work",
    ),
    Subject(
        "children", "children", (_P, _F), _WORK, "children", (_CHILD_AGE, _HOME), said=("once_person", "reopened"),
        rests=("assessments", *_CASES), lasting="in_work", without=frozenset({"child_age"}),
    ),
    Subject(
        "people", "people", (_P, _F), _WORK, "people",
        (Dimension("role", choices="families.FamilyMember.role"), Dimension("sex", choices="families.Person.sex")),
        said=("once_person", "members"), rests=_CASES, lasting="in_work",
    ),
    Subject(
        "outcomes", "outcomes", (_SHARE, _R, _F, _MID), ("closed",), "cases", amount="weak_sides",
        said=("once_case", "unknown", "no_palliative", "claims"), rests=_CLOSED,
    ),
    Subject(
        "results", "results", (_F, _R), ("reached",), "results",
        (Dimension("result", "results"), Dimension("holds", "holds", said="holds", order=Order.OWN)),
        said=("result", "result_said", "no_health", "claims"), rests=_SEEN,
    ),
    Subject(
        "children_home", "children_home", (_SHARE, _P), ("closed",), "children", (_CHILD_AGE, _HOME),
        said=("once_closing", "unknown", "no_palliative", "claims"), rests=_CLOSED, without=frozenset({"child_age"}),
        once_person=True,
    ),
    *(_items(code) for code in ("weak_entry", "weak_exit", "solved", "new")),
    Subject(
        "services", "services", (_R, _F, _SUM, _MID), ("given",), "services", _SERVICE, amount="minutes",
        said=("once_meeting", "unnamed", "no_minutes"), rests=("catalogue", "groups", "services", *_CASES),
    ),
    Subject(
        "aid", "aid", (_F, _R, _SUM), ("given",), "acts", (Dimension("kind", "aid"),), amount="rubles",
        said=("taken_back", "unnamed", "rubles"), rests=("goods", "intake", *_CASES),
    ),
    Subject(
        "goods", "goods", (_SUM, _F, _R), ("given",), "lines", _GOODS, amount="units",
        said=("taken_back", "unnamed", "units"), rests=("goods", *_CASES),
    ),
    Subject(
        "nights", "nights", (_SUM, _F, _P), ("nights",), "stays",
        (Dimension("centre", "centres"), Dimension("part", choices="stays.Lodger.part", said="as_on_coming")),
        amount="nights", said=("night",), rests=("stays", *_CASES), lasting="nights",
    ),
    Subject(
        "signals", "signals", (_R, _F), ("received",), "signals",
        (Dimension("decision", choices="intake.Referral.outcome", said="decided"),
         Dimension("urgency", choices="intake.Referral.urgency")),
        said=("once_record", "unnamed_signals"), rests=("intake", *_CASES),
    ),
)  # fmt: skip
SUBJECTS: Final[Mapping[str, Subject]] = {one.code: one for one in _SUBJECTS}


def dimensions_of(subject: Subject, day: str = "") -> dict[str, Dimension]:
    """By what this subject may be told apart, its own dimensions first; what lasts has no months."""
    own = {one.code: one for one in subject.own}
    left_out = subject.without | (TIMES if day and day == subject.lasting else frozenset())
    return own | {code: one for code, one in SHARED.items() if code not in own and code not in left_out}
