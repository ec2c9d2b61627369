"""Finding cases by their number alone, for pages that speak of cases of every department."""

from opora.access.rules import Actor
from opora.cases.queries.visible import visible_to
from opora.cases.rules.numbers import number_key


def ids_of_number(*, actor: Actor, number: str, ability: str = "case.read", limit: int = 20) -> tuple[int, ...]:
    """The cases with this number in any spelling, in any department the ability reaches; a number may repeat there."""
    found = visible_to(actor, ability).filter(number_key=number_key(number)).order_by("-pk")
    return tuple(found.values_list("pk", flat=True)[:limit])
