"""Two people at one moment: a link lets in one of them, and somebody always keeps the keys."""

from collections.abc import Callable
from typing import Any

import pytest

from opora.access import actions
from opora.access.models import RoleAssignment, User
from opora.access.rules import Role
from opora.access.tests.people import PASSWORD, administrator, head
from opora.common.errors import NotFound, Refused

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
AtOnce = Callable[..., list[Any]]


def test_of_four_clicks_on_one_invitation_one_lets_in(at_once: AtOnce) -> None:
    _invitation, token = actions.invite(
        actor=administrator(), name="Новая", email="new@example.org", grants=[(Role.SPECIALIST, None)]
    )
    outcomes = at_once(
        *(lambda n=n: actions.accept_invitation(token=token, name=f"Имя {n}", password=PASSWORD) for n in range(4))
    )
    assert sum(isinstance(outcome, User) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotFound) for outcome in outcomes) == 3


def test_of_two_first_administrators_one_is_first(at_once: AtOnce) -> None:
    token = (actions.create_setup_link() or "").strip("/").split("/")[-1]
    outcomes = at_once(
        *(
            lambda n=n: actions.accept_setup(
                token=token, name=f"Имя {n}", email=f"first{n}@example.org", password=PASSWORD, is_head=True
            )
            for n in range(2)
        )
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NotFound", "User"]
    assert User.objects.count() == 1


def test_two_heads_who_send_each_other_away_leave_one(at_once: AtOnce) -> None:
    administrator()
    first, second = head(), head()
    outcomes = at_once(
        lambda: actions.deactivate(actor=first, user_id=second.own_id),
        lambda: actions.deactivate(actor=second, user_id=first.own_id),
    )
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1
    assert RoleAssignment.objects.filter(role=Role.HEAD, user__is_active=True).count() == 1
