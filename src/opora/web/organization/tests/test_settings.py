"""Every page of the settings is reached from the settings, and leads back to a place that opens."""

import re

import pytest
from django.urls import reverse

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.web.papers.tests.test_pages import signed_in
from opora.web.shell.settings import settings_for

pytestmark = pytest.mark.django_db
CRUMBS = re.compile(r'<nav class="crumbs".*?</nav>', re.DOTALL)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.HEAD])
def test_no_way_out_of_the_settings_is_a_dead_end(role: str) -> None:
    actor = worker(role)
    client = signed_in(actor)
    listed = client.get(reverse("shell:settings")).content.decode()
    offered = settings_for(actor)
    assert offered
    for one in offered:
        assert f'href="{one.path}"' in listed
        answer = client.get(one.path)
        assert answer.status_code == 200, one.path
        crumbs = CRUMBS.search(answer.content.decode())
        for way in re.findall(r'href="([^"]+)"', crumbs.group(0) if crumbs else ""):
            assert client.get(way).status_code == 200, f"{one.path} leads {role} to {way}"
