"""The folder of files and its keeper: what no file names does not stay, what a file names is never lost."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from opora.common.errors import Refused
from opora.families.sealing import seal_bytes
from opora.papers import actions
from opora.papers.actions import contents
from opora.papers.models import StoredFile
from opora.papers.tests.factories import PDF, colleague, path_of_family
from opora.process import actions as process
from opora.process.tests.factories import BEGAN

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]

KILLED = """
import os, sys, time
sys.path[:0] = sys.argv[2].split(os.pathsep)
import django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
settings.OPORA_HOME = sys.argv[3]
django.setup()
from django.db import transaction
from opora.access.rules import SYSTEM
from opora.papers.actions.files import keep
from opora.papers.tests.factories import PDF
from opora.process.models import Route
from datetime import date
with transaction.atomic():
    keep(actor=SYSTEM, route=Route.objects.get(), kind="plan", name="a.pdf", data=PDF, on=date(2026, 1, 1))
    print("written", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.OPORA_HOME = tmp_path
    return tmp_path / "files"


def lying(folder: Path) -> list[str]:
    """Where contents lie: by the name of their folder."""
    return sorted(path.parent.name for path in folder.rglob("*") if path.is_file())


def attach() -> StoredFile:
    route, _home = path_of_family()
    return actions.add_file(actor=colleague(), route_id=route.pk, kind="consent", name="a.pdf", data=PDF, on=BEGAN)


def is_readable(stored: StoredFile) -> bool:
    return actions.open_file(actor=colleague(), file_id=stored.pk).content == PDF


def test_of_a_killed_upload_nothing_stays(folder: Path) -> None:
    path_of_family()
    known = [str(connection.settings_dict["NAME"]), os.pathsep.join(sys.path), str(folder.parent)]
    with subprocess.Popen([sys.executable, "-c", KILLED, *known], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None and child.stdout.readline() == b"written\n"
        assert lying(folder) == ["new"]
        os.kill(child.pid, signal.SIGKILL)
    actions.clear_new_contents()
    assert lying(folder) == [] and not StoredFile.objects.exists()


def test_an_upload_that_was_refused_later_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_words: Any) -> None:
        raise Refused("no")

    monkeypatch.setattr(process, "file_paper", refuse)
    with pytest.raises(Refused):
        attach()
    assert lying(folder) == ["new"]
    actions.clear_new_contents()
    assert lying(folder) == []


def test_what_was_kept_is_put_in_its_place_even_when_its_process_died_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(contents, "_settle", lambda _place: None)
        stored = attach()
    assert lying(folder) == ["new"] and is_readable(stored)
    actions.clear_new_contents()
    assert lying(folder) == [stored.place[:2]] and is_readable(stored)


def test_the_keeper_waits_for_an_upload_under_way(folder: Path, at_once: Callable[..., list[Any]]) -> None:
    route, _home = path_of_family()
    actor = colleague()

    def upload() -> StoredFile:
        with transaction.atomic():
            stored = actions.add_file(actor=actor, route_id=route.pk, kind="plan", name="a.pdf", data=PDF, on=BEGAN)
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_sleep(0.3)")
            return stored

    def keep() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(0.15)")
        actions.clear_new_contents()

    stored, _nothing = at_once(upload, keep)
    assert lying(folder) == [stored.place[:2]]
    assert actions.open_file(actor=actor, file_id=stored.pk).content == PDF


def test_what_stands_in_its_place_unnamed_goes_after_a_week_and_what_an_act_destroyed_at_once(folder: Path) -> None:
    stored, gone = attach(), attach()
    stray = contents.path_of("ab" * 20)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(seal_bytes(PDF, "papers.file:" + stray.name))
    StoredFile.objects.filter(pk=gone.pk).update(destroyed_on=date(2026, 11, 1))
    now = stray.stat().st_mtime
    actions.compare_contents(at=now)
    assert lying(folder) == sorted([stored.place[:2], "unnamed"])
    actions.compare_contents(at=now + 8 * 24 * 3600)
    assert lying(folder) == [stored.place[:2]] and is_readable(stored)


def test_what_is_named_again_comes_back_and_a_foreign_table_clears_nothing(folder: Path) -> None:
    stored, other = attach(), attach()
    StoredFile.objects.filter(pk=other.pk).update(place="elsewhere")
    actions.compare_contents()
    assert "unnamed" in lying(folder)
    StoredFile.objects.filter(pk=other.pk).update(place=other.place)
    actions.compare_contents()
    assert is_readable(other) and is_readable(stored)
    StoredFile.objects.all().delete()
    actions.compare_contents()
    assert lying(folder) == sorted([stored.place[:2], other.place[:2]])


def test_keys_are_renewed_while_somebody_uploads(folder: Path, at_once: Callable[..., list[Any]]) -> None:
    stored = attach()
    contents.replace(stored.place, lambda sealed: sealed[::-1])
    assert contents.read(stored.place)[::-1] != contents.read(stored.place)
    contents.replace(stored.place, lambda sealed: sealed[::-1])
    actions.seal_files_anew()
    assert is_readable(stored) and lying(folder) == [stored.place[:2]]
