"""The window through which the room of families asks who sees which family."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.models import Case, TeamMember
from opora.cases.queries.visible import visible_to
from opora.families.policies import Standing

_ASKED = ("case.read", "identity.read", "case.change", "assessment.write")


class CaseSight:
    """A family is seen through its cases: whoever reaches one of them reaches the family."""

    def standing(self, actor: Actor, case_id: int) -> Standing | None:
        """What the actor may do in a case; None when he or she may not read it."""
        team = TeamMember.objects.filter(case=OuterRef("pk"), user_id=actor.user_id or 0, to_on=None)
        cases = Case.objects.filter(pk=case_id).annotate(is_member=Exists(team))
        found = cases.values_list("family_id", "department_id", "is_member").first()
        if found is None:
            return None
        family_id, department_id, is_member = found
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
