"""What may change in a life, as data: each kind with its values, whom it concerns and who may read it.

A new kind is a row here and a few words in ``words.py``; no table, form or picture knows one kind from another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

UNKNOWN: Final = "unknown"
"""Somebody asked and it is not known any more; of days before the first record nothing is known either."""


class About(StrEnum):
    """Whom a record concerns."""

    FAMILY = "family"
    PARENT = "parent"
    CHILD = "child"


class Rater(StrEnum):
    """Who said the value, where two may see it differently."""

    CLIENT = "client"
    SPECIALIST = "specialist"


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """A kind of change.

    ``values`` are its codes, the worst first where ``is_ordered``. ``items`` split it into threads of their own (which
    benefit, which skill). ``least`` and ``most`` bound a number: the value itself where there are no ``values``, an
    amount a month beside it where there are. ``awaits`` are values after which something is expected by a day.
    ``is_restricted``: read only by those who read about health.
    """

    code: str
    about: tuple[About, ...]
    values: tuple[str, ...] = ()
    is_ordered: bool = False
    items: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    is_money: bool = False
    is_rated: bool = False
    awaits: tuple[str, ...] = ()
    is_restricted: bool = False

    @property
    def has_number(self) -> bool:
        return self.most is not None

    @property
    def is_number(self) -> bool:
        """Whether the number is the value."""
        return self.has_number and not self.values

    @property
    def offered(self) -> tuple[str, ...]:
        """The codes one may choose from: what is not known any more can be said of everything that has codes."""
        return (*self.values, UNKNOWN) if self.values else ()

    def rank(self, value: str) -> int | None:
        """How good a value is; None where values are not better or worse than each other, or it is not known."""
        return self.values.index(value) if self.is_ordered and value in self.values else None


_FAMILY, _PARENT, _CHILD = (About.FAMILY,), (About.PARENT,), (About.CHILD,)
_ROUBLES: Final = 10_000_000
_LEVELS: Final = ("cannot", "with_help", "when_reminded", "alone")
_PARTLY: Final = ("no", "partly", "yes")

_ALL: tuple[ChangeKind, ...] = (
    ChangeKind(
        "housing",
        _FAMILY,
        ("none", "crisis_center", "with_relatives", "rented", "social_rent", "own"),
    ),
    ChangeKind(
        "employment",
        _PARENT,
        ("none", "looking", "informal_risky", "informal", "parental_leave", "part_time", "official", "pension"),
    ),
    ChangeKind("income", (About.PARENT, About.FAMILY), least=0, most=_ROUBLES, is_money=True),
    ChangeKind(
        "entitlement",
        (About.PARENT, About.CHILD, About.FAMILY),
        ("not_applied", "applied", "granted", "refused", "ended"),
        items=(
            "alimony",
            "child_benefit",
            "single_benefit",
            "disability",
            "survivor",
            "maternity_capital",
            "subsidy",
            "food",
            "other",
        ),
        least=0,
        most=_ROUBLES,
        is_money=True,
        awaits=("applied",),
    ),
    ChangeKind("money_worry", _PARENT, ("heavy", "strong", "moderate", "light", "none"), is_ordered=True),
    ChangeKind(
        "education",
        _CHILD,
        ("none", "waiting_list", "nursery", "school", "home_schooling", "college", "finished"),
        awaits=("waiting_list",),
    ),
    ChangeKind(
        "attendance", _CHILD, ("does_not", "rarely", "misses_often", "misses_rarely", "attends"), is_ordered=True
    ),
    ChangeKind("growth", _CHILD, _PARTLY, is_ordered=True, items=("daily_tasks", "curriculum", "horizons")),
    ChangeKind("basic_needs", _CHILD, _PARTLY, is_ordered=True, items=("safety", "hygiene", "home")),
    ChangeKind("training", _PARENT, ("none", "studying", "certificate")),
    ChangeKind(
        "health",
        (About.PARENT, About.CHILD),
        ("suspected", "examined", "untreated", "treated", "controlled", "recovered"),
        awaits=("suspected", "examined"),
        is_restricted=True,
    ),
    ChangeKind(
        "health_care",
        (About.PARENT, About.CHILD),
        _PARTLY,
        is_ordered=True,
        items=("knows", "prevents", "adheres"),
        is_restricted=True,
    ),
    ChangeKind(
        "legal",
        (About.PARENT, About.CHILD, About.FAMILY),
        ("strategy", "filed", "hearing", "granted", "refused", "appealed", "dropped"),
        items=(
            "rights_restored",
            "restriction_lifted",
            "deprivation_prevented",
            "alimony_suit",
            "housing_suit",
            "papers",
            "other",
        ),
        awaits=("filed", "hearing", "appealed"),
    ),
    ChangeKind(
        "stage_of_change",
        _PARENT,
        ("precontemplation", "contemplation", "preparation", "action", "maintenance"),
        is_ordered=True,
    ),
    ChangeKind("scaling", _PARENT, items=("wanted_life", "parenting", "coping"), least=0, most=10, is_rated=True),
    ChangeKind("trust", _PARENT, least=1, most=5, is_rated=True, items=("team", "alliance")),
    ChangeKind(
        "emotional",
        (About.PARENT, About.CHILD),
        ("crisis", "unsteady", "tense", "fairly_steady", "steady"),
        is_ordered=True,
        is_rated=True,
    ),
    ChangeKind(
        "insight",
        _PARENT,
        _PARTLY,
        is_ordered=True,
        items=("critical_view", "authorship", "labor_market", "own_resources"),
    ),
    ChangeKind(
        "skill",
        _PARENT,
        _LEVELS,
        is_ordered=True,
        items=("cleaning", "cooking", "laundry", "budget", "child_care", "child_talk", "calm_dispute"),
    ),
    ChangeKind("routine", _FAMILY, ("not_kept", "partly_kept", "kept"), is_ordered=True),
    ChangeKind("punishment", _PARENT, ("more", "same", "rarer", "never"), is_ordered=True),
)
KINDS: Final[Mapping[str, ChangeKind]] = {kind.code: kind for kind in _ALL}
