"""Many hands at one shelf: no two wait for each other for ever, nothing falls below nothing, nothing is lost."""

from decimal import Decimal
from functools import partial

import pytest

from opora.common.errors import Conflict
from opora.goods import actions, queries
from opora.goods.models import Issue
from opora.goods.tests.factories import ON, make_shelf, of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("committed")]


def test_eight_writers_give_from_one_shelf_until_it_is_empty(at_once):
    """Each gives two goods, in an order of his own, as often as he can: the shelf is empty, and no more than that."""
    shelf = make_shelf()
    goods = [shelf.good("Мыло"), shelf.good("Мука"), shelf.good("Чай")]
    for good in goods:
        shelf.bring(good, 30)

    def writer(n: int) -> int:
        given = 0
        for turn in range(10):
            first, second = goods[(n + turn) % 3], goods[(n + turn * 2 + 1) % 3]
            asked = [of(first, 1)] if first == second else [of(first, 1), of(second, 1)]
            try:
                shelf.give(*asked)
            except Conflict:
                continue
            given += len(asked)
        return given

    given = at_once(*(partial(writer, n) for n in range(8)))
    assert all(isinstance(one, int) for one in given), given
    left = sum((shelf.there(good) for good in goods), Decimal(0))
    assert sum(given) + left == 90
    assert queries.unbalanced() == []
    numbers = list(Issue.objects.values_list("act_number", flat=True))
    assert len(numbers) == len(set(numbers)) > 8


def test_giving_moving_and_counting_at_one_moment_keep_the_ledger_true(at_once):
    shelf = make_shelf()
    soap = shelf.good("Мыло")
    shelf.bring(soap, 20)
    shop = actions.keep_place(actor=shelf.keeper, name="Магазин", kind="shop")
    lot = soap.lots.get()

    def count() -> object:
        begun = actions.begin_count(actor=shelf.keeper, place_id=shelf.place.pk, on=ON)
        [line] = queries.lines_of_count(begun)
        actions.put_down(actor=shelf.keeper, count_id=begun.pk, counted={line.pk: line.expected - 1})
        return actions.close_count(actor=shelf.keeper, count_id=begun.pk, on=ON)

    def move() -> object:
        return actions.move_goods(actor=shelf.keeper, quantities={lot.pk: Decimal(5)}, to_place_id=shop.pk, on=ON)

    done = at_once(lambda: shelf.give(of(soap, 3)), count, move, move, lambda: shelf.give(of(soap, 2)))
    assert not [one for one in done if isinstance(one, Conflict)]
    assert shelf.there(soap) == 20 - 3 - 2 - 10 - 1
    assert queries.unbalanced() == []
