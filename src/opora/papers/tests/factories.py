"""Papers invented for tests."""

import io
import zipfile
from typing import Any

from opora.access.rules import Actor, Role
from opora.cases.tests.factories import Household, household, worker
from opora.process.models import Route
from opora.process.tests.factories import make_route, trial_program

SECRET = b"Anna Vetrova, born in 1990"
PDF = b"%PDF-1.4\n" + SECRET + b"\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\0" * 30 + b"\0\0\0\0IEND\xaeB`\x82"


def path_of_family(**details: Any) -> tuple[Route, Household]:
    """A path at the start of the trial process whose family is known."""
    home = household()
    return make_route(family_id=home.family.pk, **details), home


def colleague(role: str = Role.COORDINATOR) -> Actor:
    """Somebody who works on paths of the trial process."""
    return worker(role, trial_program()[1])


def archive(*names: str) -> bytes:
    """An archive with these parts, as Word and Excel write them."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as file:
        for name in names:
            file.writestr(name, "<x/>")
    return kept.getvalue()
