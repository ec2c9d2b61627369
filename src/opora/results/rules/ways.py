"""By which records an outcome is seen: data that the statements read, outcome by outcome (X-02).

What a way does not decide for certain is only suggested; somebody who knows the family says whether it is so.
An outcome without a way here is said by people alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

ItemHow = Literal["none_left", "fewer", "better"]
ValueHow = Literal["is", "came", "ever", "rises", "is_or_rises", "twice", "at_least"]


@dataclass(frozen=True, slots=True)
class ItemWay:
    """By items of the form, from one assessment to the next.

    ``none_left``: what was weak is weak no more. ``fewer``: fewer of them are weak than at first. ``better``: one got
    better since the first form and none got worse.
    """

    concept: str
    items: tuple[str, ...]
    how: ItemHow
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class ValueWay:
    """By what is recorded of a life.

    ``is``: the value is one of these. ``came``: it became one of these after another. ``ever``: it was so once, which
    stays. ``rises``: it is above the first one. ``twice``: it was one of these two times running. ``at_least``: the
    number is no less.
    """

    concept: str
    kind: str
    how: ValueHow
    values: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class SidesWay:
    """Three sides of one thing: reached while all of them are yes."""

    concept: str
    kind: str
    items: tuple[str, str, str]
    is_child: bool


_HOMES: Final = ("crisis_center", "with_relatives", "rented", "social_rent", "own")
_STEADY: Final = ("informal", "parental_leave", "part_time", "official", "pension")
_STAGES: Final = ("contemplation", "preparation", "action", "maintenance")

ITEM_WAYS: Final = (
    ItemWay("child_cared_for", ("2.1", "2.2", "2.3", "3.1", "3.2"), "better"),
    ItemWay("neglect_less", ("2.3",), "none_left"),
    ItemWay("relations_better", ("7.1",), "none_left"),
    ItemWay("parent_oriented", ("6.2", "6.4", "7.1"), "fewer"),
    ItemWay("meets_emotional_needs", ("6.4",), "none_left"),
    ItemWay("meets_basic_needs", ("2.3", "3.5"), "none_left"),
    ItemWay("competence_up", ("2.3", "2.4", "2.5", "3.5", "6.4", "7.6", "8.4"), "better"),
    ItemWay("better_off", ("1.4",), "none_left"),
    ItemWay("out_of_hardship", ("1.4", "1.6"), "none_left"),
    # The form hints at these; what shows them for certain is recorded by people.
    ItemWay("child_copes", ("3.1", "3.3"), "none_left", is_sure=False),
    ItemWay("child_calmer", ("6.1",), "none_left", is_sure=False),
    ItemWay("parent_calmer", ("6.5",), "none_left", is_sure=False),
    ItemWay("child_learns", ("4.3",), "none_left", is_sure=False),
    ItemWay("child_horizons", ("4.4", "4.6"), "none_left", is_sure=False),
    ItemWay("punishment_less", ("2.5", "7.6"), "none_left", is_sure=False),
    ItemWay("authorship", ("5.5",), "none_left", is_sure=False),
    ItemWay("household_skills", ("3.4",), "none_left", is_sure=False),
    ItemWay("stable_income", ("1.3", "1.4"), "none_left", is_sure=False),
)
VALUE_WAYS: Final = (
    ValueWay("housed", "housing", "came", _HOMES),
    # How long it must hold is for people to say, and whether work without papers brings no risk (S1-92).
    ValueWay("stable_income", "employment", "is", _STEADY, is_sure=False),
    ValueWay("better_off", "income", "rises", is_sure=False),
    ValueWay("entitled", "entitlement", "ever", ("granted",)),
    ValueWay("money_calmer", "money_worry", "rises"),
    ValueWay("child_enrolled", "education", "is", ("nursery", "school", "home_schooling", "college", "finished")),
    ValueWay("child_attends", "attendance", "twice", ("attends", "misses_rarely")),
    ValueWay("child_copes", "growth", "rises", items=("daily_tasks",)),
    ValueWay("child_learns", "growth", "is_or_rises", ("yes",), items=("curriculum",)),
    ValueWay("child_horizons", "growth", "is_or_rises", ("yes",), items=("horizons",)),
    ValueWay("educated", "training", "ever", ("certificate",)),
    ValueWay("strategy_chosen", "legal", "ever", ("strategy",)),
    ValueWay("rights_restored", "legal", "ever", ("granted",), items=("rights_restored", "restriction_lifted")),
    ValueWay("deprivation_prevented", "legal", "ever", ("granted",), items=("deprivation_prevented",)),
    ValueWay("ready_to_change", "stage_of_change", "is", _STAGES),
    ValueWay("understands_problem", "stage_of_change", "is", _STAGES, is_sure=False),
    ValueWay("cooperates", "stage_of_change", "is", ("action", "maintenance")),
    ValueWay("active_position", "stage_of_change", "rises"),
    ValueWay("initiative_kept", "stage_of_change", "is", ("maintenance",), is_sure=False),
    ValueWay("trust", "trust", "at_least", ("4",), items=("team",), is_sure=False),
    ValueWay("alliance", "trust", "at_least", ("4",), items=("alliance",), is_sure=False),
    ValueWay("child_calmer", "emotional", "twice", ("fairly_steady", "steady")),
    ValueWay("parent_calmer", "emotional", "twice", ("fairly_steady", "steady")),
    ValueWay("critical_view", "insight", "rises", items=("critical_view",)),
    ValueWay("authorship", "insight", "rises", items=("authorship",)),
    ValueWay("labor_oriented", "insight", "rises", items=("labor_market",)),
    ValueWay("knows_ties", "insight", "is", ("yes",), items=("own_resources",), is_sure=False),
    ValueWay("care_skills", "skill", "rises", items=("child_care", "child_talk")),
    ValueWay("household_skills", "skill", "rises", items=("cleaning", "cooking", "laundry", "budget")),
    ValueWay("calm_disputes", "skill", "rises", items=("calm_dispute",)),
    ValueWay("routine_kept", "routine", "is", ("kept",)),
    ValueWay("punishment_less", "punishment", "is", ("rarer", "never")),
    ValueWay("child_health_solved", "health", "is", ("controlled", "recovered")),
    ValueWay("parent_health_solved", "health", "is", ("controlled", "recovered")),
)
SIDES: Final = (
    SidesWay("needs_met", "basic_needs", ("safety", "hygiene", "home"), is_child=True),
    SidesWay("child_health_watched", "health_care", ("knows", "prevents", "adheres"), is_child=True),
    SidesWay("own_health_watched", "health_care", ("knows", "prevents", "adheres"), is_child=False),
)
# Kinds that are told of parents and of children: which of the two an outcome speaks of.
OF_CHILDREN: Final = frozenset({"child_calmer", "child_health_solved", "child_health_watched"})
OF_PARENTS: Final = frozenset({"parent_calmer", "parent_health_solved", "own_health_watched"})
RESTRICTED: Final = frozenset(
    {"child_health_solved", "parent_health_solved", "child_health_watched", "own_health_watched"}
)
"""Outcomes that tell of somebody's health: read by those who read of health, and by nobody else."""
# Derived by statements of their own: closings, plans, maps, letters, stays, goods.
_OTHERWISE: Final = frozenset(
    {
        "child_kept",
        "child_safe_at_home",
        "wellbeing_better",
        "goals_reached",
        "plan_corrected",
        "responsibility_shared",
        "ties_restored",
        "support_around",
        "request_granted",
        "own_requests",
        "moved_in",
        "safe_place",
        "ready_to_leave",
        "independent",
        "aid_received",
        "child_leisure",
        "new_interaction",
        "other_services",
        "initiative_kept",
        "own_steps",
        "tasks_done",
        "wants_support",
        "stabilized",
    }
)


def _named(ways: Iterable[ItemWay | ValueWay | SidesWay]) -> frozenset[str]:
    return frozenset(one.concept for one in ways)


DERIVED: Final = _named(ITEM_WAYS) | _named(VALUE_WAYS) | _named(SIDES) | _OTHERWISE
"""Every outcome that records may show by themselves."""
