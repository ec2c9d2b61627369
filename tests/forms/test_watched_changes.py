"""The watch that every sent form of a test stands under sees a change without a line."""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory

from opora.access.rules import SYSTEM
from opora.audit import actions as audit
from opora.families.models import Family
from tests.watched_changes import carry_out_watched

pytestmark = pytest.mark.django_db


def sent() -> Any:
    request = RequestFactory().post("/somewhere/")
    request.resolver_match = None
    return request


def test_a_family_changed_without_a_line_is_noticed() -> None:
    def register(*, with_line: bool) -> HttpResponse:
        Family.objects.create()
        if with_line:
            audit.record(actor=SYSTEM, verb="families.created")
        return HttpResponse(status=302)

    assert connection.in_atomic_block
    with pytest.raises(AssertionError, match="families_family"):
        carry_out_watched(lambda: register(with_line=False), sent())
    assert carry_out_watched(lambda: register(with_line=True), sent()).status_code == 302
