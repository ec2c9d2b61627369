"""Backups from the command line: where the passphrase comes from, what is said, and the sheet typed back."""

import io
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from opora.__main__ import main
from opora.audit.models import JournalEntry
from opora.backups.queries import keys_in
from opora.cli import passphrase
from opora.common.errors import Refused
from opora.families.keyring import keyring


@pytest.fixture(autouse=True)
def no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(passphrase.PHRASE, raising=False)
    monkeypatch.delenv(passphrase.FILE, raising=False)


def given(file: Path | None = None, *, is_new: bool = True) -> str:
    return passphrase.given(Namespace(passphrase_file=file), is_new=is_new)


def test_the_passphrase_comes_from_a_file_or_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "phrase"
    file.write_text("корабль лопата ветер\nвторая строка\n", encoding="utf-8")
    monkeypatch.setenv(passphrase.PHRASE, "из окружения")
    assert (given(file), given()) == ("корабль лопата ветер", "из окружения")
    monkeypatch.setenv(passphrase.FILE, str(file))
    assert given() == "корабль лопата ветер"
    file.write_text("\n")
    with pytest.raises(Refused, match="нет парольной фразы"):
        given()
    with pytest.raises(Refused, match="не прочитать"):
        given(tmp_path / "none")


def test_a_new_passphrase_is_typed_twice_and_never_asked_for_where_nobody_can_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(Refused, match="--passphrase-file"):
        given()
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    typed: list[str] = []
    monkeypatch.setattr("getpass.getpass", lambda _question: typed.pop(0))
    typed[:] = ["корабль лопата", "корабль лопата"]
    assert given() == "корабль лопата"
    typed[:] = ["корабль лопата", "корабль лопатка"]
    with pytest.raises(Refused, match="не совпали"):
        given()
    typed[:] = ["корабль лопата"]
    assert given(is_new=False) == "корабль лопата"


def test_what_cannot_be_done_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPORA_HOME", str(tmp_path / "home"))
    phrase = tmp_path / "phrase"
    phrase.write_text("корабль лопата ветер")
    word = ["--passphrase-file", str(phrase)]
    for command, sentence in (
        (["backup", str(tmp_path), "--keep", "long", *word], "непонятно, сколько хранить"),
        (["backup", str(tmp_path / "none.backup"), "--check", *word], "нет"),
        (["restore", str(tmp_path / "none.backup"), *word], "нет"),
        (["restore", str(phrase), *word], "повреждена"),
        (["keys-from-sheet", str(phrase)], "не составляют одного листа"),
    ):
        assert main(command) == 2
        said = capsys.readouterr()
        assert said.out == "" and sentence in said.err.splitlines()[-1]
    assert [path.name for path in tmp_path.iterdir()] == ["phrase"]


def test_a_home_with_data_is_refused_before_anybody_is_asked_for_the_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPORA_HOME", str(tmp_path))
    (tmp_path / "journal-head").write_text("0\n")
    assert main(["restore", str(tmp_path / "none.backup")]) == 2
    assert "не пуста" in capsys.readouterr().err.splitlines()[-1]
    assert [path.name for path in tmp_path.iterdir()] == ["journal-head"]


@pytest.mark.django_db
def test_the_sheet_is_printed_with_a_line_in_the_journal_and_typed_back_into_a_home_without_keys(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.OPORA_HOME = tmp_path
    monkeypatch.setenv("OPORA_HOME", str(tmp_path))
    monkeypatch.setattr("opora.config.ground.prepare", lambda **_wishes: None)
    keyring()
    (tmp_path / "keys" / "journal-seal").write_text("of this installation")
    assert main(["recovery-sheet"]) == 0
    paper = capsys.readouterr().out
    keys = keys_in(tmp_path)
    assert len(keys) == 2 and not any(text in paper for text in keys.values())
    assert JournalEntry.objects.filter(verb="backups.sheet_printed").count() == 1
    sheet = tmp_path / "typed"
    sheet.write_text(paper.lower(), encoding="utf-8")
    (tmp_path / "keys" / "people.json").unlink()
    assert main(["keys-from-sheet", str(sheet)]) == 0
    assert keys_in(tmp_path) == keys
    (tmp_path / "keys" / "people.json").write_text("{}")
    assert main(["keys-from-sheet", str(sheet)]) == 2
    assert keys_in(tmp_path)["people.json"] == "{}"
    slipped = paper.replace(paper.splitlines()[9].split()[3], "0000")
    sheet.write_text(slipped, encoding="utf-8")
    assert main(["keys-from-sheet", str(sheet)]) == 2
    assert "Строка 3 не сходится" in capsys.readouterr().err
