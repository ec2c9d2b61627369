"""Links that let people in: once, in time, and not after they were taken back."""

from datetime import timedelta

import pytest

from opora.access import actions, queries
from opora.access.models import Invitation, User
from opora.access.rules import Role
from opora.access.tests.people import PASSWORD, account, administrator, department, head, somebody
from opora.audit.models import JournalEntry
from opora.common.dates import now
from opora.common.errors import Invalid, NotFound, Refused

pytestmark = pytest.mark.django_db


def _token(link: str) -> str:
    return link.strip("/").rsplit("/", 1)[-1]


def _set_up(link: str, **changes) -> User:
    given = {"name": "Анна Первая", "email": "Anna@Example.org", "password": PASSWORD, "is_head": True} | changes
    return actions.accept_setup(token=_token(link), **given)


def _invite(actor, *, email="new@example.org", grants=((Role.SPECIALIST, None),)):
    return actions.invite(actor=actor, name="Новый Сотрудник", email=email, grants=grants)


class TestFirstAdministrator:
    def test_the_first_person_is_administrator_and_head(self):
        user = _set_up(actions.create_setup_link())
        assert queries.actor_of(user_id=user.pk).roles == {Role.ADMINISTRATOR, Role.HEAD}
        assert user.email == "anna@example.org"
        assert user.check_password(PASSWORD)

    def test_the_first_person_may_be_administrator_only(self):
        user = _set_up(actions.create_setup_link(), is_head=False)
        assert queries.actor_of(user_id=user.pk).roles == {Role.ADMINISTRATOR}

    def test_no_link_is_made_once_somebody_works_here(self):
        administrator()
        assert actions.create_setup_link() is None

    def test_a_link_made_before_does_not_open_once_somebody_works_here(self):
        link = actions.create_setup_link()
        administrator()
        with pytest.raises(NotFound):
            _set_up(link)

    def test_only_the_newest_link_opens(self):
        first = actions.create_setup_link()
        second = actions.create_setup_link()
        with pytest.raises(NotFound):
            _set_up(first)
        assert _set_up(second).pk

    def test_the_link_works_once(self):
        link = actions.create_setup_link()
        _set_up(link)
        with pytest.raises(NotFound):
            _set_up(link, email="second@example.org")

    def test_the_link_expires(self):
        link = actions.create_setup_link()
        Invitation.objects.update(expires_at=now() - timedelta(seconds=1))
        with pytest.raises(NotFound):
            _set_up(link)

    def test_the_link_of_an_invitation_sets_nothing_up(self):
        _invitation, token = _invite(administrator())
        User.objects.all().update(is_active=False)
        with pytest.raises(NotFound):
            _set_up(f"/setup/{token}/")


class TestInvitation:
    def test_the_database_never_sees_the_secret(self):
        invitation, token = _invite(administrator())
        values = Invitation.objects.filter(pk=invitation.pk).values().get()
        assert all(token not in str(value) for value in values.values())
        assert all(token not in str(entry.data) for entry in JournalEntry.objects.all())

    def test_the_invited_person_has_the_promised_roles(self):
        place = department()
        _invitation, token = _invite(administrator(), grants=[(Role.CASE_MANAGER, place.pk)])
        user = actions.accept_invitation(token=token, name="Новый Сотрудник", password=PASSWORD)
        assert queries.actor_of(user_id=user.pk).grants == {(Role.CASE_MANAGER, place.pk)}
        assert user.email == "new@example.org"

    def test_it_works_once(self):
        _invitation, token = _invite(administrator())
        actions.accept_invitation(token=token, name="Первый", password=PASSWORD)
        with pytest.raises(NotFound):
            actions.accept_invitation(token=token, name="Второй", password=PASSWORD)
        assert User.objects.filter(email="new@example.org").count() == 1

    def test_it_expires_after_seven_days(self):
        invitation, token = _invite(administrator())
        assert timedelta(days=6) < invitation.expires_at - now() <= timedelta(days=7)
        Invitation.objects.filter(pk=invitation.pk).update(expires_at=now())
        with pytest.raises(NotFound):
            actions.accept_invitation(token=token, name="Новый", password=PASSWORD)

    def test_it_can_be_revoked(self):
        keeper = administrator()
        invitation, token = _invite(keeper)
        actions.revoke_invitation(actor=keeper, invitation_id=invitation.pk)
        with pytest.raises(NotFound):
            actions.accept_invitation(token=token, name="Новый", password=PASSWORD)
        assert queries.list_invitations(actor=keeper) == []

    def test_one_used_already_cannot_be_revoked(self):
        keeper = administrator()
        invitation, token = _invite(keeper)
        actions.accept_invitation(token=token, name="Новый", password=PASSWORD)
        with pytest.raises(Refused):
            actions.revoke_invitation(actor=keeper, invitation_id=invitation.pk)

    def test_a_second_one_for_the_same_address_replaces_the_first(self):
        keeper = administrator()
        _first, old = _invite(keeper)
        _second, new = _invite(keeper)
        with pytest.raises(NotFound):
            actions.accept_invitation(token=old, name="Новый", password=PASSWORD)
        assert actions.accept_invitation(token=new, name="Новый", password=PASSWORD).pk

    @pytest.mark.parametrize("spelling", ["worker@example.org", "WORKER@example.org", "  worker@example.org "])
    def test_nobody_is_invited_twice_under_one_address(self, spelling):
        somebody(Role.SPECIALIST, email="worker@example.org")
        with pytest.raises(Invalid) as refusal:
            _invite(administrator(), email=spelling)
        assert "email" in refusal.value.fields

    def test_it_needs_a_role(self):
        with pytest.raises(Invalid) as refusal:
            _invite(administrator(), grants=[])
        assert "roles" in refusal.value.fields

    def test_it_needs_a_department_that_exists(self):
        with pytest.raises(Invalid):
            _invite(administrator(), grants=[(Role.COORDINATOR, 987_654)])

    @pytest.mark.parametrize(
        "role",
        [Role.COORDINATOR, Role.CASE_MANAGER, Role.SPECIALIST, Role.PSYCHOLOGIST, Role.ANALYST, Role.VOLUNTEER],
    )
    def test_only_who_keeps_the_accounts_invites(self, role):
        with pytest.raises(Refused):
            _invite(somebody(role))
        assert not Invitation.objects.exists()

    def test_links_of_somebody_who_left_let_nobody_in(self):
        leaver, keeper = administrator(), administrator()
        _invitation, token = _invite(leaver)
        actions.deactivate(actor=keeper, user_id=leaver.user_id)
        with pytest.raises(NotFound):
            actions.accept_invitation(token=token, name="Новый", password=PASSWORD)

    def test_links_of_somebody_who_no_longer_keeps_accounts_let_nobody_in(self):
        former, keeper = administrator(), administrator()
        _invitation, token = _invite(former)
        actions.change_roles(actor=keeper, user_id=former.user_id, grants=[(Role.SPECIALIST, None)])
        with pytest.raises(NotFound):
            actions.accept_invitation(token=token, name="Новый", password=PASSWORD)

    def test_joining_is_in_the_journal_in_the_name_of_who_joined(self):
        invitation, token = _invite(head())
        user = actions.accept_invitation(token=token, name="Новый", password=PASSWORD)
        entry = JournalEntry.objects.get(verb="access.joined")
        assert (entry.actor_id, entry.data) == (user.pk, {"invitation": invitation.pk, "user": user.pk})

    def test_an_account_made_outright_is_for_the_system_only(self):
        keeper = head()
        with pytest.raises(Refused):
            actions.add_person(actor=keeper, name="Кто-то", email="x@example.org", grants=[], password=PASSWORD)
        assert account(keeper).is_active
