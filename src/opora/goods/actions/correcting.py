"""An act is never changed: what was written wrong is taken back by a counter-act, and the right act follows at once.

All of it or nothing: where the right act cannot be written (there is not so much on the shelf), the former one stands.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Conflict
from opora.goods.actions.asking import Asked
from opora.goods.actions.giving import give_goods
from opora.goods.actions.money import give_money
from opora.goods.actions.taking_back import take_back_issue
from opora.goods.models import Issue, MoneyHelp, Reservation
from opora.goods.queries.issues import get_issue, has_come_back
from opora.papers import actions as papers
from opora.process import actions as process


@transaction.atomic
def correct_goods(
    *,
    actor: Actor,
    issue_id: int,
    place_id: int,
    asked: Sequence[Asked],
    receiver_id: int | None = None,
    remark: str = "",
    reason: str,
    on: date,
    today: date,
) -> Issue:
    """The goods of the former act lie on the shelf again, and what was really given goes out with a new act."""
    former = _take_back(actor, issue_id, reason, today, is_goods=True)
    made = give_goods(
        actor=actor,
        route_id=former.route_id,
        case_id=former.case_id if former.route_id is None else None,
        place_id=place_id,
        asked=asked,
        receiver_id=receiver_id,
        remark=remark,
        on=on,
    )
    # The family has come all the same: in its hand-out it stands with the right act.
    was_aside = Reservation.objects.filter(issue=former)
    was_aside.update(issue=made, end=Reservation.End.HANDED_OUT, ended_on=on)
    papers.pass_files_on(former=process.source_of(former), to=process.source_of(made))
    return made


@transaction.atomic
def correct_money(
    *,
    actor: Actor,
    issue_id: int,
    kind: str,
    terms: Mapping[str, Any],
    receiver_id: int | None = None,
    reason: str,
    on: date,
    today: date,
) -> Issue:
    """The former act of money counts no more, the right one stands; its papers and the proof of spending go along."""
    former = _take_back(actor, issue_id, reason, today, is_goods=False)
    made = give_money(
        actor=actor,
        route_id=former.route_id,
        case_id=former.case_id if former.route_id is None else None,
        kind=kind,
        terms=terms,
        receiver_id=receiver_id,
        on=on,
    )
    papers.pass_files_on(former=process.source_of(former), to=process.source_of(made))
    was = MoneyHelp.objects.get(issue=former)
    if was.proven_on is not None:
        right = MoneyHelp.objects.get(issue=made)
        right.proven_on, right.proof = max(was.proven_on, on), was.proof_text
        right.save(update_fields=["proven_on", "proof"])
    return made


def _take_back(actor: Actor, issue_id: int, reason: str, today: date, *, is_goods: bool) -> Issue:
    former = get_issue(actor=actor, issue_id=issue_id)
    if former.reverses_id is not None or (former.kind == Issue.Kind.GOODS) != is_goods:
        raise Conflict(_("This act cannot be corrected. Take it back and write a new one."))
    # Held before it is asked: the warehouse may take a part of it in at this moment.
    Issue.every.select_for_update(of=("self",)).get(pk=former.pk)
    if has_come_back(former):
        raise Conflict(_("Part of it came back already. Take the act back and write a new one."))
    take_back_issue(actor=actor, issue_id=issue_id, reason=reason, lies_since=former.given_on, on=today)
    return former
