"""The window through which the room of families asks who sees which family."""

from collections.abc import Iterable

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.models import Case
from opora.cases.queries.visible import present_workers, visible_to
from opora.families.policies import Standing

_ASKED = ("case.read", "identity.read", "case.change", "assessment.write", "assessment.approve")


class CaseSight:
    """A family is seen through its cases: whoever reaches one of them reaches the family."""

    def standing(self, actor: Actor, case_id: int) -> Standing | None:
        """What the actor may do in a case; None when he or she may not read it."""
        cases = Case.objects.filter(pk=case_id).annotate(workers=present_workers(actor))
        found = cases.values_list("family_id", "department_id", "workers").first()
        if found is None:
            return None
        family_id, department_id, workers = found
        is_member = frozenset(workers)
        abilities = frozenset(
            ability
            for ability in _ASKED
            if policies.within(actor, ability, department_id=department_id, is_member=is_member)
        )
        return Standing(family_id, abilities) if "case.read" in abilities else None

    def reached(self, actor: Actor, family_ids: Iterable[int], ability: str) -> frozenset[int]:
        """Those of the families that have a case the ability reaches."""
        cases = visible_to(actor, ability).filter(family_id__in=list(family_ids))
        return frozenset(cases.values_list("family_id", flat=True))
