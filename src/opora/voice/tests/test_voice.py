"""What the organization says in public: counted by kind, followers over time, nobody shown without consent."""

from datetime import date

import pytest

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.common.errors import Invalid, Refused
from opora.papers.actions import record_consent, withdraw_consent
from opora.plans.tests.factories import make_walk
from opora.process.tests.factories import BEGAN
from opora.voice import actions, queries

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 3)


def test_events_and_materials_of_a_period_are_counted_apart() -> None:
    actor = worker(Role.COORDINATOR)
    for kind, on in (("event", DAY), ("event", date(2025, 3, 3)), ("material", DAY)):
        actions.keep_piece(actor=actor, kind=kind, title="Круглый стол", on=on)
    assert queries.counted(actor=actor, from_on=date(2026, 1, 1), to_on=date(2026, 12, 31)) == {
        "event": 1,
        "material": 1,
    }


def test_who_can_be_known_in_a_material_has_agreed_to_it() -> None:
    walk, actor = make_walk(), worker(Role.COORDINATOR)
    shown = {"actor": actor, "kind": "material", "title": "Фильм", "shows_people": True, "on": BEGAN}
    with pytest.raises(Invalid) as refusal:
        actions.keep_piece(**shown, consent_number="1/2026")
    assert set(refusal.value.fields) == {"consent_number"}
    consent = record_consent(
        actor=walk.manager, route_id=walk.route.pk, person_id=walk.home.client.pk, purpose="publication", on=BEGAN
    )
    assert actions.keep_piece(**shown, consent_number=consent.number).consent_number == consent.number
    withdraw_consent(actor=walk.manager, consent_id=consent.pk, on=BEGAN)
    with pytest.raises(Invalid):
        actions.keep_piece(**shown, consent_number=consent.number)
    pieces = list(queries.pieces(actor=actor))
    assert queries.without_consent(actor=actor, pieces=pieces, on=BEGAN) == {pieces[0].pk}, "to be taken down"


def test_the_last_count_of_a_channel_stands_beside_its_change() -> None:
    actor = worker(Role.COORDINATOR)
    channel = actions.keep_channel(actor=actor, name="Сообщество", is_active=True)
    for on, followers in ((DAY, 100), (date(2026, 4, 3), 130), (date(2026, 4, 3), 125)):
        actions.note_followers(actor=actor, channel_id=channel.pk, followers=followers, on=on)
    (line,) = queries.channels(actor=actor)
    assert (line.followers, line.change, line.on) == (125, 25, date(2026, 4, 3))
    with pytest.raises(Invalid):
        actions.keep_channel(actor=actor, name="сообщество", is_active=True)
    with pytest.raises(Refused):
        actions.note_followers(actor=worker(Role.SPECIALIST), channel_id=channel.pk, followers=1, on=DAY)


def test_followers_of_a_period_are_its_last_count_against_what_was_known_when_it_began() -> None:
    actor = worker(Role.COORDINATOR)
    channel = actions.keep_channel(actor=actor, name="Сообщество", is_active=True)
    for month, followers in ((1, 100), (3, 130), (5, 190), (7, 150)):
        actions.note_followers(actor=actor, channel_id=channel.pk, followers=followers, on=date(2026, month, 1))

    def line(from_on: date | None, to_on: date | None) -> tuple[int | None, int | None]:
        (found,) = queries.channels(actor=actor, from_on=from_on, to_on=to_on)
        return found.followers, found.change

    assert line(date(2026, 2, 1), date(2026, 6, 1)) == (190, 90)
    assert line(date(2026, 1, 1), date(2026, 4, 1)) == (130, 30), "no count before: from the first in the period"
    assert line(date(2026, 7, 1), None) == (150, -40)
    assert line(date(2026, 8, 1), None) == (None, None)
    assert line(None, date(2026, 5, 31)) == (190, 60)
