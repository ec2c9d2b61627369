"""What was put aside goes out, to one family or to many at once: each gets an act as if given to alone."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from opora.access.rules import SYSTEM, Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.goods.actions.as_service import count_goods_as_services
from opora.goods.actions.asking import goods_by_id
from opora.goods.actions.ledger import Change, begin_entry, lock_lots, write_for_each
from opora.goods.actions.meeting_needs import meet_needs_of_many
from opora.goods.actions.numbering import give_numbers, unnumbered
from opora.goods.models import Issue, IssueLine, Reservation, ReservationLine, StockEntry
from opora.process import actions as process
from opora.process.queries import Place, places_among


def give_out(*, actor: Actor, reserved: Sequence[Reservation], on: date) -> list[Issue]:
    """Acts of what waits for these families, locked already and asked whether it may go; numbered in their order."""
    aside: dict[int, list[ReservationLine]] = defaultdict(list)
    for line in ReservationLine.objects.filter(reservation__in=reserved).select_related("lot"):
        aside[line.reservation_id].append(line)
    places = _places_of(reserved)
    issues = Issue.objects.bulk_create(
        Issue(
            **place.keys,
            kind=Issue.Kind.GOODS,
            given_on=on,
            act_number=unnumbered(),
            place_id=one.place_id,
            by_id=actor.user_id,
        )
        for place, one in zip(places, reserved, strict=True)
    )
    given = list(zip(places, issues, strict=True))
    sources = {place.route_id: process.source_of(issue) for place, issue in given if place.route_id is not None}
    process.file_paper_for_many(actor=SYSTEM, kind="aid_act", sources=sources, on=on)
    count_goods_as_services(actor=SYSTEM, given=given, on=on)
    lines = [_lines_of_act(issue, aside[one.pk]) for one, issue in zip(reserved, issues, strict=True)]
    IssueLine.objects.bulk_create(line for its in lines for line in its)
    goods = goods_by_id({line.good_id for its in lines for line in its})
    meet_needs_of_many(list(zip(places, lines, strict=True)), goods=goods, on=on)
    for one, issue in zip(reserved, issues, strict=True):
        one.end, one.ended_on, one.issue = Reservation.End.HANDED_OUT, on, issue
    Reservation.objects.bulk_update(reserved, ["end", "ended_on", "issue"])
    _take_out(actor, [(issue, aside[one.pk]) for one, issue in zip(reserved, issues, strict=True)], on)
    give_numbers(issues)
    told = [
        {"case_id": place.case_id, "family_id": place.family_id, "number": issue.act_number, "issue": issue.pk}
        for place, issue in given
    ]
    audit.record_many(actor=actor, verb="goods.handed_out", entries=told)
    return issues


def _places_of(reserved: Sequence[Reservation]) -> list[Place]:
    route_ids = {one.route_id for one in reserved if one.route_id is not None}
    case_ids = {one.case_id for one in reserved if one.case_id is not None}
    places = places_among(actor=SYSTEM, route_ids=route_ids, case_ids=case_ids)
    of_route = {place.route_id: place for place in places if place.route_id is not None}
    of_case = {place.case_id: place for place in places if place.case_id is not None}
    try:
        return [of_route[one.route_id] if one.route_id is not None else of_case[one.case_id or 0] for one in reserved]
    except KeyError:
        raise Conflict(_("The work with one of these families was begun by mistake. Put its things back.")) from None


def _take_out(actor: Actor, given: Sequence[tuple[Issue, Sequence[ReservationLine]]], on: date) -> None:
    entry = begin_entry(actor=actor, kind=StockEntry.Kind.ISSUED, on=on)
    lots = lock_lots(line.lot_id for _issue, aside in given for line in aside)
    if any(lot.expires_on is not None and lot.expires_on < on for lot in lots.values()):
        raise Conflict(_("Part of what was put aside has gone off. Put it back on the shelf and give something else."))
    changes = [
        (issue.pk, [Change(line.lot_id, -line.quantity, -line.quantity) for line in aside]) for issue, aside in given
    ]
    write_for_each(entry, changes, lots, on=on)


def _lines_of_act(issue: Issue, aside: Sequence[ReservationLine]) -> list[IssueLine]:
    """What was put aside as the lines of an act: by goods and sizes, whatever lots they lie in."""
    sums: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
    for one in aside:
        sums[(one.lot.good_id, one.lot.size)] += one.quantity
    return [
        IssueLine(issue=issue, good_id=good_id, size=size, quantity=quantity)
        for (good_id, size), quantity in sums.items()
    ]
