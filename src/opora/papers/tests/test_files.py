"""Copies of papers: what is taken, how it lies on disk, who opens it."""

import errno
from pathlib import Path
from typing import Any

import pytest

from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import department, worker
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.papers import actions, queries
from opora.papers.actions import contents
from opora.papers.models import Letter, StoredFile
from opora.papers.rules import LARGEST, Wrong, media_type_of
from opora.papers.tests.factories import PDF, PNG, SECRET, archive, colleague, path_of_family
from opora.process.actions import invite
from opora.process.models import Amendment, Paper
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


def test_a_copy_attached_by_mistake_counts_nowhere_and_is_opened_by_nobody() -> None:
    route, _home = path_of_family()
    stored = actions.add_file(actor=colleague(), route_id=route.pk, kind="consent", name="a.png", data=PNG, on=BEGAN)
    void = {"file_id": stored.pk, "on": BEGAN}
    with pytest.raises(NotFound):
        actions.void_file(actor=worker(Role.COORDINATOR, department()), reason="Не наше", **void)
    with pytest.raises(Invalid):
        actions.void_file(actor=colleague(), reason=" ", **void)
    # Not whoever attached it, and days later: what speaks of another family goes at once.
    actions.void_file(actor=worker(Role.COORDINATOR, route.department), reason="Документ другой семьи", **void)
    assert Paper.objects.get(route=route).withdrawn_on == BEGAN
    line = next(line for line in queries.checklist(route) if line.kind == "consent")
    assert line.is_missing and not line.files and [one.pk for one in line.taken_back] == [stored.pk]
    assert queries.why_taken_back(line.taken_back) == {stored.pk: "Документ другой семьи"}
    assert Amendment.objects.get().source == f"papers.file:{stored.pk}"
    assert JournalEntry.objects.get(verb="process.record_voided").data["what"] == "file"
    for actor in (colleague(), worker(Role.HEAD)):
        with pytest.raises(NotFound, match="Такого документа нет"):
            actions.open_file(actor=actor, file_id=stored.pk)
    with pytest.raises(Conflict):
        actions.void_file(actor=colleague(), reason="Ещё раз", **void)
    assert not StoredFile.objects.exists() and StoredFile.every.get().by_id == stored.by_id


def test_the_file_of_a_letter_goes_with_its_letter_only() -> None:
    route, home = path_of_family()
    letter = actions.write_letter(
        actor=colleague(), route_id=route.pk, kind="support", person_id=home.client.pk, on=BEGAN
    )
    with pytest.raises(Conflict):
        actions.void_file(actor=colleague(), file_id=letter.file_id, reason="Ошибка", on=BEGAN)
    assert Letter.objects.get().file.voided_on is None


def test_what_was_taken_back_is_sealed_anew_with_all_the_rest() -> None:
    route, _home = path_of_family()
    stored = actions.add_file(actor=colleague(), route_id=route.pk, kind="plan", name="a.pdf", data=PDF, on=BEGAN)
    actions.void_file(actor=colleague(), file_id=stored.pk, reason="Не та семья", on=BEGAN)
    before = contents.read(stored.place)
    actions.seal_files_anew()
    assert contents.read(stored.place) != before


def test_a_touch_takes_back_only_what_one_attached_oneself_today() -> None:
    route, _home = path_of_family()
    stored = actions.add_file(actor=colleague(), route_id=route.pk, kind="plan", name="a.pdf", data=PDF, on=BEGAN)
    other = worker(Role.CASE_MANAGER, route.department)
    invite(actor=worker(Role.HEAD), route_id=route.pk, user_id=other.user_id, on=BEGAN)
    with pytest.raises(Refused):
        actions.void_file(actor=other, file_id=stored.pk, is_undo=True, on=today())
    actions.void_file(actor=colleague(), file_id=stored.pk, is_undo=True, on=today())
    assert StoredFile.every.get().voided_on == today()


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
