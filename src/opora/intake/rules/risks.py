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


def weigh(risks: Mapping[str, str], resources: Mapping[str, str]) -> Weighed:
    """Propose the overall level: the highest assessed risk; no risk at all is a low level (DOC5).

    What is not assessed is neither good nor bad and changes nothing. Raises ValueError for an unknown factor or level.
    """
    if {*risks} - {*RISKS} or {*resources} - {*RESOURCES}:
        raise ValueError("factor")
    if {*risks.values()} - {NOT_ASSESSED, *LEVELS} or {*resources.values()} - {NOT_ASSESSED, *STRENGTHS}:
        raise ValueError("level")
    known = [level for level in risks.values() if level]
    highest = max(known, key=LEVELS.index) if known else NOT_ASSESSED
    return Weighed(
        level="low" if highest == "none" else highest,
        assessed=len(known) + sum(1 for level in resources.values() if level),
        strong=sum(1 for level in resources.values() if level == "yes"),
    )


def assessed_only(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers without what was left open: to leave open is legal and is not an answer."""
    return {name: level for name, level in answers.items() if level}
