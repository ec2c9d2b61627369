"""From which other families the people here are known, for whoever may see both (a grown daughter, her mother)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from opora.access.rules import Actor
from opora.cases.queries import cases_of_family
from opora.families.queries import Known, NamedFamily

if TYPE_CHECKING:
    from opora.cases.models import Case


@dataclass(frozen=True, slots=True)
class Tie:
    """A person who is known from another family: its newest case, and whether the person is a child there or here."""

    person: Known
    case: "Case"
    grew_up_there: bool
    has_own_there: bool


def ties_of(actor: Actor, family: NamedFamily) -> list[Tie]:
    """One line for each person and family; nothing is asked where nobody is known from elsewhere."""
    told = [(one, tie) for one in family.people for tie in one.elsewhere]
    if not told:
        return []
    seen = cases_of_family(actor=actor, family_ids=sorted({tie.family_id for _one, tie in told}))
    return [
        Tie(
            person,
            cases[0],
            grew_up_there=tie.is_child and person.role != "child",
            has_own_there=not tie.is_child and person.role == "child",
        )
        for person, tie in told
        if (cases := seen.get(tie.family_id))
    ]
