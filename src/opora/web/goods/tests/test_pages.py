"""The warehouse and what families receive, as people meet them."""

import io
import re
from datetime import timedelta
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Role
from opora.cases.models import Case
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.goods import actions, queries
from opora.goods.models import FamilyNeed, Issue, Reservation, StockCount
from opora.goods.tests.factories import Shelf, make_shelf, of
from opora.papers.tests.test_files import PDF, PNG
from opora.volunteers.actions import keep_donor, void_helper
from opora.web.goods.views import logs, working

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf() -> Shelf:
    return make_shelf()


@pytest.fixture
def manager(client: Client, shelf: Shelf) -> Client:
    client.force_login(User.objects.get(pk=shelf.walk.manager.user_id))
    return client


@pytest.fixture
def keeper(shelf: Shelf) -> Client:
    browser = Client()
    browser.force_login(User.objects.get(pk=shelf.keeper.user_id))
    return browser


def _text(response) -> str:
    return response.content.decode()


def _give(shelf: Shelf) -> str:
    return reverse("goods:case_give", args=[shelf.walk.case.pk])


def test_goods_are_given_on_a_phone_and_the_act_is_there_to_be_signed(shelf, manager):
    soap = shelf.good("Мыло", category="hygiene")
    shelf.bring(soap, 5)
    page = manager.get(_give(shelf))
    assert soap.name in _text(page)
    sent = {"on": today().isoformat(), "how": "now", f"g{soap.pk}_": "2"}
    act = manager.post(_give(shelf), sent, follow=True)
    assert Issue.objects.get().act_number in _text(act)
    assert shelf.walk.home.client.code in _text(act)
    assert shelf.there(soap) == 3
    family = manager.get(reverse("goods:case", args=[shelf.walk.case.pk]))
    assert soap.name in _text(family)


def test_what_left_the_shelf_meanwhile_is_named_and_nothing_is_given(shelf, manager):
    soap, coat = shelf.good("Мыло"), shelf.good("Куртка", category="clothes", unit="piece", has_sizes=True)
    shelf.bring(soap, 5)
    sent = {"on": today().isoformat(), "how": "now", f"g{soap.pk}_": "2", f"g{coat.pk}_{b'98'.hex()}": "1"}
    answer = manager.post(_give(shelf), sent)
    assert answer.status_code == 422
    assert coat.name in _text(answer) and "98" in _text(answer)
    assert not Issue.every.exists()


def test_a_norm_warns_once_and_forbids_nothing(shelf, manager):
    soap = shelf.good("Мыло")
    shelf.bring(soap, 9)
    actions.keep_norm(actor=shelf.keeper, good_id=soap.pk, most=Decimal(1), days=30)
    sent = {"on": today().isoformat(), "how": "now", f"g{soap.pk}_": "2"}
    assert manager.post(_give(shelf), sent).status_code == 422
    assert not Issue.every.exists()
    assert manager.post(_give(shelf), {**sent, "despite": "on"}).status_code == 302
    assert Issue.objects.count() == 1


def test_a_size_that_is_not_there_names_its_neighbors_beside_the_form(shelf, manager):
    coat = shelf.good("Куртка", category="clothes", unit="piece", has_sizes=True)
    shelf.bring(coat, 1, size="104")
    shelf.bring(coat, 1, size="92")
    need = {"good_id": coat.pk, "size": "98", "quantity": "1", "rhythm": "once", "due_on": today().isoformat()}
    manager.post(reverse("goods:case_need", args=[shelf.walk.case.pk]), need)
    assert FamilyNeed.objects.get().size == "98"
    assert "104, 92" in _text(manager.get(_give(shelf)))


def test_what_is_put_aside_is_handed_out_by_the_warehouse_by_its_code(shelf, manager, keeper):
    soap = shelf.good("Мыло")
    shelf.bring(soap, 5)
    sent = {"on": today().isoformat(), "how": "aside", f"g{soap.pk}_": "2"}
    assert manager.post(_give(shelf), sent).status_code == 422
    manager.post(_give(shelf), {**sent, "until": (today() + timedelta(days=2)).isoformat()})
    waiting = keeper.get(reverse("goods:waiting"))
    assert shelf.walk.home.client.code in _text(waiting)
    assert shelf.walk.home.client.code in _text(
        keeper.get(reverse("goods:waiting"), {"q": shelf.walk.home.client.code})
    )
    assert "Ничего не найдено" in _text(keeper.get(reverse("goods:waiting"), {"q": "№ 123456"}))
    kept = Reservation.objects.get()
    act = keeper.post(reverse("goods:hand_out", args=[kept.pk]), follow=True)
    assert act.status_code == 200 and Issue.objects.get().act_number in _text(act)
    assert keeper.post(reverse("goods:hand_out", args=[kept.pk])).status_code == 409


def test_lists_of_what_waits_and_of_donors_turn_pages(shelf, keeper, monkeypatch):
    soap = shelf.good("Мыло")
    shelf.bring(soap, 5)
    where = {"case_id": shelf.walk.case.pk, "place_id": shelf.place.pk}
    for days in (1, 2, 3):
        actions.put_aside(
            actor=shelf.walk.manager, **where, asked=[of(soap, 1)], until=today() + timedelta(days=days), on=today()
        )
        keep_donor(actor=shelf.keeper, name=f"Даритель {days}", giver="person", on=today())
    monkeypatch.setattr(working, "PAGE", 2)
    monkeypatch.setattr(logs, "PAGE", 2)
    for address, rows in ((reverse("goods:waiting"), "lines"), (reverse("goods:donors"), "lines")):
        first, second = keeper.get(address), keeper.get(address, {"page": "2"})
        assert [len(page.context[rows]) for page in (first, second)] == [2, 1]
        assert "page=2" in _text(first) and "page=3" not in _text(second)


def test_a_donor_who_is_in_the_list_no_more_has_no_link_that_leads_nowhere(shelf, keeper):
    head = worker(Role.HEAD)
    donor = keep_donor(actor=shelf.keeper, name="Фонд «Окно»", giver="organization", on=today())
    shelf.bring(shelf.good("Мыло"), 5, donor_id=donor.pk)
    link = f"{reverse('goods:keep', args=['donor'])}?id={donor.pk}"
    assert link in _text(keeper.get(reverse("goods:donors"))) and keeper.get(link).status_code == 200
    void_helper(actor=head, helper_id=donor.pk, on=today())
    page = _text(keeper.get(reverse("goods:donors")))
    assert "Фонд «Окно»" in page and link not in page


def test_an_act_and_a_movement_are_found_and_stock_takings_go_to_a_workbook(shelf, manager, keeper):
    soap, rice = shelf.good("Мыло"), shelf.good("Рис")
    shelf.bring(soap, 5)
    shelf.bring(rice, 7)
    shelf.give(of(soap, 2))
    act, log = Issue.objects.get().act_number, reverse("goods:given")
    for words in (act, shelf.walk.case.number):
        assert act in _text(manager.get(log, {"q": words}))
    assert act not in _text(manager.get(log, {"q": "нет такого"}))
    moved = _text(keeper.get(reverse("goods:movements"), {"q": soap.name.lower()}))
    assert soap.name in moved and rice.name not in moved
    actions.begin_count(actor=shelf.keeper, place_id=shelf.place.pk, on=today())
    sheet = keeper.get(reverse("goods:counts"), {"as": "xlsx"})
    pages = openpyxl.load_workbook(io.BytesIO(sheet.content)).worksheets
    assert shelf.place.name in [cell.value for page in pages for row in page.iter_rows() for cell in row]


def test_what_was_given_in_a_case_opened_by_mistake_stands_in_no_list(shelf, manager):
    soap = shelf.good("Мыло")
    shelf.bring(soap, 5)
    shelf.give(of(soap, 2))
    head = Client()
    head.force_login(User.objects.get(pk=worker(Role.HEAD).user_id))
    act, log = Issue.objects.get().act_number, reverse("goods:given")
    assert act in _text(head.get(log))
    case = shelf.walk.case
    Case.objects.filter(pk=case.pk).update(voided_on=today())
    assert act not in _text(head.get(log)) and act not in _text(manager.get(log))


def test_two_people_count_one_shelf_and_neither_wipes_out_what_the_other_put_down(shelf, keeper):
    soap, rice = shelf.good("Мыло"), shelf.good("Рис")
    shelf.bring(soap, 5)
    shelf.bring(rice, 7)
    count = actions.begin_count(actor=shelf.keeper, place_id=shelf.place.pk, on=today())
    mine, theirs = queries.lines_of_count(count)
    page = reverse("goods:count", args=[count.pk])
    keeper.get(page)  # opened while nothing was put down
    actions.put_down(actor=shelf.keeper, count_id=count.pk, counted={theirs.pk: Decimal(6)})
    sent = {f"line_{mine.pk}": "4", f"seen_{mine.pk}": "", f"line_{theirs.pk}": "", f"seen_{theirs.pk}": ""}
    keeper.post(page, sent)
    assert [line.counted for line in queries.lines_of_count(count)] == [4, 6]
    assert f'name="seen_{theirs.pk}" value="6"' in _text(keeper.get(page))
    shown = _text(keeper.get(reverse("goods:close_count", args=[count.pk])))
    assert "Посчитано 2 из 2" in shown and f"{soap.name} (5 → 4)" in shown
    # Put down on the wrong line: emptied again by whoever sees it.
    keeper.post(page, sent | {f"seen_{mine.pk}": "4", f"seen_{theirs.pk}": "6"})
    assert [line.counted for line in queries.lines_of_count(count)] == [4, None]


def test_the_warehouse_receives_counts_and_writes_off_on_its_own_pages(shelf, keeper):
    soap = shelf.good("Мыло")
    received = {"on": today().isoformat(), "place_id": shelf.place.pk, "good_0": soap.pk, "quantity_0": "4"}
    assert keeper.post(reverse("goods:receive"), received).status_code == 302
    assert shelf.there(soap) == 4
    keeper.post(reverse("goods:begin_count"), {"place_id": shelf.place.pk})
    count = StockCount.objects.get()
    [line] = queries.lines_of_count(count)
    keeper.post(reverse("goods:count", args=[count.pk]), {f"line_{line.pk}": "3"})
    keeper.post(reverse("goods:close_count", args=[count.pk]))
    assert shelf.there(soap) == 3
    lot = soap.lots.get()
    off = {"on": today().isoformat(), f"lot_{lot.pk}": "1", "reason": "broken"}
    assert keeper.post(reverse("goods:write_off", args=[soap.pk]), off).status_code == 302
    assert shelf.there(soap) == 2
    assert queries.unbalanced() == []


def test_money_is_recorded_with_its_purpose_and_a_receipt_follows(shelf, manager):
    address = reverse("goods:case_money", args=[shelf.walk.case.pk])
    sent = {"kind": "money", "on": today().isoformat(), "amount": "5 000,50", "basis": "application"}
    assert manager.post(address, sent).status_code == 422
    act = manager.post(address, {**sent, "purpose": "Анализы ребёнку"}, follow=True)
    assert "Анализы ребёнку" in _text(act)
    issue = Issue.objects.get()
    assert issue.money.amount == Decimal("5000.50")
    assert b"\xd0\x90\xd0\xbd\xd0\xb0" not in bytes(issue.money.purpose)
    proof = {"on": today().isoformat(), "proof": "Чек"}
    manager.post(reverse("goods:prove", args=[issue.pk]), proof)
    issue.money.refresh_from_db()
    assert issue.money.proven_on == today()


def test_photographs_and_receipts_lie_with_the_act_and_stand_in_the_life(shelf, manager, keeper):
    address = reverse("goods:case_money", args=[shelf.walk.case.pk])
    sent = {"kind": "paid", "on": today().isoformat(), "amount": "900", "basis": "plan", "purpose": "Окно"}
    sent |= {"paid_for": "repair", "estimate": "950"}
    before = SimpleUploadedFile("до.png", PNG, content_type="image/png")
    act = manager.post(address, {**sent, "papers": [before]}, follow=True)
    issue = Issue.objects.get()
    attach = reverse("goods:attach", args=[issue.pk])
    assert attach in _text(act)
    assert manager.post(attach, {}).status_code == 422
    assert manager.post(attach, {"papers": SimpleUploadedFile("x.png", b"?")}).status_code == 422
    manager.post(attach, {"papers": SimpleUploadedFile("чек.pdf", PDF)})
    first, second = queries.files_of(issue)
    page = _text(manager.get(reverse("goods:act", args=[issue.pk])))
    life = _text(manager.get(reverse("life:case", args=[shelf.walk.case.pk])))
    for one in (first, second):
        assert reverse("papers:content", args=[one.pk]) in page
        assert reverse("papers:content", args=[one.pk]) in life
    assert manager.get(reverse("papers:content", args=[first.pk])).content == PNG
    assert keeper.get(attach).status_code == 404
    assert keeper.get(reverse("papers:content", args=[first.pk])).status_code == 404
    void = reverse("life:void", args=["file", second.pk])
    assert void in page and keeper.post(void, {"reason": "x"}).status_code == 404
    manager.post(void, {"reason": "Чек другой семьи"})
    page = _text(manager.get(reverse("goods:act", args=[issue.pk])))
    assert reverse("papers:content", args=[second.pk]) not in page and "<s>" in page
    assert "Чек другой семьи" in _text(manager.get(reverse("life:case", args=[shelf.walk.case.pk])))
    assert manager.get(reverse("papers:content", args=[second.pk])).status_code == 404


def test_an_act_is_corrected_on_the_form_it_was_written_on(shelf, manager):
    soap = shelf.good("Мыло")
    shelf.bring(soap, 5)
    issue = shelf.give(of(soap, 5), on=today())
    address = reverse("goods:correct", args=[issue.pk])
    assert address in _text(manager.get(reverse("goods:act", args=[issue.pk])))
    page = manager.get(address)
    assert page.context["form"].initial[f"g{soap.pk}_"] == 5
    sent = {"on": today().isoformat(), f"g{soap.pk}_": "4"}
    assert manager.post(address, sent).status_code == 422
    act = _text(manager.post(address, {**sent, "reason": "Дали четыре"}, follow=True))
    assert Issue.objects.get(reverses=None).act_number in act and shelf.there(soap) == 1
    life = _text(manager.get(reverse("life:case", args=[shelf.walk.case.pk])))
    assert "Дали четыре" in life


def test_a_mistaken_act_is_taken_back_where_it_is_read(shelf, manager):
    soap = shelf.good("Мыло")
    shelf.bring(soap, 5)
    issue = shelf.give(of(soap, 2), on=today())
    manager.post(reverse("goods:take_back", args=[issue.pk]), {"reason": "Не той семье"})
    assert shelf.there(soap) == 5
    assert "Не той семье" not in _text(manager.get(reverse("goods:act", args=[issue.pk])))


def test_the_stock_list_asks_few_questions_and_goes_to_excel(shelf, manager):
    for name in ("Мыло", "Рис", "Чай"):
        shelf.bring(shelf.good(name), 3)
    manager.get(reverse("goods:stock"))
    with CaptureQueriesContext(connection) as asked:
        page = manager.get(reverse("goods:stock"), {"q": "рис"})
    assert len(asked) <= 15
    assert shelf.goods["Рис"].name in _text(page) and shelf.goods["Чай"].name not in _text(page)
    book = openpyxl.load_workbook(io.BytesIO(manager.get(reverse("goods:stock"), {"as": "xlsx"}).content))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert shelf.goods["Чай"].name in cells
    with CaptureQueriesContext(connection) as asked:
        assert manager.get(reverse("goods:movements")).status_code == 200
    assert len(asked) <= 15


def test_what_was_given_stands_in_the_life_and_on_the_card_of_help(shelf, manager):
    soap = shelf.good("Мыло")
    shelf.bring(soap, 5)
    issue = shelf.give(of(soap, 2), on=today())
    life = reverse("life:case", args=[shelf.walk.case.pk])
    assert soap.name in _text(manager.get(life))
    page = _text(manager.get(reverse("cases:file", args=[shelf.walk.case.pk])))
    assert reverse("goods:case", args=[shelf.walk.case.pk]) in page and _give(shelf) in page
    choose = _text(manager.get(reverse("life:case_choose", args=[shelf.walk.case.pk])))
    [own] = re.findall(rf'<a href="{_give(shelf)}[^>]*>', choose)
    assert "data-sheet" not in own, "a page of its own does not open inside the sheet"
    manager.post(reverse("life:void", args=["issue", issue.pk]), {"reason": "Ошибка"})
    assert shelf.there(soap) == 5
    assert Issue.every.get(reverses=issue).act_number in _text(manager.get(life))
