"""A home with a family's paper in it, as somebody works with it."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from opora.access.rules import SYSTEM, Actor
from opora.audit.actions import seal_journal
from opora.backups import actions
from opora.backups.actions import Made
from opora.backups.postgres import Server
from opora.backups.rules import strongbox
from opora.config.home import home as home_of_the_tests
from opora.papers.actions import add_file
from opora.papers.models import StoredFile
from opora.papers.tests.factories import PDF, colleague, path_of_family
from opora.process.tests.factories import BEGAN

PHRASE = "корабль лопата ветер семь"
AT = datetime(2026, 11, 29, 3, 37, tzinfo=UTC)


@dataclass(frozen=True)
class Installation:
    """Where it lies, where its backups go, and a paper in it with somebody who may open it."""

    home: Path
    folder: Path
    server: Server
    actor: Actor
    paper: StoredFile

    def back_up(self, **wishes: Any) -> Made:
        known = {"server": self.server, "home": self.home, "folder": self.folder, "passphrase": PHRASE, "at": AT}
        return actions.back_up(actor=SYSTEM, say=lambda _sentence: None, **known | wishes)

    def kept(self) -> list[str]:
        """Every name in the folder of the backups, hidden ones too."""
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def place() -> Iterator[Path]:
    """A place for homes. Not pytest's own: when root runs the tests, the database's account may not enter that."""
    folder = Path(tempfile.mkdtemp(prefix="opora-b-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def installation(committed: None, place: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Installation:
    # Guessing is slow for whoever tries a backup's passphrase; the tests know it.
    monkeypatch.setattr(strongbox, "SCRYPT", {"n": 1024, "r": 8, "p": 1})
    home, folder = place / "home", place / "backups"
    (home / "keys").mkdir(parents=True)
    folder.mkdir()
    for name in ("journal-seal", "web-secret"):
        shutil.copy(home_of_the_tests() / "keys" / name, home / "keys" / name)
    settings.OPORA_HOME = home
    route, _home = path_of_family()
    actor = colleague()
    paper = add_file(actor=actor, route_id=route.pk, kind="consent", name="Ветрова.pdf", data=PDF, on=BEGAN)
    seal_journal()
    return Installation(home, folder, Server.of(connection.settings_dict, is_private=True), actor, paper)
