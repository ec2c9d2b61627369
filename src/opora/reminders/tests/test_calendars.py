"""The address of a calendar: secret, one for each person, taken back for good."""

import pytest

from opora.access.rules import SYSTEM
from opora.cases.tests.factories import worker
from opora.common.errors import NotFound
from opora.reminders import actions
from opora.reminders.models import CalendarAddress
from opora.reminders.queries import address_of, reader_of
from opora.reminders.tests.factories import ON, someone

pytestmark = pytest.mark.django_db


def test_only_the_hash_of_the_secret_is_kept() -> None:
    who = worker("specialist")
    token = actions.make_calendar(actor=who)
    kept = CalendarAddress.objects.get()
    assert len(token) > 40 and token not in str(vars(kept))
    assert reader_of(token=token).actor.user_id == who.user_id


def test_a_new_address_ends_the_old_one_and_taking_it_back_ends_all() -> None:
    who = worker("specialist")
    old, new = actions.make_calendar(actor=who), actions.make_calendar(actor=who)
    with pytest.raises(NotFound):
        reader_of(token=old)
    assert reader_of(token=new)
    assert actions.revoke_calendar(actor=who)
    with pytest.raises(NotFound):
        reader_of(token=new)
    assert address_of(actor=who) is None and not actions.revoke_calendar(actor=who)


def test_the_address_of_somebody_who_left_gives_nothing() -> None:
    who = worker("specialist")
    token = actions.make_calendar(actor=who)
    account = someone(who)
    account.is_active = False
    account.save()
    with pytest.raises(NotFound):
        reader_of(token=token)


@pytest.mark.parametrize("token", ["", "no-such-address", "x" * 5_000])
def test_a_made_up_address_gives_nothing(token: str) -> None:
    with pytest.raises(NotFound):
        reader_of(token=token)


def test_the_owner_sees_when_a_calendar_last_looked() -> None:
    who = worker("specialist")
    reader = reader_of(token=actions.make_calendar(actor=who))
    actions.note_reading(address_id=reader.address_id, on=ON)
    address = address_of(actor=who)
    assert address is not None and address.read_on == ON


def test_the_system_has_no_calendar() -> None:
    with pytest.raises(NotFound):
        actions.make_calendar(actor=SYSTEM)
