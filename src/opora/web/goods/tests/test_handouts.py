"""Hand-outs as people meet them: planned, families ticked with what speaks against it, marked who came, a sheet."""

import io
import re
from datetime import timedelta
from decimal import Decimal

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.families import actions as families
from opora.families.rules import Identity
from opora.goods import actions
from opora.goods.models import HandOut, Issue, Reservation
from opora.goods.tests.factories import Shelf, make_shelf, of
from opora.intake.tests.factories import make_referral, registrar
from opora.plans.tests.factories import Walk, make_walk

pytestmark = pytest.mark.django_db


def _signed_in(actor: Actor) -> Client:
    browser = Client()
    browser.force_login(User.objects.get(pk=actor.user_id))
    return browser


def _text(response) -> str:
    return response.content.decode()


@pytest.fixture
def shelf() -> Shelf:
    return make_shelf()


@pytest.fixture
def walks(shelf) -> list[Walk]:
    mother = Identity(surname="Лебедева", given="Ольга")
    families.update_identity(actor=SYSTEM, person=shelf.walk.home.client, identity=mother)
    return [shelf.walk, make_walk(), make_walk()]


@pytest.fixture
def coordinator(shelf) -> Client:
    return _signed_in(worker(Role.COORDINATOR, shelf.walk.department))


def _plan(shelf, browser, *, quantity: str = "1", day: int = 0) -> HandOut:
    gift = shelf.good("Подарок", category="toys", unit="piece")
    planned = {
        "name": "Подарки к Новому году",
        "place_id": shelf.place.pk,
        "day": (today() + timedelta(days=day)).strftime("%d.%m.%Y"),
        "what_0": f"g{gift.pk}",
        "quantity_0": quantity,
        "each_0": "family",
    }
    answer = browser.post(reverse("goods:handout_new"), planned)
    hand_out = HandOut.objects.latest("pk")
    assert answer.url == reverse("goods:handout_families", args=[hand_out.pk])
    return hand_out


def test_presents_are_put_aside_and_given_to_those_who_came(shelf, walks, coordinator):
    gift = shelf.good("Подарок", category="toys", unit="piece")
    shelf.bring(gift, 5)
    hand_out = _plan(shelf, coordinator, day=2)
    choose = reverse("goods:handout_families", args=[hand_out.pk])
    page = _text(coordinator.get(choose))
    assert page.count(" checked") == 3 and "Лебедев" in page
    assert "Они уже получили" not in page
    keys = [f"r{walk.route.pk}" for walk in walks]
    coordinator.post(choose, {"family": keys, "how": "aside"})
    assert Reservation.objects.filter(hand_out=hand_out).count() == 3
    keeper = _signed_in(shelf.keeper)
    show = reverse("goods:handout", args=[hand_out.pk])
    page = _text(keeper.get(show))
    assert walks[0].case.client.code in page and "Лебедев" not in page
    came = [Reservation.objects.get(route=walk.route).pk for walk in walks[:2]]
    answer = keeper.post(show, {"came": came, "on": today().strftime("%d.%m.%Y")}, follow=True)
    assert "2 семьи получили вещи" in _text(answer)
    assert Issue.objects.count() == 2
    to_sign = _text(coordinator.get(reverse("goods:handout_sheet", args=[hand_out.pk])))
    assert "Лебедев" in to_sign and all(issue.act_number in to_sign for issue in Issue.objects.all())
    book = openpyxl.load_workbook(io.BytesIO(keeper.get(show, {"as": "xlsx"}).content))
    cells = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert walks[0].case.client.code in cells and not any("Лебедев" in cell for cell in cells)
    coordinator.post(reverse("goods:handout_close", args=[hand_out.pk]))
    assert gift.lots.get().reserved == 0 and shelf.there(gift) == 3
    over = _text(coordinator.get(show))
    assert re.search(r"<dt>Получили</dt>\s*<dd>2\b", over)
    assert "<dt>Не забрали</dt><dd>1</dd>" in over


def test_what_speaks_against_it_is_said_and_such_a_family_is_not_ticked(shelf, walks, coordinator):
    gift = shelf.good("Подарок", category="toys", unit="piece")
    shelf.bring(gift, 9, on=today() - timedelta(days=40))
    actions.keep_norm(actor=SYSTEM, good_id=gift.pk, most=Decimal(2), days=360)
    earlier = today() - timedelta(days=35)
    shelf.give(of(gift, 2), on=earlier)
    hand_out = _plan(shelf, coordinator)
    page = _text(coordinator.get(reverse("goods:handout_families", args=[hand_out.pk])))
    assert page.count(" checked") == 2
    assert "обычно до 2" in page


def test_too_little_is_said_before_anything_moves_and_what_was_ticked_stays_ticked(shelf, walks, coordinator):
    gift = shelf.good("Подарок", category="toys", unit="piece")
    shelf.bring(gift, 2)
    hand_out = _plan(shelf, coordinator)
    choose = reverse("goods:handout_families", args=[hand_out.pk])
    assert "не хватает: Подарок" in _text(coordinator.get(choose))
    keys = [f"r{walk.route.pk}" for walk in walks]
    answer = coordinator.post(choose, {"family": keys, "how": "now", "on": today().strftime("%d.%m.%Y")})
    assert answer.status_code == 422
    page = _text(answer)
    assert "1 семья осталась бы без ничего" in page and page.count(" checked") == 3
    assert not Issue.objects.exists()
    coordinator.post(choose, {"family": keys[:2], "how": "now", "on": today().strftime("%d.%m.%Y")})
    assert Issue.objects.count() == 2 and shelf.there(gift) == 0


def test_sent_twice_it_is_given_once(shelf, walks, coordinator):
    gift = shelf.good("Подарок", category="toys", unit="piece")
    shelf.bring(gift, 9)
    hand_out = _plan(shelf, coordinator)
    choose = reverse("goods:handout_families", args=[hand_out.pk])
    sent = {
        "family": [f"r{walks[0].route.pk}"],
        "how": "now",
        "on": today().strftime("%d.%m.%Y"),
    }
    coordinator.post(choose, sent)
    coordinator.post(choose, sent)
    assert Issue.objects.count() == 1


def test_who_has_no_case_yet_is_called_and_found_by_the_signal(shelf):
    coordinator = _signed_in(registrar())
    gift = shelf.good("Подарок", category="toys", unit="piece")
    shelf.bring(gift, 5)
    signal = make_referral()
    called = f"Сигнал № {signal.pk}"
    hand_out = _plan(shelf, coordinator)
    choose = reverse("goods:handout_families", args=[hand_out.pk])
    assert called in _text(coordinator.get(choose, {"q": str(signal.pk)}))
    coordinator.post(choose, {"family": [f"r{signal.route_id}"], "how": "aside"})
    assert called in _text(coordinator.get(reverse("goods:handout", args=[hand_out.pk])))
    keeper = _signed_in(shelf.keeper)
    assert called in _text(keeper.get(reverse("goods:waiting"), {"q": f"№ {signal.pk}"}))


def test_nothing_typed_in_a_line_is_passed_over_in_silence(shelf, coordinator):
    gift = shelf.good("Подарок", category="toys", unit="piece")
    planned = {
        "name": "Подарки",
        "place_id": shelf.place.pk,
        "day": today().strftime("%d.%m.%Y"),
        "what_0": f"g{gift.pk}",
        "quantity_0": "1",
        "size_1": "92",
    }
    answer = coordinator.post(reverse("goods:handout_new"), planned)
    assert answer.status_code == 422 and "what_1" in answer.context["form"].errors
    assert not HandOut.objects.exists()


def test_a_hand_out_with_families_is_changed_no_more_and_a_stranger_reads_that_they_are_of_others(
    shelf, walks, coordinator
):
    hand_out = _plan(shelf, coordinator)
    page = reverse("goods:handout", args=[hand_out.pk])
    change = reverse("goods:handout_change", args=[hand_out.pk])
    assert coordinator.get(change).status_code == 200
    shelf.bring(shelf.good("Подарок", category="toys", unit="piece"), 3)
    coordinator.post(f"{page}families/", {"family": f"r{walks[0].route.pk}", "how": "aside"})
    assert coordinator.get(change).url == page
    stranger = _signed_in(worker(Role.CASE_MANAGER, make_walk().department))
    text = _text(stranger.get(page))
    assert "Ваших семей здесь нет" in text and "В этой раздаче 1 семья другого сотрудника." in text
    assert "Ваших семей здесь нет" in _text(stranger.get(f"{page}sheet/"))


def test_a_hand_out_is_changed_and_closed_by_whoever_planned_it_or_keeps_the_warehouse(shelf, coordinator):
    manager = _signed_in(worker(Role.CASE_MANAGER, shelf.walk.department))
    of_others, own = _plan(shelf, coordinator), _plan(shelf, manager)
    for hand_out, status in ((of_others, 404), (own, 200)):
        page = reverse("goods:handout", args=[hand_out.pk])
        text = _text(manager.get(page))
        for way in ("change/", "close/"):
            assert manager.get(f"{page}{way}").status_code == status
            assert (f"{page}{way}" in text) is (status == 200)
    typed = {
        "name": "Чужое",
        "place_id": shelf.place.pk,
        "day": today().strftime("%d.%m.%Y"),
        "until": "",
        "what_0": "",
    }
    assert manager.post(f"{reverse('goods:handout', args=[of_others.pk])}change/", typed).status_code == 404
    for hand_out in (of_others, own):
        assert coordinator.get(reverse("goods:handout_change", args=[hand_out.pk])).status_code == 200


def test_less_than_nothing_is_refused_in_words_that_leave_no_zero_open(shelf, coordinator):
    gift = shelf.good("Подарок", category="toys", unit="piece")
    typed = {"name": "Подарки", "place_id": shelf.place.pk, "what_0": f"g{gift.pk}", "quantity_0": "-3"}
    page = coordinator.post(reverse("goods:handout_new"), typed)
    assert page.context["form"].errors["quantity_0"] == ["Введите число больше нуля."]


def test_a_family_is_found_in_a_hand_out_by_name_and_no_address_tells_the_name(shelf, walks, coordinator):
    shelf.bring(shelf.good("Подарок", category="toys", unit="piece"), 3)
    hand_out = _plan(shelf, coordinator)
    page = reverse("goods:handout", args=[hand_out.pk])
    keys = [f"r{walk.route.pk}" for walk in walks]
    coordinator.post(f"{page}families/", {"family": keys, "how": "aside"})
    for asked in (page, f"{page}families/"):
        sent = coordinator.post(asked, {"q": "Лебедева", "waits": "on"})
        assert sent.status_code == 302 and "find=" in sent.url and "%D0" not in sent.url
    (found,) = coordinator.get(coordinator.post(page, {"q": "Лебедев"}).url).context["rows"]
    assert "Лебедев" in found.title and Reservation.objects.filter(end="").count() == 3
    code = walks[1].home.client.code
    (found,) = coordinator.get(coordinator.post(page, {"q": code}).url).context["rows"]
    assert found.standing.whose == code
