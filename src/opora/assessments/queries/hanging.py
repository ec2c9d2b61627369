"""Forms somebody has begun to fill in and not finished: counted, and read by nobody else."""

from opora.access.hanging import Item
from opora.access.rules import Actor
from opora.assessments.models import AssessmentDraft
from opora.cases.queries import visible_to


def drafts_held(actor: Actor, user_id: int) -> list[Item]:
    """The unfinished forms of somebody in cases the reader may know."""
    drafts = AssessmentDraft.objects.filter(user_id=user_id, case__in=visible_to(actor).values("pk"))
    rows = drafts.order_by("saved_at").values_list("pk", "case__number", "case_id", "case__department_id")
    return [Item(key=pk, words=number, case_id=case, department_id=place) for pk, number, case, place in rows]
