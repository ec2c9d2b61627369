"""The form of risks and resources (DOC5): its factors, its levels, and the level it proposes (S4-09, S4-32)."""

from collections.abc import Mapping
from dataclasses import dataclass

NOT_ASSESSED = ""
LEVELS = ("none", "low", "medium", "high", "critical")
OVERALL = ("low", "medium", "high", "critical")
STRENGTHS = ("no", "partly", "yes")
RISKS = (
    "no_housing",
    "violence",
    "addiction",
    "mental_illness",
    "no_supervision",
    "infant",
    "disability",
    "removals",
    "isolation",
    "debts_hunger",
    "abandonment",
    "hiding",
)
FACTS = frozenset({"infant", "disability", "removals"})
"""What is so or is not so: a fact has no level, and says nothing of the level of the whole."""
FACT_ANSWERS = ("none", "yes")
RESOURCES = ("relative", "income", "housing", "education", "motivation", "health", "parenting", "community")


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a form says as a whole: the proposed level ("" while no risk is assessed) and how much is assessed."""

    level: str
    assessed: int
    strong: int

    @property
    def share(self) -> float:
        """The assessed part of all risks and resources, 0 to 1."""
        return self.assessed / (len(RISKS) + len(RESOURCES))


def answers_to(risk: str) -> tuple[str, ...]:
    """What may be answered about a risk: whether it is so, or how grave it is."""
    return FACT_ANSWERS if risk in FACTS else LEVELS


def weigh(risks: Mapping[str, str], resources: Mapping[str, str]) -> Weighed:
    """Propose the overall level: the highest assessed risk; no risk at all is a low level (DOC5).

    What is not assessed is neither good nor bad and changes nothing; a fact is noted and not rated. Raises ValueError
    for an unknown factor or level.
    """
    if {*risks} - {*RISKS} or {*resources} - {*RESOURCES}:
        raise ValueError("factor")
    if any(level not in (NOT_ASSESSED, *answers_to(name)) for name, level in risks.items()):
        raise ValueError("level")
    if {*resources.values()} - {NOT_ASSESSED, *STRENGTHS}:
        raise ValueError("level")
    known = [level for name, level in risks.items() if level and name not in FACTS]
    highest = max(known, key=LEVELS.index) if known else NOT_ASSESSED
    return Weighed(
        level="low" if highest == "none" else highest,
        assessed=sum(1 for level in (*risks.values(), *resources.values()) if level),
        strong=sum(1 for level in resources.values() if level == "yes"),
    )


def assessed_only(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers without what was left open: to leave open is legal and is not an answer."""
    return {name: level for name, level in answers.items() if level}
