"""Which forms may be begun in a case now, and why the others may not."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from opora.access.rules import Actor
from opora.assessments import policies
from opora.assessments.models import AssessmentDraft, Point
from opora.assessments.queries.reading import episode_of, standing_of
from opora.assessments.rules import POINTS, obstacles_to_writing
from opora.cases.models import Case
from opora.cases.queries import is_member
from opora.common.asked_often import written_once
from opora.common.asked_together import Asking
from opora.common.told_along import record_of, told_by


@dataclass(frozen=True, slots=True)
class Start:
    """A form at a point: `reason` says why it may not be begun; `draft_at` when its draft was saved."""

    point: str
    label: str
    reason: Promise | None
    draft_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.reason is None


def drafts_in(*, actor: Actor, case_id: int) -> dict[str, datetime]:
    """This person's unfinished new forms of a case, by their point, with the moment of the last save."""
    return ask_drafts(user_id=actor.user_id, case_id=case_id).answer() if actor.user_id is not None else {}


def ask_drafts(*, user_id: int, case_id: int) -> Asking[dict[str, datetime]]:
    """Asks for somebody's unfinished new forms of a case read already, by their point, with the last save."""
    return Asking(_drafts(user_id=user_id, case_id=case_id), _by_point)


@written_once
def _drafts(*, user_id: int, case_id: int) -> QuerySet[AssessmentDraft, dict[str, Any]]:
    kept = AssessmentDraft.objects.filter(case_id=case_id, user_id=user_id, assessment__isnull=True)
    return told_by(kept.order_by("pk"), "id", "point", "saved_at")


def _by_point(told: list[dict[str, Any]]) -> dict[str, datetime]:
    kept = [record_of(AssessmentDraft, one) for one in told]
    return {one.point: one.saved_at for one in kept}


def startable(*, actor: Actor, case: Case) -> list[Start]:
    """Every point of a case this person may read; empty when the person may not assess the family."""
    if not policies.can_write(actor, case, is_member=is_member(actor=actor, case_id=case.pk)):
        return []
    standing = standing_of(case.pk)
    episode = episode_of(case, standing)
    drafts = drafts_in(actor=actor, case_id=case.pk)
    starts: list[Start] = []
    for point in POINTS:
        found = obstacles_to_writing(point, standing, is_open=case.closed_on is None, episode=episode)
        reason = policies.SENTENCES[found[0]] if found else None
        starts.append(Start(point, str(Point(point).label), reason, drafts.get(point)))
    return starts
