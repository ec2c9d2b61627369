"""Goods go from a stock place to a family, with an act (S0-52, S1-21, S3-43): one record, counted once.

What is asked, checked and filed comes first; the lots are locked for the last steps alone, and the number of the act is
given last of all, so that two hundred people may give things at one moment.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.families import queries as families
from opora.families.models import Person
from opora.goods import policies
from opora.goods.actions.as_service import count_as_service
from opora.goods.actions.asking import Asked, Gifts, order, shortage, stock_place
from opora.goods.actions.ledger import Change, begin_entry, lock_wanted, shelf_of, write
from opora.goods.actions.meeting_needs import meet_needs
from opora.goods.actions.numbering import give_number, unnumbered
from opora.goods.models import Issue, IssueLine, StockEntry
from opora.goods.rules.taking import take
from opora.process import actions as process
from opora.process.policies import is_blocked
from opora.process.queries import Place, recordable


@transaction.atomic
@audit.in_one_go()
def give_goods(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    place_id: int,
    asked: Sequence[Asked],
    receiver_id: int | None = None,
    remark: str = "",
    on: date,
) -> Issue:
    """Give goods and kits to a family from one place. Bread is not refused for a paper: after a withdrawal of consent
    goods are given, and nothing told about anybody. Raises Conflict when there is not enough, naming what there is.
    """
    place = giving_at(actor=actor, route_id=route_id, case_id=case_id, remark=remark, receiver_id=receiver_id, on=on)
    stock = stock_place(place_id)
    ordered = order(asked)
    issue = Issue.objects.create(
        **place.keys,
        kind=Issue.Kind.GOODS,
        given_on=on,
        act_number=unnumbered(),
        place=stock,
        receiver_id=receiver_id,
        remark=remark.strip(),
        by_id=actor.user_id,
    )
    file_act(actor=actor, place=place, issue=issue)
    count_as_service(actor=actor, place=place, issue=issue)
    for line in ordered.lines:
        line.issue = issue
    IssueLine.objects.bulk_create(ordered.lines)
    meet_needs(place=place, lines=ordered.lines, goods=ordered.goods, on=on)
    entry = begin_entry(actor=actor, kind=StockEntry.Kind.ISSUED, issue=issue, on=on)
    gifts = Gifts(place, on=on)
    lots = lock_wanted(ordered.wanted, place_id=stock.pk)
    taken, short = take(ordered.wanted, shelf_of(lots, on=on), on=on, may_go=gifts.may_go)
    if short:
        raise shortage(short, ordered.goods)
    write(entry, [Change(one.lot_id, -one.quantity) for one in taken], lots, on=on)
    return numbered(actor=actor, place=place, issue=issue, verb="goods.given")


def giving_at(
    *, actor: Actor, route_id: int | None, case_id: int | None, remark: str, receiver_id: int | None = None, on: date
) -> Place:
    """Where help is recorded for whoever may record it there; raises what stands against it."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id, though_blocked=True)
    policies.check_can_give(actor)
    if place.route is not None and is_blocked(place.route) and remark.strip():
        raise Invalid(
            {"remark": _("The consent is withdrawn: help may be given, but nothing is written about people.")}
        )
    policies.check_day(on, began=place.began_on)
    if receiver_id is not None and receiver_id not in {one.pk for one in people_at(place)}:
        raise Invalid({"receiver_id": _("Choose somebody of the family.")})
    return place


def people_at(place: Place) -> Sequence[Person]:
    """The people of the family at a place."""
    return families.people_of_family(place.family_id) if place.family_id is not None else ()


def file_act(*, actor: Actor, place: Place, issue: Issue) -> None:
    """The act counts for the stage at once, where the family walks a path."""
    if place.route is not None:
        source = process.source_of(issue)
        process.file_paper(actor=actor, route_id=place.route.pk, kind="aid_act", source=source, on=issue.given_on)


def numbered(*, actor: Actor, place: Place, issue: Issue, verb: str) -> Issue:
    """The act gets its number and the journal its line: the last steps of giving."""
    give_number(issue)
    audit.record(
        actor=actor,
        verb=verb,
        case_id=place.case_id,
        family_id=place.family_id,
        number=issue.act_number,
        issue=issue.pk,
    )
    return issue
