"""Destruction of data as the head meets it: what goes and what stays, the act, the journal that belongs to it."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.papers.models import DestructionAct, DestructionTimer
from opora.papers.rules import extend_to_at_most
from opora.papers.tests.factories import colleague
from opora.papers.tests.test_destroying import LATER, WORDS, end, told
from opora.process.tests.factories import BEGAN
from opora.web.papers.tests.test_pages import signed_in, text_of

pytestmark = pytest.mark.django_db


def test_the_page_says_what_goes_and_what_stays_and_waits_for_the_end_of_the_work() -> None:
    route, mother, _child = told()
    head = signed_in(worker(Role.HEAD))
    address = reverse("papers:destroy", args=[route.pk])
    page = text_of(head.get(address))
    assert mother.code in page and "Отчёты о визитах" in page and "Работа с семьёй ещё не завершена" in page
    assert "Уничтожить навсегда" not in page
    end(route)
    assert "Уничтожить навсегда" in text_of(head.get(address))
    assert signed_in(colleague()).get(address).status_code == 404


def test_a_slip_of_the_finger_destroys_nothing_and_what_was_typed_stays() -> None:
    route, _mother, _child = told()
    end(route)
    head = signed_in(worker(Role.HEAD))
    address = reverse("papers:destroy", args=[route.pk])
    sent = {"on": LATER.isoformat(), "reason": "Отзыв получен письмом", "typed": "0"}
    answer = head.post(address, sent)
    assert answer.status_code == 422 and "Отзыв получен письмом" in text_of(answer)
    assert not DestructionAct.objects.exists()


def test_data_are_destroyed_with_an_act_to_print_and_the_journal_to_keep() -> None:
    route, mother, child = told()
    end(route)
    head = signed_in(worker(Role.HEAD))
    address = reverse("papers:destroy", args=[route.pk])
    sent = {"on": LATER.isoformat(), "reason": "Отзыв получен письмом", "typed": str(route.pk)}
    answer = head.post(address, {**sent, "person_ids": [child.pk]})
    assert answer.status_code == 302, text_of(answer)
    act = DestructionAct.objects.get()
    page = text_of(head.get(answer.headers["Location"]))
    remains = ("Что где остаётся", "до ближайшей ночи", "пока сервер не запишет поверх", "renew-keys")
    for said in (mother.code, child.code, "Отзыв получен письмом", "data-print", act.number, *remains):
        assert said in page
    table = head.get(reverse("papers:act_journal", args=[act.pk]))
    assert table.headers["Content-Disposition"].startswith("attachment")
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Запись", "Когда", "Кто", "Что"]
    assert any("уничтожены данные" in row[3] for row in rows) and WORDS not in str(rows)
    assert head.get(address).status_code == 302
    panel = text_of(head.get(reverse("papers:panel", args=[route.pk])))
    assert "Данные этой семьи уничтожены" in panel and "Внести согласие" not in panel


def test_the_head_sees_all_terms_and_extends_one() -> None:
    told()
    head = signed_in(worker(Role.HEAD))
    term = DestructionTimer.objects.get()
    assert term.person.code in text_of(head.get(reverse("papers:terms")))
    address = reverse("papers:extend", args=[term.pk])
    assert head.get(address).status_code == 200
    last = extend_to_at_most(BEGAN)
    sent = {"until": (last + timedelta(days=1)).isoformat(), "ground": "contract", "reason": "Договор № 5"}
    assert head.post(address, sent).status_code == 422
    assert head.post(address, {**sent, "until": last.isoformat()}).status_code == 302
    page = text_of(head.get(address))
    assert "Договор № 5" in page
    assert signed_in(colleague()).get(reverse("papers:terms")).status_code == 404
    assert today() > BEGAN


def test_pages_cost_few_queries(django_assert_max_num_queries) -> None:
    route, _mother, _child = told()
    end(route)
    head = signed_in(worker(Role.HEAD))
    for address in (reverse("papers:terms"), reverse("papers:destroy", args=[route.pk])):
        head.get(address)
        with django_assert_max_num_queries(16):
            assert head.get(address).status_code == 200
