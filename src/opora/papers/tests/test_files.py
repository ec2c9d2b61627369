"""Copies of papers: what is taken, how it lies on disk, who opens it."""

import errno
from pathlib import Path
from typing import Any

import pytest

from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import department, worker
from opora.common.errors import Invalid, NotFound
from opora.papers import actions, queries
from opora.papers.actions import contents
from opora.papers.rules import LARGEST, Wrong, media_type_of
from opora.papers.tests.factories import PDF, PNG, SECRET, archive, colleague, path_of_family
from opora.process.models import Paper
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db


def test_a_file_on_disk_says_nothing_to_whoever_finds_it() -> None:
    route, _home = path_of_family()
    actor = colleague()
    stored = actions.add_file(actor=actor, route_id=route.pk, kind="consent", name="Ветрова.pdf", data=PDF, on=BEGAN)
    on_disk = contents.read(stored.place)
    assert SECRET not in on_disk and b"%PDF" not in on_disk
    assert "Ветрова".encode() not in bytes(stored.name) and "pdf" not in stored.place
    opened = actions.open_file(actor=actor, file_id=stored.pk)
    assert opened.content == PDF and opened.name == "Ветрова.pdf"
    assert JournalEntry.objects.filter(verb="papers.file_opened").count() == 1


def test_a_full_disk_leaves_no_half_of_a_file(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    settings.OPORA_HOME = tmp_path
    route, _home = path_of_family()
    monkeypatch.setattr("opora.papers.actions.contents.os.fsync", full)
    monkeypatch.setattr("opora.papers.actions.files.seal_bytes", lambda data, _purpose: data)
    with pytest.raises(OSError, match="No space left"):
        actions.add_file(actor=colleague(), route_id=route.pk, kind="plan", name="a.pdf", data=PDF, on=BEGAN)
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []


def test_an_attached_copy_is_a_paper_of_the_path() -> None:
    route, _home = path_of_family()
    actions.add_file(actor=colleague(), route_id=route.pk, kind="consent", name="a.png", data=PNG, on=BEGAN)
    assert Paper.objects.get(route=route).kind == "consent"
    line = next(line for line in queries.checklist(route) if line.kind == "consent")
    assert line.is_needed and not line.is_missing and line.on == BEGAN and len(line.files) == 1


def test_a_missing_paper_stands_first_on_the_checklist() -> None:
    route, _home = path_of_family()
    assert queries.checklist(route)[0].kind == "consent" and queries.checklist(route)[0].is_missing


def test_a_file_is_seen_only_by_whoever_sees_the_path() -> None:
    route, _home = path_of_family()
    stored = actions.add_file(actor=colleague(), route_id=route.pk, kind="plan", name="a.pdf", data=PDF, on=BEGAN)
    with pytest.raises(NotFound):
        actions.open_file(actor=worker(Role.COORDINATOR, department()), file_id=stored.pk)


def test_a_wrong_type_is_refused_by_its_content_whatever_its_name() -> None:
    route, _home = path_of_family()
    with pytest.raises(Invalid) as refusal:
        actions.add_file(
            actor=colleague(), route_id=route.pk, kind="plan", name="photo.jpg", data=b"<html>hello</html>", on=BEGAN
        )
    assert "file" in refusal.value.fields
    assert not queries.files_of(route).exists()


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"", Wrong.EMPTY),
        (b"%PDF-" + b"\0" * LARGEST, Wrong.TOO_BIG),
        (b"MZ" + b"\0" * 100, Wrong.TYPE),
        (b"%PDF-1.4 cut off", Wrong.TYPE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Wrong.TYPE),
        (archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), Wrong.TYPE),
        (archive("readme.txt"), Wrong.TYPE),
        (PDF, "application/pdf"),
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 40 + b"\xff\xd9", "image/jpeg"),
    ],
)
def test_a_file_is_what_its_content_says(data: bytes, answer: str) -> None:
    assert media_type_of(data) == answer


def test_word_and_excel_are_told_apart() -> None:
    assert "wordprocessingml" in media_type_of(archive("[Content_Types].xml", "word/document.xml"))
    assert "spreadsheetml" in media_type_of(archive("[Content_Types].xml", "xl/workbook.xml"))
