"""A note is written on the page of a family, opened by its author, shared, and nowhere to be met by others."""

import pytest
from django.urls import reverse

from opora.access.rules import Role
from opora.cases.models import TeamMember
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.notes.models import ConfidentialNote
from opora.plans.tests.factories import make_walk
from opora.process.tests.factories import BEGAN
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db
WORDS = "Плакала, говоря о матери"


def test_from_writing_to_sharing():
    walk = make_walk()
    author, colleague = worker(Role.PSYCHOLOGIST), worker(Role.PSYCHOLOGIST)
    TeamMember.objects.create(case=walk.case, user_id=author.user_id, part="psychologist", from_on=BEGAN)
    client, other = signed_in(author), signed_in(colleague)
    sent = {"kind": "therapy", "on": today().isoformat(), "text": WORDS}
    assert client.post(reverse("notes:case", args=[walk.case.pk]), sent).status_code == 302
    note = ConfidentialNote.objects.get()
    address = reverse("notes:note", args=[note.pk])
    assert WORDS in text_of(client.get(address)) and address in text_of(client.get(reverse("notes:list")))
    assert other.get(address).status_code == 404
    assert client.post(reverse("notes:readers", args=[note.pk]), {"user_ids": [colleague.user_id]}).status_code == 302
    assert WORDS in text_of(other.get(address))
    for stranger in (worker(Role.HEAD), worker(Role.COORDINATOR, walk.department), walk.manager, walk.volunteer):
        browser = signed_in(stranger)
        assert browser.get(address).status_code == 404
        assert WORDS not in text_of(browser.get(reverse("cases:file", args=[walk.case.pk])))
