"""What leaves the house by letter or calendar: codes and days, for nobody a word of who the family is."""

from datetime import date, timedelta

import pytest
from django.core import mail

from opora.access.models import User
from opora.access.queries import actor_for
from opora.common.dates import today
from opora.papers.models import Consent, Notice
from opora.reminders import actions
from opora.reminders.queries import reminders_of
from tests.access_table.world import NUMBER, SECRETS, World

MONDAY = date(2026, 3, 2)


@pytest.fixture
def pressing(world: World) -> World:
    """The world on a day when the family's papers come to their term."""
    Consent.objects.update(valid_until=MONDAY + timedelta(days=2))
    Notice.objects.update(answer_due_on=MONDAY)
    return world


def test_letters_tell_no_secret_to_anybody(pressing: World, settings) -> None:
    settings.REMINDERS_EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    for user in User.objects.all():
        actions.choose(actor=actor_for(user), rhythm="weekly", is_wide=True)
    assert actions.send_letters(on=MONDAY).sent >= 3
    letters = [f"{letter.subject}\n{letter.body}" for letter in mail.outbox]
    assert any(NUMBER in letter for letter in letters)
    for letter in letters:
        for secret in SECRETS:
            assert secret not in letter
    blind = ("administrator", "analyst", "volunteer", "nobody", "_elsewhere", "former")
    told = {address for letter in mail.outbox if NUMBER in letter.body for address in letter.to}
    assert not [address for address in told if any(address.startswith(name) for name in blind)]


def test_calendars_tell_no_secret_to_anybody(pressing: World) -> None:
    Consent.objects.update(valid_until=today())
    told = 0
    for user in User.objects.all():
        actor = actor_for(user)
        actions.choose(actor=actor, rhythm="off", is_wide=True)
        token = actions.make_calendar(actor=actor)
        answer = pressing.browser("anonymous").get(f"/calendar/{token}.ics")
        body = answer.content.decode().replace("\r\n ", "")
        assert answer.status_code == 200
        assert not [secret for secret in SECRETS if secret in body]
        told += NUMBER in body
        assert (NUMBER in body) == bool(
            [
                one
                for one in reminders_of(actor=actor, on=today(), ahead=92, is_wide=True).reminders
                if one.number == NUMBER
            ]
        )
    assert told >= 5
