"""The rules of the stock hold for whatever lies on a shelf and whatever is asked for."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from opora.goods.rules.kits import Part, goods_of, how_many
from opora.goods.rules.needs import RHYTHMS, due_again, paid_until, times_due
from opora.goods.rules.norms import Given, Norm, beyond
from opora.goods.rules.purposes import ForWhom, Receiving, may_go
from opora.goods.rules.sharing import share
from opora.goods.rules.sizes import neighbors, rank, tidy
from opora.goods.rules.stock_taking import differences
from opora.goods.rules.taking import OnShelf, Wanted, least_since, take

ON = date(2026, 3, 2)
QUANTITIES = st.integers(0, 40).map(Decimal)
DAYS = st.one_of(st.none(), st.integers(-5, 30).map(lambda n: ON + timedelta(days=n)))


def test_rent_is_paid_to_the_day_before_the_same_day_of_a_later_month() -> None:
    assert paid_until(date(2026, 12, 1), 2) == date(2027, 1, 31)
    assert paid_until(date(2026, 12, 10), 1) == date(2027, 1, 9)
    assert paid_until(date(2027, 1, 31), 1) == date(2027, 2, 27)


@st.composite
def shelves(draw: st.DrawFn) -> list[OnShelf]:
    lots = draw(st.integers(0, 8))
    return [
        OnShelf(n, draw(st.integers(1, 2)), draw(st.sampled_from(["", "62"])), draw(QUANTITIES), draw(DAYS))
        for n in range(1, lots + 1)
    ]


WANTED = st.lists(
    st.builds(Wanted, st.integers(1, 2), st.sampled_from(["", "62"]), st.integers(0, 30).map(Decimal)), max_size=5
)


@given(shelves(), WANTED)
def test_what_is_taken_and_what_is_missing_are_what_was_asked_for(shelf, wanted):
    taken, short = take(wanted, shelf, on=ON)
    free = {lot.lot_id: lot.free for lot in shelf}
    assert all(0 < one.quantity <= free[one.lot_id] for one in taken)
    missing = sum((one.wanted.quantity - one.there for one in short), Decimal(0))
    assert sum((one.quantity for one in taken), missing) == sum((one.quantity for one in wanted), Decimal(0))


@given(shelves(), st.integers(1, 30).map(Decimal))
def test_what_goes_off_first_goes_out_first_and_what_has_gone_off_never(shelf, quantity):
    taken = {one.lot_id: one.quantity for one in take([Wanted(1, "", quantity)], shelf, on=ON)[0]}
    lots = {lot.lot_id: lot for lot in shelf}
    for lot_id in taken:
        assert lots[lot_id].expires_on is None or lots[lot_id].expires_on >= ON
        earlier = [
            lot
            for lot in shelf
            if (lot.good_id, lot.size) == (1, "")
            and ON <= (lot.expires_on or date.max) < (lots[lot_id].expires_on or date.max)
        ]
        assert all(taken.get(lot.lot_id, Decimal(0)) == lot.free for lot in earlier)


PARTS = st.lists(
    st.builds(Part, st.integers(1, 3), st.sampled_from(["", "S"]), st.integers(1, 9).map(Decimal)),
    min_size=1,
    max_size=5,
)


@given(PARTS, st.integers(1, 12))
def test_a_kit_loses_nothing_and_adds_nothing(parts, kits):
    goods = goods_of(parts, Decimal(kits))
    for good_id in (1, 2, 3):
        in_kits = sum((part.quantity for part in parts if part.good_id == good_id), Decimal(0)) * kits
        assert sum((one.quantity for one in goods if one.good_id == good_id), Decimal(0)) == in_kits


@given(PARTS, st.dictionaries(st.tuples(st.integers(1, 3), st.sampled_from(["", "S"])), QUANTITIES))
def test_so_many_kits_can_be_put_together_and_not_one_more(parts, free):
    whole = how_many(parts, free)
    for kits, is_enough in ((whole, True), (whole + 1, False)):
        needed: dict[tuple[int, str], Decimal] = {}
        for one in goods_of(parts, Decimal(kits)):
            needed[one.good_id, one.size] = needed.get((one.good_id, one.size), Decimal(0)) + one.quantity
        assert all(free.get(key, Decimal(0)) >= quantity for key, quantity in needed.items()) is is_enough


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(-9, 9)), max_size=20))
def test_a_back_dated_deed_takes_no_more_than_lay_there_on_every_day_since(moves):
    day, balances = ON, {}
    moves = sorted(moves)
    balance = Decimal(100)
    for offset in range(21):
        balance += sum(quantity for at, quantity in moves if at == offset)
        balances[day + timedelta(days=offset)] = balance
    after = ON + timedelta(days=7)
    changes = [
        (ON + timedelta(days=at), Decimal(quantity)) for at, quantity in moves if ON + timedelta(days=at) > after
    ]
    assert least_since(balance, changes) == max(0, min(kept for at, kept in balances.items() if at >= after))


def test_a_size_that_is_not_there_offers_the_next_larger_and_the_next_smaller():
    assert neighbors("74", ["62", "68", "80", "92", "M"]) == ["80", "68"]
    assert neighbors("M", ["XS", "S", "XL", "74"]) == ["XL", "S"]
    assert neighbors("2-3 года", ["1-2 года", "4-5 лет"]) == ["4-5 лет", "1-2 года"]
    assert neighbors("универсальный", ["62"]) == []
    assert (tidy(" хл ".replace("л", "l")), tidy("м"), tidy("36.5")) == ("XL", "M", "36,5")
    assert sorted(["XL", "80", "S", "62"], key=rank) == ["S", "XL", "62", "80"]


def test_a_gift_goes_where_the_donor_said_and_an_unknown_age_is_no_refusal():
    nappies = ForWhom(program_id=1, child_under=3)
    assert may_go(nappies, Receiving(1, (2, 9)))
    assert may_go(nappies, Receiving(1, (None,)))
    assert not may_go(nappies, Receiving(1, (3, 9)))
    assert not may_go(nappies, Receiving(1, ()))
    assert not may_go(nappies, Receiving(2, (1,)))


@given(st.sampled_from(RHYTHMS), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_need_that_is_met_on_the_day_is_due_once_more_on_the_next(rhythm, since):
    again = due_again(rhythm, since)
    if again is None:
        assert times_due(rhythm, since, date.max.replace(year=2050)) == 1
    else:
        assert times_due(rhythm, since, again - timedelta(days=1)) == 1
        assert times_due(rhythm, since, again) == 2


def test_the_last_day_of_a_month_does_not_wander():
    assert due_again("month", date(2026, 1, 31)) == date(2026, 2, 28)
    assert times_due("month", date(2026, 1, 31), date(2026, 3, 30)) == 2
    assert times_due("month", date(2026, 1, 31), date(2026, 3, 31)) == 3


def test_a_norm_speaks_up_and_counts_its_own_days_only():
    three_packs = Norm(1, "Подгузники", "pack", 7, "", Decimal(3), 30)
    had = [Given(7, "baby", Decimal(2), ON - timedelta(days=10)), Given(7, "baby", Decimal(9), ON - timedelta(days=30))]
    assert beyond([three_packs], had, [Given(7, "baby", Decimal(1), ON)], on=ON) == []
    [said] = beyond([three_packs], had, [Given(7, "baby", Decimal(2), ON)], on=ON)
    assert (said.given, said.would_be, said.last_on) == (2, 4, ON - timedelta(days=10))
    once = Norm(2, "Мебель", "", None, "furniture", None, 365)
    bed = [Given(9, "furniture", Decimal(1), ON)]
    assert beyond([once], [], bed, on=ON) == []
    assert len(beyond([once], [Given(8, "furniture", Decimal(1), ON - timedelta(days=364))], bed, on=ON)) == 1


def test_what_nobody_counted_is_left_as_it_is():
    found = differences(
        {1: Decimal(5), 2: Decimal(3), 3: Decimal(1)}, {1: Decimal(4), 2: None, 3: Decimal(1), 4: Decimal(2)}
    )
    assert [(one.lot_id, one.quantity) for one in found] == [(1, -1), (4, 2)]


_ANY = st.integers(min_value=1, max_value=3)


@given(
    st.lists(st.tuples(_ANY, st.integers(min_value=1, max_value=6)), max_size=12),
    st.lists(st.lists(st.tuples(_ANY, st.integers(min_value=1, max_value=4)), min_size=1, max_size=3), max_size=10),
)
def test_a_shelf_shared_out_gives_whole_shares_in_turn_and_never_more_than_lies_there(lots, families):
    shelf = [OnShelf(n, good, "", Decimal(free)) for n, (good, free) in enumerate(lots)]
    wanted = [[Wanted(good, "", Decimal(quantity)) for good, quantity in lines] for lines in families]
    shared = share(wanted, shelf, on=ON)
    left = {lot.lot_id: lot.free for lot in shelf}
    for lines, (taken, short) in zip(wanted, shared, strict=True):
        for good in (1, 2, 3):
            asked = sum((one.quantity for one in lines if one.good_id == good), Decimal(0))
            free = sum((left[lot.lot_id] for lot in shelf if lot.good_id == good), Decimal(0))
            got = sum((one.quantity for one in taken if shelf[one.lot_id].good_id == good), Decimal(0))
            assert got == (0 if short else asked)
            assert short or asked <= free
        assert not (short and taken)
        for one in taken:
            left[one.lot_id] -= one.quantity
    assert all(free >= 0 for free in left.values())
