"""The directory is found by need, and a referral is unconfirmed until somebody asks."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.partners import actions, queries
from opora.partners.models import OnwardReferral, Partner
from opora.process.models import Paper
from opora.process.tests.factories import make_route

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 3)


def partner(name: str = "Центр «Вместе»", **entry: Any) -> Partner:
    written = {
        "name": name,
        "kind": "charity",
        "services": "Юридические консультации, временное жильё для матерей с детьми",
        "contacts": "+7 495 000-00-00",
        "area": "Калужская область",
        **entry,
    }
    return actions.keep_partner(actor=SYSTEM, entry=written, on=DAY)


def found(text: str, **more: Any) -> list[str]:
    return [one.name for one in queries.search_partners(actor=SYSTEM, text=text, **more).partners]


class TestDirectory:
    @pytest.mark.parametrize(
        "text", ["консультация", "ЖИЛЬЕ", "жильё мать", "Калужской", "вмес", "консультацыя", "юрид калуга космос"]
    )
    def test_a_partner_is_found_by_any_form_of_a_word_and_with_a_slip(self, text: str) -> None:
        partner()
        partner("Столовая", services="Горячие обеды", area="Тула")
        assert "Центр «Вместе»" in found(text)
        assert "Столовая" not in found(text)

    def test_a_short_word_is_a_word_and_no_piece_of_another(self) -> None:
        partner("Дом малютки", services="Приём детей", area="Тула")
        partner("Хостел", services="Надомное обучение, домофон, роддом", area="Тула")
        partner("Приют", services="Помощь после домашнего насилия", area="Тула")
        assert found("дом") == ["Дом малютки"] == found("дома")
        assert found("домаш") == ["Приют"]
        assert found("тул") != [], "where nothing has the word, its beginning is enough"

    def test_signs_of_the_query_language_are_only_signs(self) -> None:
        partner()
        assert found("!жильё & (':*") == ["Центр «Вместе»"]
        assert found("???") == ["Центр «Вместе»"]

    def test_who_no_longer_works_with_us_is_shown_on_request_only(self) -> None:
        gone = partner(is_active=False)
        assert found("жильё") == []
        assert found("жильё", with_inactive=True) == [gone.name]

    def test_an_entry_is_checked_field_by_field(self) -> None:
        partner()
        with pytest.raises(Invalid) as refusal:
            partner(services=" ", rating=6, kind="circus", checked_on=date(2026, 3, 4))
        assert set(refusal.value.fields) == {"services", "rating", "kind", "checked_on", "name"}

    def test_of_two_who_change_an_entry_the_second_is_told(self) -> None:
        known = partner()
        change = {"actor": SYSTEM, "partner_id": known.pk, "revision": known.revision, "on": DAY}
        actions.keep_partner(**change, entry={"rating": 5})
        with pytest.raises(Conflict):
            actions.keep_partner(**change, entry={"rating": 1})

    def test_specialists_read_and_volunteers_do_not(self) -> None:
        known = partner()
        specialist, volunteer = worker(Role.SPECIALIST), worker(Role.VOLUNTEER)
        assert queries.get_partner(actor=specialist, partner_id=known.pk) == known
        with pytest.raises(Refused):
            actions.keep_partner(actor=specialist, partner_id=known.pk, entry={}, on=DAY)
        with pytest.raises(NotFound):
            queries.get_partner(actor=volunteer, partner_id=known.pk)


class TestReferring:
    def refer(self, **more: Any) -> OnwardReferral:
        route = make_route()
        self.coordinator = worker(Role.COORDINATOR, route.department)
        given = {"actor": self.coordinator, "route_id": route.pk, "partner_id": partner().pk, "on": DAY}
        return actions.refer(**{**given, **more})

    def test_nothing_is_told_without_consent(self) -> None:
        with pytest.raises(Invalid) as refusal:
            self.refer(told="Мать с двумя детьми")
        assert set(refusal.value.fields) == {"told"}

    def test_what_was_told_is_sealed_and_opens_for_those_on_the_path(self) -> None:
        onward = self.refer(told="Мать с двумя детьми", has_consent=True)
        assert "Мать".encode() not in bytes(onward.told or b"")
        assert actions.read_onward(actor=self.coordinator, onward_id=onward.pk)[1] == "Мать с двумя детьми"
        with pytest.raises(NotFound):
            actions.read_onward(actor=worker(Role.SPECIALIST), onward_id=onward.pk)
        with pytest.raises(DatabaseError), transaction.atomic():
            OnwardReferral.objects.filter(pk=onward.pk).update(has_consent=False)

    def test_a_referral_waits_until_somebody_asks(self) -> None:
        onward = self.refer()
        assert onward.follow_up_on == date(2026, 3, 17)
        assert queries.unconfirmed(actor=self.coordinator, on=date(2026, 3, 17)) == []
        assert queries.unconfirmed(actor=self.coordinator, on=date(2026, 3, 18)) == [onward]
        for text, found in (
            ("17.03.2026", [onward]),
            (f"{onward.partner.name} {onward.route_id}", [onward]),
            ("нет", []),
        ):
            assert queries.unconfirmed(actor=self.coordinator, on=date(2026, 3, 18), text=text) == found, text
        actions.confirm(actor=self.coordinator, onward_id=onward.pk, outcome="not_received", on=date(2026, 3, 18))
        assert queries.unconfirmed(actor=self.coordinator, on=date(2026, 3, 18)) == []
        assert not Paper.objects.filter(route=onward.route).exists()

    def test_help_received_is_a_paper_of_the_path_and_final(self) -> None:
        onward = self.refer()
        actions.confirm(actor=self.coordinator, onward_id=onward.pk, outcome="received", on=DAY)
        assert Paper.objects.get(route=onward.route).kind == "referral_confirmed"
        with pytest.raises(Conflict):
            actions.confirm(actor=self.coordinator, onward_id=onward.pk, outcome="declined", on=DAY)
