"""Volunteers, donors and publications of the demonstration are such as the rooms accept, and are written once."""

from datetime import date

import pytest

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.demo.actions.public import PublicWriter
from opora.demo.rules.public import HELPERS, PIECES
from opora.voice import queries as voice
from opora.voice.models import PublicPiece
from opora.volunteers.models import Helper
from opora.volunteers.queries import helpers

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def test_every_list_of_volunteers_and_of_the_voice_has_lines() -> None:
    head = worker(Role.HEAD)
    writer = PublicWriter({"head": head, "volunteer": worker(Role.VOLUNTEER)}, today=TODAY)
    writer.write()
    writer.write()
    assert (Helper.objects.count(), PublicPiece.objects.count()) == (len(HELPERS), len(PIECES))
    assert all(helpers(actor=head, state=state, on=TODAY) for state in ("active", "left", "unchecked", "older1"))
    assert all(line.change for line in voice.channels(actor=head))
    counted = voice.counted(actor=head, from_on=date(2026, 1, 1), to_on=TODAY)
    assert set(counted) == {"post", "media", "material", "event"}
