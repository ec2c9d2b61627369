"""What we asked for outside, and what was promised: those that wait first."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, When

from opora.access.rules import Actor
from opora.common.choices import Offered, offered
from opora.families.sealing import opened
from opora.goods import policies
from opora.goods.models import Appeal
from opora.volunteers.queries import donors

WAYS: Offered = offered(*Appeal.Way)
_OVER = (Appeal.State.RECEIVED, Appeal.State.REFUSED)
ANSWERS: Offered = offered(*(one for one in Appeal.State if one != Appeal.State.WAITING))


@dataclass(frozen=True, slots=True)
class AppealLine:
    """A request with whom we asked, by name, and whether what was promised is late."""

    appeal: Appeal
    whom: str
    is_late: bool


def list_appeals(*, actor: Actor, on: date, part: slice) -> list[AppealLine]:
    """Those that wait for an answer or for what was promised come first, then the others, the newest first.

    What was voided comes last.
    """
    policies.check_can_manage(actor)
    rank = Case(When(voided_on__isnull=False, then=2), When(state__in=_OVER, then=1), default=0)
    found = Appeal.every.order_by(rank, F("promised_by").asc(nulls_last=True), "-asked_on", "-pk")
    rows = list(found[part])
    names = {one.pk: one.name for one in donors(actor=actor, with_ids={one.donor_id for one in rows if one.donor_id})}
    return [_line(one, names, on) for one in rows]


def get_appeal(*, actor: Actor, appeal_id: int) -> Appeal:
    """A request, for whoever keeps the warehouse; NotFound for everybody else."""
    found = Appeal.every.filter(pk=appeal_id).first()
    if found is None or not policies.may_manage(actor):
        raise policies.unseen()
    return found


def _line(one: Appeal, names: dict[int, str], on: date) -> AppealLine:
    is_promised = one.state == Appeal.State.PROMISED and one.voided_on is None
    parts = (names.get(one.donor_id or 0, ""), opened(one, "whom"))
    return AppealLine(
        appeal=one,
        whom=", ".join(part for part in parts if part),
        is_late=is_promised and one.promised_by is not None and one.promised_by < on,
    )
