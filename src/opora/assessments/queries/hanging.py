"""Forms somebody has begun to fill in and not finished: they go to whoever takes the family over."""

from opora.access.hanging import Item
from opora.access.rules import ABILITIES, Actor
from opora.assessments.models import AssessmentDraft
from opora.cases.queries import visible_to

WRITERS = tuple(ABILITIES["assessment.write"])


def drafts_held(actor: Actor, user_id: int) -> list[Item]:
    """The unfinished forms of somebody in cases the reader may know."""
    drafts = AssessmentDraft.objects.filter(user_id=user_id, case__in=visible_to(actor).values("pk"))
    rows = drafts.order_by("saved_at").values_list(
        "pk", "case__number", "case_id", "case__department_id", "case__family_id"
    )
    return [
        Item(key=pk, words=number, roles=WRITERS, case_id=case, department_id=place, family_id=family)
        for pk, number, case, place, family in rows
    ]
