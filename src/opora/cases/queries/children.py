"""Of which children a case is asked on a day: those it is about, as far as they are children of the family then."""

from datetime import date

from opora.cases.models import Case
from opora.families import queries as families
from opora.families.models import Person
from opora.families.rules import Belonging


def children_on(case: Case, *, on: date) -> list[Person]:
    """The children of a case already read, on a day: not who has grown up, left or died, nor who is not born yet.

    With the keys, for the ages. A child of the case of whom the family tells nothing is one.
    """
    return [child for child, belongs in _all(case, on) if belongs is Belonging.CHILD]


def not_asked_on(case: Case, *, on: date) -> list[tuple[Person, Belonging]]:
    """The other children of the case, with what each is on that day."""
    return [(child, belongs) for child, belongs in _all(case, on) if belongs is not Belonging.CHILD]


def _all(case: Case, on: date) -> list[tuple[Person, Belonging]]:
    belongs = families.belongings_in(case.family_id, on=on)
    rows = case.children.select_related("person__key")
    return [(row.person, belongs.get(row.person_id, Belonging.CHILD)) for row in rows]
