"""What lies there is what the ledger says, whatever is done; nobody gets what is not there."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.catalogue.models import Direction, Service
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.goods import actions, queries
from opora.goods.actions import Coming
from opora.goods.actions.as_service import MEANT
from opora.goods.models import Issue, Lot, MoneyHelp, Movement, Reservation
from opora.goods.rules.kits import Part
from opora.goods.tests.factories import ON, Shelf, make_shelf, of
from opora.process.models import Paper
from opora.process.queries import place_of
from opora.programs.models import Program
from opora.services.models import Provision

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf() -> Shelf:
    return make_shelf()


def test_an_issue_has_an_act_and_takes_from_the_shelf_what_goes_off_first(shelf):
    milk = shelf.good("Смесь", category="baby")
    shelf.bring(milk, 5, until=ON + timedelta(days=60))
    shelf.bring(milk, 3, until=ON + timedelta(days=10))
    shelf.bring(milk, 9, until=ON - timedelta(days=1))
    issue = shelf.give(of(milk, 4))
    assert issue.act_number.endswith(f"/{ON.year}")
    left = {(lot.expires_on - ON).days: lot.quantity for lot in milk.lots.all()}
    assert left == {60: 4, 10: 0, -1: 9}
    assert queries.unbalanced() == []
    assert [paper.kind for paper in _papers(shelf)] == ["aid_act"]


def _papers(shelf):
    return Paper.objects.filter(route=shelf.walk.route, source__startswith="goods.issue", withdrawn_on=None)


def test_more_than_is_there_is_refused_with_what_there_is(shelf):
    bread = shelf.good("Мука")
    shelf.bring(bread, 2)
    with pytest.raises(Conflict, match="2"):
        shelf.give(of(bread, 3))
    assert shelf.there(bread) == 2
    assert not Issue.every.exists()


def test_a_kit_goes_off_into_its_goods_and_a_part_of_it_may_come_back(shelf):
    soap, pan = shelf.good("Мыло"), shelf.good("Кастрюля", category="household", unit="piece")
    shelf.bring(soap, 10)
    shelf.bring(pan, 3)
    kit = actions.keep_kit(
        actor=shelf.keeper, name="Первый набор", parts=[Part(soap.pk, "", Decimal(2)), Part(pan.pk, "", Decimal(1))]
    )
    issue = shelf.give(actions.Asked(Decimal(2), kit_id=kit.pk))
    assert (shelf.there(soap), shelf.there(pan)) == (6, 1)
    assert queries.names_of_lines(issue) == ["Первый набор × 2"]
    pans = pan.lots.get()
    actions.take_in_return(actor=shelf.keeper, issue_id=_own(shelf, issue), back={pans.pk: Decimal(1)}, on=ON)
    assert shelf.there(pan) == 2
    with pytest.raises(Conflict):
        actions.take_in_return(actor=shelf.keeper, issue_id=issue.pk, back={pans.pk: Decimal(2)}, on=ON)
    assert queries.unbalanced() == []


def _own(shelf, issue):
    """The worker of the warehouse handed it out."""
    Issue.objects.filter(pk=issue.pk).update(by_id=shelf.keeper.user_id)
    return issue.pk


def test_a_mistaken_issue_is_taken_back_by_a_counter_act_and_never_erased(shelf):
    rice = shelf.good("Рис")
    shelf.bring(rice, 5)
    issue = shelf.give(of(rice, 4))
    counter = actions.take_back_issue(actor=shelf.walk.manager, issue_id=issue.pk, is_undo=True, on=today())
    assert counter.act_number != issue.act_number
    assert shelf.there(rice) == 5
    assert not Issue.objects.filter(reverses=None).exists()
    assert Issue.every.count() == 2
    assert not _papers(shelf).exists()
    assert Movement.objects.filter(entry__issue=issue).count() == 2
    with pytest.raises(Conflict):
        actions.take_back_issue(actor=shelf.walk.manager, issue_id=issue.pk, is_undo=True, on=ON)


def test_what_is_put_aside_is_given_to_nobody_else_and_handed_out_by_the_warehouse(shelf):
    oil = shelf.good("Масло")
    shelf.bring(oil, 5)
    until = ON + timedelta(days=3)
    kept = actions.put_aside(
        actor=shelf.walk.manager,
        case_id=shelf.walk.case.pk,
        place_id=shelf.place.pk,
        asked=[of(oil, 4)],
        until=until,
        on=ON,
    )
    with pytest.raises(Conflict):
        shelf.give(of(oil, 2))
    [pick] = queries.waiting(actor=shelf.keeper)
    assert pick.whose == shelf.walk.home.client.code
    issue = actions.hand_out(actor=shelf.keeper, reservation_id=kept.pk, on=ON)
    assert issue.case_id or issue.route_id
    assert (shelf.there(oil), oil.lots.get().reserved) == (1, 0)
    with pytest.raises(Conflict):
        actions.hand_out(actor=shelf.keeper, reservation_id=kept.pk, on=ON)
    assert queries.unbalanced() == []


def test_what_nobody_came_for_lies_on_the_shelf_again(shelf):
    oil = shelf.good("Масло")
    shelf.bring(oil, 5)
    where = {"case_id": shelf.walk.case.pk, "place_id": shelf.place.pk}
    actions.put_aside(actor=shelf.walk.manager, **where, asked=[of(oil, 4)], until=ON, on=ON)
    assert actions.put_back_lapsed(on=ON) == 0
    assert actions.put_back_lapsed(on=ON + timedelta(days=1)) == 1
    assert oil.lots.get().reserved == 0
    assert Reservation.objects.get().end == "released"


def test_a_gift_with_a_purpose_goes_nowhere_else(shelf):
    bed = shelf.good("Кроватка", category="furniture", unit="piece")
    other = Program.objects.create(code="other", name="Другая программа", layout="support")
    for words, program in (("Другим семьям", other), ("Нашим семьям", shelf.walk.route.program)):
        purpose = actions.keep_purpose(actor=shelf.keeper, name=words, program_id=program.pk)
        shelf.bring(bed, 1, purpose_id=purpose.pk)
    shelf.give(of(bed, 1))
    assert {lot.purpose.name: lot.quantity for lot in bed.lots.all()} == {"Другим семьям": 1, "Нашим семьям": 0}
    with pytest.raises(Conflict):
        shelf.give(of(bed, 1))


def test_a_stock_taking_in_the_middle_of_issues_counts_what_was_there_when_it_began(shelf):
    tea = shelf.good("Чай")
    shelf.bring(tea, 10)
    count = actions.begin_count(actor=shelf.keeper, place_id=shelf.place.pk, on=ON)
    shelf.give(of(tea, 4))
    [line] = queries.lines_of_count(count)
    assert line.expected == 10
    actions.put_down(actor=shelf.keeper, count_id=count.pk, counted={line.pk: Decimal(9)})
    actions.close_count(actor=shelf.keeper, count_id=count.pk, on=ON + timedelta(days=1))
    assert shelf.there(tea) == 5
    with pytest.raises(Conflict):
        actions.close_count(actor=shelf.keeper, count_id=count.pk, on=ON)
    assert queries.unbalanced() == []


def test_what_was_found_beyond_the_list_is_counted_too_and_one_place_is_counted_once_at_a_time(shelf):
    tea, jam = shelf.good("Чай"), shelf.good("Варенье")
    shelf.bring(tea, 1)
    count = actions.begin_count(actor=shelf.keeper, place_id=shelf.place.pk, on=ON)
    with pytest.raises(Conflict):
        actions.begin_count(actor=shelf.keeper, place_id=shelf.place.pk, on=ON)
    actions.put_down(actor=shelf.keeper, count_id=count.pk, counted={}, found=[Coming(jam.pk, Decimal(3))])
    actions.close_count(actor=shelf.keeper, count_id=count.pk, on=ON)
    assert (shelf.there(tea), shelf.there(jam)) == (1, 3)


def test_goods_go_from_place_to_place_with_their_day_and_are_sorted_and_written_off(shelf):
    bag, coat = (
        shelf.good("Мешок вещей", category="clothes", unit="piece"),
        shelf.good("Куртка", category="clothes", unit="piece", has_sizes=True),
    )
    shelf.bring(bag, 2)
    actions.sort_goods(
        actor=shelf.keeper,
        lot_id=bag.lots.get().pk,
        quantity=Decimal(1),
        into=[Coming(coat.pk, Decimal(3), "98"), Coming(coat.pk, Decimal(2), "104")],
        on=ON,
    )
    shop = actions.keep_place(actor=shelf.keeper, name="Добра много", kind="shop")
    lot = coat.lots.get(size="98")
    actions.move_goods(actor=shelf.keeper, quantities={lot.pk: Decimal(2)}, to_place_id=shop.pk, on=ON)
    actions.write_off(actor=shelf.keeper, quantities={lot.pk: Decimal(1)}, reason="broken", on=ON)
    now = {
        (line.place_id == shop.pk, line.good_id, line.size): line.quantity
        for line in queries.stock_now(actor=shelf.keeper, filters=queries.StockFilters(), on=ON)
    }
    assert now == {
        (False, bag.pk, ""): 1,
        (False, coat.pk, "104"): 2,
        (True, coat.pk, "98"): 2,
    }
    assert queries.unbalanced() == []


def test_any_past_day_is_read_from_the_ledger_and_nothing_is_taken_before_it_came(shelf):
    soap = shelf.good("Мыло")
    shelf.bring(soap, 5, on=ON)
    later = ON + timedelta(days=5)
    shelf.bring(soap, 5, on=later)
    shelf.give(of(soap, 4), on=later)
    assert _on(shelf, ON) == 5
    assert _on(shelf, later) == 6
    assert _on(shelf, ON - timedelta(days=1)) == 0
    with pytest.raises(Conflict):
        shelf.give(of(soap, 6), on=ON)
    shelf.give(of(soap, 5), on=ON)
    assert (_on(shelf, ON), _on(shelf, later)) == (0, 1)


def _on(shelf, day):
    found = {place.pk: lines for place, lines in queries.stock_on(actor=shelf.keeper, on=day)}
    return sum(line.quantity for line in found[shelf.place.pk])


def test_the_database_itself_lets_nothing_fall_below_nothing_and_no_movement_be_changed(shelf):
    soap = shelf.good("Мыло")
    shelf.bring(soap, 5)
    for wrong in ({"quantity": -1}, {"reserved": 6}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Lot.objects.filter(good=soap).update(**wrong)
    with pytest.raises(DatabaseError, match="final"), transaction.atomic():
        Movement.objects.filter(lot__good=soap).update(quantity=7)
    with pytest.raises(DatabaseError, match="final"), transaction.atomic():
        Movement.objects.filter(lot__good=soap).delete()


def test_who_keeps_no_warehouse_changes_nothing_in_it_and_who_keeps_it_sees_no_family(shelf):
    soap = shelf.good("Мыло")
    with pytest.raises(Refused):
        actions.receive(actor=shelf.walk.manager, place_id=shelf.place.pk, coming=[Coming(soap.pk, Decimal(1))], on=ON)
    shelf.bring(soap, 5)
    with pytest.raises(NotFound):
        actions.give_goods(
            actor=shelf.keeper, case_id=shelf.walk.case.pk, place_id=shelf.place.pk, asked=[of(soap, 1)], on=ON
        )
    issue = shelf.give(of(soap, 1))
    for outsider in (shelf.keeper, shelf.walk.stranger, shelf.walk.volunteer):
        with pytest.raises(NotFound):
            queries.get_issue(actor=outsider, issue_id=issue.pk)
    for outsider in (shelf.walk.volunteer, worker(Role.ANALYST), worker(Role.ADMINISTRATOR)):
        with pytest.raises(NotFound):
            queries.stock_now(actor=outsider, filters=queries.StockFilters(), on=ON)


def test_a_need_is_due_again_after_it_was_met(shelf):
    nappies = shelf.good("Подгузники", category="baby")
    shelf.bring(nappies, 9)
    need = actions.record_need(
        actor=shelf.walk.manager,
        case_id=shelf.walk.case.pk,
        good_id=nappies.pk,
        quantity=Decimal(2),
        rhythm="month",
        person_id=shelf.walk.home.children[0].pk,
        on=ON,
    )
    place = _place(shelf)
    [line] = queries.needs_at(place, on=ON)
    assert line.is_due and (line.covered.planned, line.covered.given) == (2, 0)
    shelf.give(of(nappies, 1))
    [line] = queries.needs_at(place, on=ON)
    assert not line.is_due and line.covered.missing == 1
    assert line.need.due_on.month == ON.month + 1
    actions.end_need(actor=shelf.walk.manager, need_id=need.pk, on=ON)
    assert queries.needs_at(place, on=ON) == []


def _place(shelf):
    return place_of(actor=shelf.walk.manager, case_id=shelf.walk.case.pk)


MONEY = {"amount": Decimal(5000), "purpose": "Анализы ребёнку", "basis": "application"}


def test_money_without_a_purpose_is_refused_and_its_spending_is_proven(shelf):
    where = {"actor": shelf.walk.manager, "case_id": shelf.walk.case.pk, "on": ON}
    with pytest.raises(Invalid) as refused:
        actions.give_money(**where, kind="money", terms={**MONEY, "purpose": " "})
    assert set(refused.value.fields) == {"purpose"}
    issue = actions.give_money(**where, kind="money", terms=MONEY)
    actions.prove_spending(actor=shelf.walk.manager, issue_id=issue.pk, proof="Чек аптеки", on=ON)
    assert queries.get_issue(actor=shelf.walk.manager, issue_id=issue.pk).money.proven_on == ON
    unproven = queries.IssueFilters(unproven=True)
    assert queries.issue_log(actor=shelf.walk.manager, filters=unproven) == []


def test_a_certificate_has_a_number_of_its_own_and_a_last_day(shelf):
    where = {"actor": shelf.walk.manager, "case_id": shelf.walk.case.pk, "on": ON}
    terms = {**MONEY, "number": "ДМ-15", "valid_until": ON + timedelta(days=30)}
    actions.give_money(**where, kind="certificate", terms=terms)
    with pytest.raises(Invalid) as refused:
        actions.give_money(**where, kind="certificate", terms={**terms, "valid_until": None})
    assert set(refused.value.fields) == {"number", "valid_until"}


def test_rent_says_its_months_and_repair_its_estimate(shelf):
    where = {"actor": shelf.walk.manager, "case_id": shelf.walk.case.pk, "on": ON}
    for paid_for, missing in (("rent", {"from_on", "months"}), ("repair", {"estimate"}), ("", {"paid_for"})):
        with pytest.raises(Invalid) as refused:
            actions.give_money(**where, kind="paid", terms={**MONEY, "paid_for": paid_for})
        assert set(refused.value.fields) == missing


def _known_service(shelf, code, source):
    practice = shelf.walk.route.program.practice.code
    direction, _made = Direction.objects.get_or_create(practice=practice, code="aid", title_ru="Помощь", position=1)
    return Service.objects.create(
        practice=practice,
        code=code,
        direction=direction,
        title_ru="Помощь",
        providers=["own"],
        mode="one_off",
        formats=["individual"],
        source=source,
    )


def test_an_issue_is_one_service_of_the_practice_and_taken_back_it_is_none(shelf):
    _known_service(shelf, "in_kind", "S1-21")
    soap = shelf.good("Мыло")
    shelf.bring(soap, 5)
    issue = shelf.give(of(soap, 1), on=today())
    assert Provision.objects.get().origin == f"goods.issue:{issue.pk}"
    actions.take_back_issue(actor=shelf.walk.manager, issue_id=issue.pk, is_undo=True, on=today())
    assert not Provision.objects.exists()


@pytest.mark.parametrize(
    ("paid_for", "service"), [("medicine", "money"), ("journey", "transport"), ("other", "money"), ("", "money")]
)
def test_whatever_was_paid_for_a_family_counts_as_a_service(shelf, paid_for, service):
    for code, source in (("money", "S1-20"), ("transport", "S1-31")):
        _known_service(shelf, code, source)
    kind = "paid" if paid_for else "money"
    terms = {**MONEY, "paid_for": paid_for}
    actions.give_money(actor=shelf.walk.manager, case_id=shelf.walk.case.pk, kind=kind, terms=terms, on=today())
    assert Provision.objects.get().service.code == service


def test_no_kind_of_payment_is_left_out_of_the_services():
    assert {kind for kind in MoneyHelp.PaidFor.values if kind} <= MEANT.keys()
