"""The form on the website: open to everybody, silent about families, hard on programs."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.demo.rules.organization import DETAILS
from opora.intake.actions import read_signal
from opora.intake.models import Referral
from opora.organization.actions import keep_details
from opora.pathways.actions import publish_route
from opora.process.tests.factories import TRIAL, publish_trial, trial_program
from opora.programs.models import Program, ProgramDepartment
from opora.web.intake import throttle

pytestmark = pytest.mark.django_db

STORY = "Нечем кормить ребёнка"


@pytest.fixture(autouse=True)
def _open_door() -> Any:
    cache.clear()
    publish_trial()
    trial_program()
    yield
    cache.clear()


def ask(client: Client, **typed: Any) -> Any:
    plain = {"story": STORY, "urgency": "today", "for_whom": "self"}
    return client.post(reverse("intake:help"), {**plain, **typed})


def test_anybody_may_ask_and_is_told_what_happens_next() -> None:
    client = Client()
    page = client.get(reverse("intake:help"))
    assert page.status_code == 200 and "112" in page.content.decode()
    answer = ask(client, phone="+7 900 000-00-02", caller="Марина", children_count="2")
    assert answer.headers["Location"] == reverse("intake:help_sent")
    assert "112" in client.get(answer.headers["Location"]).content.decode()
    referral = Referral.objects.get()
    assert (referral.channel, referral.source, referral.children_count) == ("site", "self", 2)
    assert referral.registered_by_id is None and not referral.is_anonymous
    told = read_signal(actor=SYSTEM, route=referral.route)[1]
    assert told == {"story": STORY, "phone": "+7 900 000-00-02", "caller": "Марина", "urgency": "today"}


def test_nothing_is_chosen_beforehand_and_the_words_alone_are_enough() -> None:
    centre_beside_trial()
    page = Client().get(reverse("intake:help")).content.decode()
    assert "Есть ли вам с детьми где жить?" in page and " checked" not in page
    Client().post(reverse("intake:help"), {"story": STORY})
    referral = Referral.objects.get()
    # Silence is no answer: nobody said that it can wait, nor for whom it is, nor that there is a home.
    assert (referral.urgency, referral.source) == ("today", "unknown")
    assert read_signal(actor=SYSTEM, route=referral.route)[1] == {"story": STORY}
    assert "Не сказано, поэтому считаем срочным" in card_of(referral)


@pytest.mark.parametrize(("home", "shown"), [("no", "нет или ненадолго"), ("yes", "да"), ("", "не сказано")])
def test_every_answer_stands_on_the_card_of_the_signal(home: str, shown: str) -> None:
    centre_beside_trial()
    ask(Client(), home=home, urgency="calm", for_whom="neighbour", children_count="3")
    card = card_of(Referral.objects.get())
    place = card.split("Где жить</dt>")[1].split("</dd>")[0]
    assert shown in place and "Не срочно" in card and "Сосед" in card and "<dd>3" in card


def test_the_page_begins_with_the_telephones_of_the_organization() -> None:
    keep_details(actor=SYSTEM, revision=0, given=DETAILS)
    for name in ("intake:help", "intake:help_sent"):
        page = Client().get(reverse(name)).content.decode()
        assert DETAILS["short_name"] in page and 'href="tel:+78000000000"' in page and "tel:+79000000001" in page
    page = Client().get(reverse("intake:help")).content.decode()
    assert page.index("tel:+78000000000") < page.index("tel:112") < page.index("<textarea")
    assert DETAILS["hours"] in page


def test_a_name_is_kept_by_consent_only_and_the_card_says_to_which_text() -> None:
    keep_details(actor=SYSTEM, revision=0, given=DETAILS)
    keep_details(actor=SYSTEM, revision=1, given={**DETAILS, "consent_text": "Согласие короче."})
    answer = ask(Client(), phone="+7 900 000-00-02")
    page = answer.content.decode()
    assert answer.status_code == 422 and "+7 900 000-00-02" in page and STORY in page
    assert "Чтобы перезвонить, нужно ваше согласие" in page and not Referral.objects.exists()
    assert ask(Client(), phone="+7 900 000-00-02", agrees="on").status_code == 302
    card = card_of(Referral.objects.get())
    assert "версия 2" in card and "Согласие короче." in card
    assert ask(Client()).status_code == 302, "without a name no consent is needed"


def centre_beside_trial() -> Program:
    """A centre in which families live, beside the program of the trial."""
    centre = Program.objects.create(code="trial-centre", name="Пробный центр", layout="shelter")
    ProgramDepartment.objects.create(program=centre, department=trial_program()[1])
    publish_route(
        actor=SYSTEM, code="trial-centre", body={**TRIAL, "code": "trial-centre", "programs": ["trial-centre"]}
    )
    return centre


def card_of(referral: Referral) -> str:
    client = Client()
    client.force_login(User.objects.get(pk=worker(Role.HEAD).user_id))
    return client.get(reverse("intake:signal", args=[referral.pk]), follow=True).content.decode()


def test_who_leaves_no_name_stays_unknown() -> None:
    ask(Client())
    assert Referral.objects.get().is_anonymous


def test_who_has_nowhere_to_live_is_heard_by_the_centre() -> None:
    assert "Есть ли вам с детьми где жить?" not in Client().get(reverse("intake:help")).content.decode()
    trial = trial_program()[0]
    centre = centre_beside_trial()
    assert "Есть ли вам с детьми где жить?" in Client().get(reverse("intake:help")).content.decode()
    for home, program in (("no", centre), ("yes", trial)):
        ask(Client(), home=home)
        assert Referral.objects.latest("pk").route.program == program


def test_an_empty_message_is_asked_for_words() -> None:
    answer = ask(Client(), story="  ")
    assert answer.status_code == 422 and not Referral.objects.exists()


def test_a_program_is_thanked_and_nothing_is_kept() -> None:
    answer = ask(Client(), website="https://example.org")
    assert answer.headers["Location"] == reverse("intake:help_sent")
    assert not Referral.objects.exists()


def test_one_address_cannot_flood_the_queue_and_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    keys: list[str] = []
    add = cache.add
    monkeypatch.setattr(cache, "add", lambda key, *args, **kwargs: keys.append(key) or add(key, *args, **kwargs))
    answers = [ask(Client(REMOTE_ADDR="203.0.113.7")).status_code for _ in range(throttle.PER_ADDRESS + 1)]
    assert answers == [302] * throttle.PER_ADDRESS + [429]
    assert ask(Client(REMOTE_ADDR="203.0.113.8")).status_code == 302
    assert keys and not any("203.0.113" in key for key in keys)


def test_all_addresses_together_are_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "PER_HOUR", 2)
    answers = [ask(Client(REMOTE_ADDR=f"203.0.113.{n}")).status_code for n in range(3)]
    assert answers == [302, 302, 429]


def test_one_address_cannot_shut_the_door_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "PER_HOUR", throttle.PER_ADDRESS + 1)
    for _ in range(throttle.PER_ADDRESS + 5):
        ask(Client(REMOTE_ADDR="203.0.113.7"))
    assert ask(Client(REMOTE_ADDR="203.0.113.8")).status_code == 302


def test_the_answer_is_the_same_whether_a_family_is_known_or_not() -> None:
    first, second = Client(), Client()
    ask(first, phone="+7 900 000-00-03")
    known, unknown = ask(first, phone="+7 900 000-00-03"), ask(second, phone="+7 900 000-00-04")
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])


def test_where_nobody_takes_signals_the_page_says_whom_to_call() -> None:
    program, _department = trial_program()
    program.is_active = False
    program.save()
    page = Client().get(reverse("intake:help")).content.decode()
    assert "112" in page and "<textarea" not in page
