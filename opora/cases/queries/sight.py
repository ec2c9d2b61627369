"""The window through which the room of families asks who sees which family."""

from collections.abc import Iterable

from opora.access.rules import Actor
from opora.cases.queries.visible import visible_to


class CaseSight:
    """A family is seen through its cases: whoever reaches one of them reaches the family."""

    def family_of(self, actor: Actor, case_id: int, ability: str) -> int | None:
        """The family of a case when the ability reaches it, otherwise None."""
        cases = visible_to(actor, ability).filter(pk=case_id)
        return cases.values_list("family_id", flat=True).first()

    def reached(self, actor: Actor, family_ids: Iterable[int], ability: str) -> frozenset[int]:
        """Those of the families that have a case the ability reaches."""
        cases = visible_to(actor, ability).filter(family_id__in=list(family_ids))
        return frozenset(cases.values_list("family_id", flat=True))
