"""The same things for many families at once: each has an act of its own, nobody gets half, the ledger stays true."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families import actions as families
from opora.families.rules import Identity
from opora.goods import actions, queries, words
from opora.goods.actions import Planned
from opora.goods.models import FamilyNeed, Issue, Lot, Reservation
from opora.goods.queries.hand_outs import CandidateFilters, candidates, standing_in
from opora.goods.queries.shares import each_of, preview
from opora.goods.rules.hand_outs import ForEach, due
from opora.goods.rules.kits import Part
from opora.goods.rules.taking import Wanted
from opora.goods.tests.factories import ON, Shelf, make_shelf, of
from opora.plans.tests.factories import Walk, make_walk
from opora.process.models import Paper

DAY = ON + timedelta(days=3)


class Desk:
    """A warehouse, some families of one department, and the coordinator who gives to them."""

    def __init__(self, families: int = 3) -> None:
        self.shelf: Shelf = make_shelf()
        self.walks: list[Walk] = [self.shelf.walk, *(make_walk() for _ in range(families - 1))]
        self.coordinator = worker(Role.COORDINATOR, self.shelf.walk.department)

    def plan(self, *lines: Planned, on: date = ON, day: date = DAY) -> int:
        made = actions.plan_hand_out(
            actor=self.coordinator, name="Подарки", place_id=self.shelf.place.pk, lines=lines, day=day, on=on
        )
        return made.pk

    def put_aside(self, hand_out_id: int, *walks: Walk, on: date = ON) -> list[Reservation]:
        return actions.put_aside_for_many(
            actor=self.coordinator, hand_out_id=hand_out_id, route_ids=[walk.route.pk for walk in walks], on=on
        )


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.django_db
class TestOneHandOut:
    def test_each_family_that_came_has_its_act_and_what_nobody_came_for_is_back_on_the_shelf(self, desk):
        gift = desk.shelf.good("Подарок", category="toys", unit="piece")
        desk.shelf.bring(gift, 10)
        need = actions.record_need(
            actor=desk.coordinator,
            case_id=desk.walks[0].case.pk,
            good_id=gift.pk,
            quantity=Decimal(1),
            rhythm="once",
            on=ON,
        )
        hand_out = desk.plan(Planned(Decimal(2), gift.pk))
        aside = desk.put_aside(hand_out, *desk.walks)
        lot = Lot.objects.get(good=gift)
        assert (lot.quantity, lot.reserved) == (10, 6)
        issues = actions.hand_out_to_many(
            actor=desk.shelf.keeper, hand_out_id=hand_out, reservation_ids=[one.pk for one in aside[:2]], on=DAY
        )
        numbers = [int(issue.act_number.split("/")[0]) for issue in issues]
        assert numbers == [numbers[0], numbers[0] + 1]
        for walk, issue in zip(desk.walks[:2], issues, strict=True):
            assert issue.route_id == walk.route.pk and [line.quantity for line in issue.lines.all()] == [2]
            [paper] = Paper.objects.filter(route=walk.route, kind="aid_act")
            assert paper.source == f"goods.issue:{issue.pk}"
        assert FamilyNeed.objects.get(pk=need.pk).due_on is None
        actions.close_hand_out(actor=desk.coordinator, hand_out_id=hand_out, on=DAY)
        lot.refresh_from_db()
        assert (lot.quantity, lot.reserved) == (6, 0)
        assert queries.unbalanced() == []
        told = JournalEntry.objects.filter(verb="goods.handed_out").values_list("case_id", flat=True)
        assert set(told) == {walk.case.pk for walk in desk.walks[:2]}

    def test_one_act_of_a_hand_out_is_taken_back_by_itself(self, desk):
        gift = desk.shelf.good("Подарок", unit="piece")
        desk.shelf.bring(gift, 3)
        hand_out = desk.plan(Planned(Decimal(1), gift.pk), day=ON)
        issues = actions.give_to_many(
            actor=desk.coordinator, hand_out_id=hand_out, route_ids=[walk.route.pk for walk in desk.walks], on=ON
        )
        actions.take_back_issue(actor=desk.coordinator, issue_id=issues[1].pk, reason="не та семья", on=ON)
        assert desk.shelf.there(gift) == 1
        assert Issue.objects.filter(pk__in=[one.pk for one in issues]).count() == 2
        assert queries.unbalanced() == []
        [row] = queries.hand_outs(actor=desk.coordinator)
        assert (row.families, row.got) == (2, 2)
        known = queries.get_hand_out(actor=desk.coordinator, hand_out_id=hand_out)
        [again] = candidates(actor=desk.coordinator, hand_out=known, filters=CandidateFilters())
        assert again.route_id == desk.walks[1].route.pk
        desk.put_aside(hand_out, desk.walks[1])

    def test_a_family_whose_act_is_written_anew_has_come_with_what_the_new_act_says(self, desk):
        gift = desk.shelf.good("Подарок", unit="piece")
        desk.shelf.bring(gift, 3)
        hand_out = desk.plan(Planned(Decimal(2), gift.pk), day=ON)
        [issue] = actions.give_to_many(
            actor=desk.coordinator, hand_out_id=hand_out, route_ids=[desk.walks[0].route.pk], on=ON
        )
        made = actions.correct_goods(
            actor=desk.coordinator,
            issue_id=issue.pk,
            place_id=desk.shelf.place.pk,
            asked=[of(gift, 1)],
            reason="дали один",
            on=ON,
            today=ON,
        )
        [row] = queries.hand_outs(actor=desk.coordinator)
        assert (row.families, row.got) == (1, 1)
        known = queries.get_hand_out(actor=desk.coordinator, hand_out_id=hand_out)
        [one], _others = standing_in(actor=desk.coordinator, hand_out=known)
        assert (one.act_number, one.was_taken_back) == (made.act_number, False)
        assert one.things == [words.so_much(gift.name, "", Decimal(1), "piece")]

    def test_nobody_gets_half_and_too_little_is_said_before_anything_moves(self, desk):
        tea, mug = desk.shelf.good("Чай"), desk.shelf.good("Кружка", unit="piece")
        desk.shelf.bring(tea, 3)
        desk.shelf.bring(mug, 1)
        kit = actions.keep_kit(
            actor=SYSTEM, name=f"Набор {tea.pk}", parts=[Part(tea.pk, "", Decimal(1)), Part(mug.pk, "", Decimal(1))]
        )
        hand_out = desk.plan(Planned(Decimal(1), kit_id=kit.pk))
        known = queries.get_hand_out(actor=desk.coordinator, hand_out_id=hand_out)
        found = candidates(actor=desk.coordinator, hand_out=known, filters=CandidateFilters())
        shares, lacking = preview(lines=each_of(known.lines.all()), places=found, place_id=desk.shelf.place.pk, on=DAY)
        assert [one.is_enough for one in shares] == [True, False, False]
        assert [(one.good.pk, one.quantity) for one in lacking] == [(mug.pk, 2)]
        with pytest.raises(Conflict, match="2"):
            desk.put_aside(hand_out, *desk.walks)
        assert not Reservation.objects.exists()
        desk.put_aside(hand_out, desk.walks[2])
        assert {lot.reserved for lot in Lot.objects.filter(good__in=[tea, mug])} == {1}

    def test_a_family_stands_in_a_hand_out_once(self, desk):
        gift = desk.shelf.good("Подарок", unit="piece")
        desk.shelf.bring(gift, 9)
        hand_out = desk.plan(Planned(Decimal(1), gift.pk))
        desk.put_aside(hand_out, desk.walks[0])
        with pytest.raises(Conflict):
            desk.put_aside(hand_out, desk.walks[0], desk.walks[1])
        known = queries.get_hand_out(actor=desk.coordinator, hand_out_id=hand_out)
        left = candidates(actor=desk.coordinator, hand_out=known, filters=CandidateFilters())
        assert {place.route_id for place in left} == {walk.route.pk for walk in desk.walks[1:]}

    def test_who_reads_no_family_adds_none_and_the_warehouse_knows_codes_only(self, desk):
        gift = desk.shelf.good("Подарок", unit="piece")
        desk.shelf.bring(gift, 9)
        hand_out = desk.plan(Planned(Decimal(1), gift.pk))
        routes = [desk.walks[0].route.pk]
        with pytest.raises(Refused):
            actions.put_aside_for_many(actor=desk.shelf.keeper, hand_out_id=hand_out, route_ids=routes, on=ON)
        with pytest.raises(NotFound):
            actions.put_aside_for_many(actor=desk.walks[1].manager, hand_out_id=hand_out, route_ids=routes, on=ON)
        desk.put_aside(hand_out, *desk.walks[:2])
        known = queries.get_hand_out(actor=desk.coordinator, hand_out_id=hand_out)
        rows, others = standing_in(actor=desk.shelf.keeper, hand_out=known)
        assert ([row.whose for row in rows], others) == ([walk.case.client.code for walk in desk.walks[:2]], 0)
        rows, others = standing_in(actor=desk.walks[0].manager, hand_out=known)
        assert ([row.case_id for row in rows], others) == ([desk.walks[0].case.pk], 1)
        with pytest.raises(Refused):
            actions.close_hand_out(actor=desk.walks[0].manager, hand_out_id=hand_out, on=ON)

    def test_what_each_family_gets_may_change_until_something_is_put_aside(self, desk):
        gift = desk.shelf.good("Подарок", unit="piece")
        desk.shelf.bring(gift, 9)
        hand_out = desk.plan(Planned(Decimal(1), gift.pk))
        change = partial(
            actions.plan_hand_out, actor=desk.coordinator, hand_out_id=hand_out, name="Ёлка", day=DAY, on=ON
        )
        change(place_id=desk.shelf.place.pk, lines=[Planned(Decimal(2), gift.pk)])
        desk.put_aside(hand_out, desk.walks[0])
        with pytest.raises(Conflict):
            change(place_id=desk.shelf.place.pk, lines=[Planned(Decimal(3), gift.pk)])

    def test_each_child_of_the_age_gets_its_own(self, desk):
        jacket = desk.shelf.good("Куртка", category="clothes", unit="piece", has_sizes=True)
        desk.shelf.bring(jacket, 5, size="110")
        child = desk.walks[0].home.children[0]
        families.update_identity(
            actor=SYSTEM, person=child, identity=Identity(given="Аня", birth_date=date(ON.year - 5, 1, 10))
        )
        with pytest.raises(Invalid, match=f"{jacket.name} 110: "):
            desk.plan(Planned(Decimal(1), jacket.pk, "110", each="child", age_from=6, age_to=4))
        hand_out = desk.plan(Planned(Decimal(1), jacket.pk, "110", each="child", age_from=4, age_to=6))
        known = queries.get_hand_out(actor=desk.coordinator, hand_out_id=hand_out)
        found = candidates(actor=desk.coordinator, hand_out=known, filters=CandidateFilters())
        shares, _lacking = preview(lines=each_of(known.lines.all()), places=found, place_id=desk.shelf.place.pk, on=DAY)
        of_route = {one.place.route_id: one.due for one in shares}
        assert (of_route[desk.walks[0].route.pk].children, of_route[desk.walks[0].route.pk].of_unknown_age) == (1, 1)
        assert not of_route[desk.walks[1].route.pk].wanted
        with pytest.raises(Invalid):
            desk.put_aside(hand_out, *desk.walks)
        desk.put_aside(hand_out, desk.walks[0])
        assert Lot.objects.get(good=jacket).reserved == 1

    def test_twelve_families_cost_no_more_questions_than_three(self, desk):
        gift = desk.shelf.good("Подарок", unit="piece")
        desk.shelf.bring(gift, 40)

        def questions(walks: list[Walk]) -> int:
            hand_out = desk.plan(Planned(Decimal(1), gift.pk), day=ON)
            routes = [walk.route.pk for walk in walks]
            with CaptureQueriesContext(connection) as asked:
                actions.give_to_many(actor=desk.coordinator, hand_out_id=hand_out, route_ids=routes, on=ON)
            return len(asked)

        few = questions(desk.walks)
        assert questions([*desk.walks, *(make_walk() for _ in range(9))]) == few


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("committed")
def test_hand_outs_and_single_issues_at_one_moment_do_not_stick_and_take_no_more_than_there_is(at_once):
    desk = Desk()
    goods = [desk.shelf.good("Мыло"), desk.shelf.good("Чай")]
    for good in goods:
        desk.shelf.bring(good, 10)

    def hand_out(first: int) -> int:
        lines = [Planned(Decimal(1), goods[first].pk), Planned(Decimal(1), goods[1 - first].pk)]
        made = desk.plan(*lines, day=ON)
        routes = [walk.route.pk for walk in (desk.walks if first else desk.walks[::-1])]
        try:
            given = actions.give_to_many(actor=desk.coordinator, hand_out_id=made, route_ids=routes, on=ON)
        except Conflict:
            return 0
        return 2 * len(given)

    def single(first: int) -> int:
        try:
            desk.shelf.give(of(goods[first], 1), of(goods[1 - first], 1))
        except Conflict:
            return 0
        return 2

    done = at_once(*(partial(way, n % 2) for n in range(4) for way in (hand_out, single)))
    assert all(isinstance(one, int) for one in done), done
    assert sum(done) + sum((desk.shelf.there(good) for good in goods), Decimal(0)) == 20
    assert queries.unbalanced() == []


def test_a_child_of_unknown_age_gets_what_every_child_gets_and_nothing_on_a_guess():
    book, coat = (Wanted(good, "", Decimal(1)) for good in (1, 2))
    lines = [ForEach((book,), for_children=True), ForEach((coat,), for_children=True, age_from=3, age_to=6)]
    found = due(lines, [4, None, 9])
    assert {one.good_id: one.quantity for one in found.wanted} == {1: 3, 2: 1}
    assert (found.children, found.of_unknown_age) == (3, 0)
    assert due(lines[1:], [None]).of_unknown_age == 1
