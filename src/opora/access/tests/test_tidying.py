"""What is over is forgotten; what still holds stays."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from opora.access import actions
from opora.access.models import Invitation
from opora.access.rules import Role
from opora.access.tests.people import head
from opora.common.dates import now

pytestmark = pytest.mark.django_db


def test_ended_sessions_and_stale_links_go_and_the_rest_stays() -> None:
    leader = head()
    fresh, _link = actions.invite(actor=leader, name="Анна", email="anna@example.org", grants=[(Role.ANALYST, None)])
    stale, _link = actions.invite(actor=leader, name="Пётр", email="petr@example.org", grants=[(Role.ANALYST, None)])
    Invitation.objects.filter(pk=stale.pk).update(expires_at=now() - timedelta(days=31))
    for age in (timedelta(hours=1), timedelta(hours=-1)):
        store = SessionStore()
        store.create()
        Session.objects.filter(pk=store.session_key).update(expire_date=now() + age)
    assert actions.forget_expired() == 2
    assert list(Invitation.objects.filter(accepted_at=None).values_list("pk", flat=True)) == [fresh.pk]
    assert Session.objects.count() == 1
