"""Letters: to who asked, when something is due, once a day, with codes only."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from opora.access.rules import SYSTEM
from opora.audit.models import JournalEntry
from opora.cases.models import TeamMember
from opora.cases.tests.factories import worker
from opora.common.errors import Invalid, NotFound
from opora.intake.models import Visit
from opora.process.models import RouteMember
from opora.process.tests.factories import make_route
from opora.reminders import actions
from opora.reminders.models import ReminderChoice
from opora.reminders.queries import choice_of
from opora.reminders.tests.factories import NAMES, ON, life, someone

pytestmark = pytest.mark.django_db

MONDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 28)
REFUSED = "refused@example.org"


class Failing(EmailBackend):
    """A mail server that takes letters for everybody but one."""

    def send_messages(self, messages):  # type: ignore[no-untyped-def]
        if any(REFUSED in message.to for message in messages):
            raise OSError("no such mailbox: refused@example.org")
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def outbox(settings) -> list[mail.EmailMessage]:
    settings.REMINDERS_EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.OPORA_ORIGIN = "https://opora.example.org"
    return mail.outbox


def test_nobody_gets_a_letter_without_asking(outbox) -> None:
    life()
    assert actions.send_letters(on=ON).sent == 0 and not outbox


def test_a_letter_says_codes_and_counts_and_never_a_name(outbox, settings) -> None:
    found = life()
    manager = someone(found.scene.case_manager)
    actions.choose(actor=found.scene.case_manager, rhythm="weekly")
    assert actions.send_letters(on=MONDAY) == actions.Sent(sent=1)
    letter = outbox[0]
    said = f"{letter.subject}\n{letter.body}"
    assert letter.to == [manager.email] and letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert f"{found.case.number} · {found.home.client.code}" in letter.body and "Визит" in letter.body
    for secret in (*NAMES, manager.name, "Вместе", "Работа", "17.12"):
        assert secret not in said, secret
    assert "https://opora.example.org/reminders/" in letter.body
    assert letter.content_subtype == "plain" and "Сейчас: 17" in letter.body


def test_a_birthday_is_said_by_its_month(outbox) -> None:
    found = life(on=date(2026, 12, 14))
    actions.choose(actor=found.scene.case_manager, rhythm="weekly")
    actions.send_letters(on=date(2026, 12, 14))
    assert "— Декабрь 2026: Младшему ребёнку" in outbox[0].body
    assert "17.12.2026: Младшему" not in outbox[0].body


def test_a_letter_goes_out_once_a_day(outbox) -> None:
    found = life(on=ON - timedelta(days=5))
    actions.choose(actor=found.scene.case_manager, rhythm="weekdays")
    assert [actions.send_letters(on=ON).sent for _ in range(3)] == [1, 0, 0]
    assert actions.send_letters(on=ON + timedelta(days=1)).sent == 1
    assert len(outbox) == 2


def test_nothing_due_means_no_letter(outbox) -> None:
    found = life(on=ON + timedelta(days=30))
    actions.choose(actor=found.scene.coordinator, rhythm="weekdays")
    actions.choose(actor=worker("analyst"), rhythm="weekdays")
    assert actions.send_letters(on=ON) == actions.Sent(empty=2)
    assert not outbox and not JournalEntry.objects.filter(verb="reminders.letters_sent").exists()


def test_no_letter_on_a_saturday_nor_to_who_stopped_or_left(outbox) -> None:
    found = life()
    manager = found.scene.case_manager
    actions.choose(actor=manager, rhythm="weekdays")
    assert actions.send_letters(on=SATURDAY) == actions.Sent()
    actions.choose(actor=manager, rhythm="off")
    assert actions.send_letters(on=ON) == actions.Sent()
    actions.choose(actor=manager, rhythm="weekdays")
    account = someone(manager)
    account.is_active = False
    account.save()
    assert actions.send_letters(on=ON) == actions.Sent() and not outbox


def test_one_failure_stops_nobody_and_is_tried_again(outbox, settings, caplog) -> None:
    settings.REMINDERS_EMAIL_BACKEND = "opora.reminders.tests.test_letters.Failing"
    found = life(on=ON - timedelta(days=5))
    unlucky = worker("specialist", found.scene.department)
    TeamMember.objects.create(case=found.case, user_id=unlucky.user_id, part="specialist", from_on=ON)
    account = someone(unlucky)
    account.email = REFUSED
    account.save()
    for who in (unlucky, found.scene.case_manager):
        actions.choose(actor=who, rhythm="weekdays")
    assert actions.send_letters(on=ON) == actions.Sent(sent=1, failed=1)
    entry = JournalEntry.objects.get(verb="reminders.letters_sent")
    assert entry.data == {"sent": 1, "failed": 1}
    assert REFUSED not in caplog.text and "OSError" in caplog.text
    account.email = "mended@example.org"
    account.save()
    assert actions.send_letters(on=ON) == actions.Sent(sent=1)
    assert [letter.to[0] for letter in outbox][1] == "mended@example.org"


def test_a_coordinator_may_ask_for_all_families_in_sight_and_others_may_not(outbox) -> None:
    found = life(on=ON - timedelta(days=5))
    actions.choose(actor=found.scene.coordinator, rhythm="weekdays", is_wide=True)
    actions.choose(actor=found.scene.case_manager, rhythm="off", is_wide=True)
    assert not choice_of(actor=found.scene.case_manager).is_wide
    assert actions.send_letters(on=ON).sent == 1
    assert found.case.number in outbox[0].body


def test_a_path_without_a_case_is_named_by_its_number(outbox) -> None:
    route = make_route()
    Visit.objects.create(route=route, planned_on=ON)
    visitor = worker("psychologist")
    RouteMember.objects.create(route=route, user_id=visitor.user_id, from_on=ON)
    actions.choose(actor=visitor, rhythm="weekdays", language="en")
    actions.send_letters(on=ON)
    assert f"Path {route.pk}" in outbox[0].body and "Visit to the family" in outbox[0].body


def test_a_wrong_choice_is_refused_and_the_system_is_not_reminded() -> None:
    with pytest.raises(Invalid):
        actions.choose(actor=worker("head"), rhythm="hourly")
    with pytest.raises(NotFound):
        actions.choose(actor=SYSTEM, rhythm="off")
    assert not ReminderChoice.objects.exists()
