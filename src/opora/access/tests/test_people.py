"""Roles are given and taken, access is closed and opened; nobody raises himself, the last key stays."""

import pytest

from opora.access import actions, queries
from opora.access.models import RoleAssignment
from opora.access.rules import Role
from opora.access.tests.people import PASSWORD, account, administrator, department, head, somebody
from opora.audit.models import JournalEntry
from opora.audit.sentences import sentence
from opora.common.errors import Invalid, NotFound, Refused

pytestmark = pytest.mark.django_db


def _roles(actor):
    return queries.actor_of(user_id=actor.user_id).roles


def _give(actor, to, *roles):
    actions.change_roles(actor=actor, user_id=to.user_id, grants=[(role, None) for role in roles])


class TestRoles:
    def test_roles_are_given_and_taken_and_journaled(self):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        _give(keeper, worker, Role.CASE_MANAGER)
        assert _roles(worker) == {Role.CASE_MANAGER}
        entries = JournalEntry.objects.filter(data__user=worker.user_id, actor_id=keeper.user_id)
        assert set(entries.values_list("verb", flat=True)) == {"access.roles_given", "access.roles_taken"}

    def test_the_journal_says_roles_in_words(self):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        _give(keeper, worker, Role.SPECIALIST, Role.ANALYST)
        entry = JournalEntry.objects.get(verb="access.roles_given")
        assert sentence(entry.verb, entry.data).endswith("получает роли: Аналитик")

    def test_the_same_roles_again_change_nothing(self):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        before = JournalEntry.objects.count()
        _give(keeper, worker, Role.SPECIALIST)
        assert JournalEntry.objects.count() == before

    def test_a_role_can_hold_in_departments(self):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        first, second = department(), department()
        grants = [(Role.COORDINATOR, first.pk), (Role.COORDINATOR, second.pk)]
        actions.change_roles(actor=keeper, user_id=worker.user_id, grants=grants)
        assert queries.actor_of(user_id=worker.user_id).grants == set(grants)

    def test_a_role_nobody_declared_is_refused(self):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        with pytest.raises(Invalid):
            _give(keeper, worker, "owner")


class TestRaisingOneself:
    def test_a_coordinator_cannot_make_himself_head(self):
        head()
        climber = somebody(Role.COORDINATOR)
        with pytest.raises(Refused):
            _give(climber, climber, Role.COORDINATOR, Role.HEAD)
        assert _roles(climber) == {Role.COORDINATOR}

    def test_an_administrator_cannot_make_himself_head(self):
        head()
        climber = administrator()
        with pytest.raises(Refused):
            _give(climber, climber, Role.ADMINISTRATOR, Role.HEAD)
        assert _roles(climber) == {Role.ADMINISTRATOR}

    def test_an_administrator_cannot_give_himself_any_role(self):
        climber = administrator()
        with pytest.raises(Refused):
            _give(climber, climber, Role.ADMINISTRATOR, Role.COORDINATOR)

    def test_an_administrator_cannot_make_somebody_else_head_while_there_is_one(self):
        head()
        friend = somebody(Role.SPECIALIST)
        with pytest.raises(Refused):
            _give(administrator(), friend, Role.HEAD)

    def test_an_administrator_cannot_invite_a_head_while_there_is_one(self):
        head()
        with pytest.raises(Refused):
            actions.invite(actor=administrator(), name="Кто-то", email="x@example.org", grants=[(Role.HEAD, None)])

    def test_an_administrator_names_the_first_head(self):
        keeper, first = administrator(), somebody(Role.COORDINATOR)
        _give(keeper, first, Role.HEAD)
        assert _roles(first) == {Role.HEAD}

    def test_an_administrator_cannot_take_the_role_of_a_head(self):
        leader, _other = head(), head()
        with pytest.raises(Refused):
            _give(administrator(), leader, Role.SPECIALIST)

    def test_an_administrator_cannot_let_himself_in_as_a_head(self):
        keeper, leader = administrator(), head()
        with pytest.raises(Refused):
            actions.record_password_link(actor=keeper, user_id=leader.user_id)
        with pytest.raises(Refused):
            actions.reset_second_factor(actor=keeper, user_id=leader.user_id)
        with pytest.raises(Refused):
            actions.deactivate(actor=keeper, user_id=leader.user_id)

    def test_a_head_can_do_it_all(self):
        administrator()
        leader, other = head(), head()
        _give(leader, other, Role.HEAD, Role.ADMINISTRATOR)
        actions.record_password_link(actor=leader, user_id=other.user_id)
        actions.deactivate(actor=leader, user_id=other.user_id)
        assert not account(other).is_active


class TestLastKey:
    def test_the_last_administrator_keeps_the_role(self):
        leader, keeper = head(), administrator()
        with pytest.raises(Refused):
            _give(leader, keeper, Role.SPECIALIST)
        assert _roles(keeper) == {Role.ADMINISTRATOR}

    def test_the_last_head_keeps_the_role(self):
        leader = somebody(Role.HEAD, Role.ADMINISTRATOR)
        with pytest.raises(Refused):
            _give(leader, leader, Role.ADMINISTRATOR)

    def test_the_last_administrator_cannot_be_sent_away(self):
        leader, keeper = head(), administrator()
        with pytest.raises(Refused):
            actions.deactivate(actor=leader, user_id=keeper.user_id)
        assert account(keeper).is_active

    def test_somebody_whose_access_is_closed_does_not_count(self):
        leader, keeper, former = head(), administrator(), administrator()
        actions.deactivate(actor=leader, user_id=former.user_id)
        with pytest.raises(Refused):
            actions.deactivate(actor=leader, user_id=keeper.user_id)

    def test_with_a_second_one_the_first_can_go(self):
        leader, keeper, _other = head(), administrator(), administrator()
        actions.deactivate(actor=leader, user_id=keeper.user_id)
        assert not account(keeper).is_active


class TestClosingAccess:
    def test_what_a_closed_account_had_stays_for_later(self):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        actions.deactivate(actor=keeper, user_id=worker.user_id)
        with pytest.raises(NotFound):
            queries.actor_of(user_id=worker.user_id)
        actions.reactivate(actor=keeper, user_id=worker.user_id)
        assert _roles(worker) == {Role.SPECIALIST}
        assert account(worker).check_password(PASSWORD)

    def test_nobody_closes_the_own_access(self):
        keeper, _other = administrator(), administrator()
        with pytest.raises(Refused):
            actions.deactivate(actor=keeper, user_id=keeper.user_id)

    @pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CASE_MANAGER, Role.ANALYST])
    def test_others_cannot(self, role):
        victim = somebody(Role.SPECIALIST)
        with pytest.raises(Refused):
            actions.deactivate(actor=somebody(role), user_id=victim.user_id)

    def test_closed_accounts_stand_on_a_list_of_their_own(self):
        keeper, worker = administrator(), somebody(Role.SPECIALIST, name="Ёлкина Анна")
        actions.deactivate(actor=keeper, user_id=worker.user_id)
        assert [person.id for person in queries.list_people(actor=keeper, former=True)] == [worker.user_id]
        assert worker.user_id not in [person.id for person in queries.list_people(actor=keeper)]


class TestReading:
    def test_people_stand_in_russian_order(self):
        keeper = somebody(Role.ADMINISTRATOR, name="Яна")
        for name in ("Жанна", "Ёлка", "Елена", "Анна"):
            somebody(Role.SPECIALIST, name=name)
        names = [person.name for person in queries.list_people(actor=keeper)]
        assert names == ["Анна", "Елена", "Ёлка", "Жанна", "Яна"]

    def test_people_are_found_by_a_part_of_the_name_in_any_case(self):
        keeper = administrator()
        somebody(Role.SPECIALIST, name="Пётр Семёнов")
        assert [person.name for person in queries.list_people(actor=keeper, search="СЕМЕНОВ")] == ["Пётр Семёнов"]

    def test_everybody_reads_the_own_account_and_nobody_else_s(self):
        worker, other = somebody(Role.SPECIALIST), somebody(Role.SPECIALIST)
        assert queries.get_person(actor=worker, user_id=worker.user_id).id == worker.user_id
        with pytest.raises(Refused):
            queries.get_person(actor=worker, user_id=other.user_id)

    def test_an_account_is_found_by_its_address_in_any_capitals(self):
        keeper, worker = administrator(), somebody(Role.SPECIALIST, email="worker@example.org")
        assert queries.find_person(actor=keeper, email=" Worker@Example.ORG").id == worker.user_id
        with pytest.raises(NotFound):
            queries.find_person(actor=keeper, email="nobody@example.org")

    def test_colleagues_are_listed_without_their_addresses(self):
        worker, _other = somebody(Role.SPECIALIST), somebody(Role.PSYCHOLOGIST)
        colleagues = queries.list_colleagues(actor=worker)
        assert len(colleagues) == 2
        assert {colleague.email for colleague in colleagues} == {""}

    def test_the_history_tells_what_was_done_with_the_account(self):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        actions.rename(actor=keeper, user_id=worker.user_id, name="Новое Имя")
        actions.rename(actor=keeper, user_id=keeper.user_id, name="Другое Имя")
        verbs = [entry.verb for entry in queries.history_of(actor=keeper, user_id=worker.user_id)]
        assert verbs == ["access.person_renamed", "access.person_added"]


class TestDepartments:
    def test_a_department_is_renamed_and_taken_out_of_use(self):
        keeper, place = administrator(), department("Кризисный центр")
        actions.change_department(
            actor=keeper, department_id=place.pk, name=" Центр  помощи ", number_pattern="{n}/{year}", is_active=False
        )
        place.refresh_from_db()
        assert (place.name, place.number_pattern, place.is_active) == ("Центр помощи", "{n}/{year}", False)
        assert queries.list_departments(actor=keeper) == []

    @pytest.mark.parametrize("name", ["", "  ", "кризисный ЦЕНТР", "А" * 121])
    def test_a_name_must_be_free_and_short_enough(self, name):
        department("Кризисный центр")
        with pytest.raises(Invalid):
            actions.add_department(actor=administrator(), name=name)

    def test_only_who_keeps_the_accounts_changes_departments(self):
        with pytest.raises(Refused):
            actions.add_department(actor=somebody(Role.COORDINATOR), name="Новый")

    def test_a_department_with_people_stays_on_their_list_of_roles(self):
        keeper, place = administrator(), department("Старый отдел")
        worker = somebody((Role.COORDINATOR, place.pk))
        actions.change_department(
            actor=keeper, department_id=place.pk, name="Старый отдел", number_pattern="{n}", is_active=False
        )
        choices = queries.grant_choices(actor=keeper, held=worker.grants)
        coordinator = next(places for role, _label, places in choices if role == Role.COORDINATOR)
        assert (place.pk, "Старый отдел") in coordinator
        assert RoleAssignment.objects.filter(department=place).exists()


def test_the_organization_decides_who_needs_a_second_factor():
    keeper, worker = administrator(), somebody(Role.SPECIALIST)

    def lacks(actor):
        """As the next page of this person asks it."""
        return queries.lacks_second_factor(actor=queries.actor_of(user_id=actor.user_id))

    assert not lacks(keeper)
    actions.require_second_factor(actor=keeper, policy="leaders")
    assert lacks(keeper)
    assert not lacks(worker)
    actions.require_second_factor(actor=keeper, policy="everybody")
    assert lacks(worker)
    with pytest.raises(Refused):
        actions.require_second_factor(actor=worker, policy="optional")
