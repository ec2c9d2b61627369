"""An act written by mistake is taken back by a counter-act; what a family brings back is taken in again."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.goods import policies
from opora.goods.actions.as_service import no_service_any_more
from opora.goods.actions.ledger import Change, begin_entry, lock_lots, write
from opora.goods.actions.numbering import give_number, unnumbered
from opora.goods.models import Issue, IssueLine, Movement, Reservation, StockEntry
from opora.goods.queries.issues import get_issue
from opora.process import actions as process


@transaction.atomic
def take_back_issue(
    *,
    actor: Actor,
    issue_id: int,
    reason: str = "",
    is_undo: bool = False,
    lies_since: date | None = None,
    on: date,
) -> Issue:
    """The act counts no more, an act with a number of its own says so, and the goods lie where they lay before.

    ``lies_since``: they never left the shelf on that day, so another act of that day may give them.
    """
    found = get_issue(actor=actor, issue_id=issue_id)
    issue = Issue.every.select_for_update(of=("self",)).get(pk=found.pk)
    process.void(actor=actor, record=issue, what="issue", reason=reason, is_undo=is_undo, on=on)
    no_service_any_more(issue)
    # What had been put aside is back too: the family may be chosen again in the hand-out it stood in.
    Reservation.objects.filter(issue=issue).update(end=Reservation.End.RELEASED, ended_on=on)
    counter = Issue.every.create(
        route=issue.route,
        case=issue.case,
        kind=issue.kind,
        given_on=on,
        act_number=unnumbered(),
        place=issue.place,
        reverses=issue,
        voided_on=on,
        by_id=actor.user_id,
    )
    IssueLine.objects.bulk_create(
        IssueLine(issue=counter, good=line.good, size=line.size, quantity=line.quantity, kit=line.kit, kits=line.kits)
        for line in issue.lines.select_related("good", "kit")
    )
    if back := outstanding(issue):
        day = lies_since or on
        entry = begin_entry(actor=actor, kind=StockEntry.Kind.TAKEN_BACK, issue=issue, on=day)
        lots = lock_lots(back)
        write(entry, [Change(lot_id, quantity) for lot_id, quantity in sorted(back.items())], lots, on=day)
    give_number(counter)
    case_id = issue.case_id or (issue.route.case_id if issue.route else None)
    audit.record(
        actor=actor,
        verb="goods.taken_back",
        case_id=case_id,
        number=issue.act_number,
        counter=counter.act_number,
    )
    return counter


@transaction.atomic
def take_in_return(*, actor: Actor, issue_id: int, back: Mapping[int, Decimal], on: date) -> StockEntry:
    """A family brought part of it back, also of a kit: it lies on the shelf again, by lot. The act stands."""
    found = get_issue(actor=actor, issue_id=issue_id)
    issue = Issue.every.select_for_update(of=("self",)).get(pk=found.pk)
    policies.check_can_manage(actor)
    if on < issue.given_on:
        raise Invalid({"on": _("It was given later than on this day. Check the date.")})
    given = {lot_id: quantity for lot_id, quantity in back.items() if quantity}
    if not given:
        raise Invalid({"": _("Say what came back: enter a quantity in at least one line.")})
    left = outstanding(issue)
    if any(not 0 < quantity <= left.get(lot_id, Decimal(0)) for lot_id, quantity in given.items()):
        raise Conflict(_("No more can come back than was given. Look at the act again."))
    entry = begin_entry(actor=actor, kind=StockEntry.Kind.RETURNED, issue=issue, on=on)
    lots = lock_lots(given)
    write(entry, [Change(lot_id, quantity) for lot_id, quantity in sorted(given.items())], lots, on=on)
    case_id = issue.case_id or (issue.route.case_id if issue.route else None)
    audit.record(actor=actor, verb="goods.returned", case_id=case_id, number=issue.act_number, issue=issue.pk)
    return entry


def outstanding(issue: Issue) -> dict[int, Decimal]:
    """What of an act is with the family still, by lot."""
    moved = Movement.objects.filter(entry__issue=issue).values("lot_id").annotate(sum=Sum("quantity"))
    left: dict[int, Decimal] = defaultdict(Decimal)
    for lot_id, quantity in moved.order_by("lot_id").values_list("lot_id", "sum"):
        if quantity:
            left[lot_id] = -quantity
    return dict(left)
