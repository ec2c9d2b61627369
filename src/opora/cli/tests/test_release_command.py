"""A command writes a table for everybody only when a second person has let it go."""

import json
from datetime import date
from pathlib import Path

import pytest

from opora.__main__ import main
from opora.access.rules import Role
from opora.cli import release
from opora.release import actions
from opora.release.tests.desk import by_program, closed, person

pytestmark = pytest.mark.django_db


def run(*typed: str) -> int:
    import argparse

    parser = argparse.ArgumentParser()
    release.add_parser(parser.add_subparsers())
    return release.run(parser.parse_args(["release", *typed]))


def test_without_a_second_word_nothing_is_written(tmp_path: Path, capsys) -> None:
    analyst, head = person("analyst", Role.ANALYST), person("head", Role.HEAD)
    path = tmp_path / "table.csv"
    assert run("outcomes", "--out", str(path)) == 1
    closed(20, change=3)
    closed(12, change=0)
    made = actions.ask_for_release(actor=analyst, asked=by_program(), on=date(2025, 2, 3))
    assert run("outcomes", "--out", str(path), "--json") == 1
    assert json.loads(capsys.readouterr().out)["released"] is False and not path.exists()
    actions.let_go(actor=head, release_id=made.pk, on=date(2025, 2, 3))
    assert run("outcomes", "--out", str(path)) == 0
    assert "62,5" in path.read_text("utf-8-sig")
    assert run(str(made.number), "--out", str(tmp_path / "table.json"), "--json") == 0
    actions.call_back(actor=head, release_id=made.pk, why="Ошибка", on=date(2025, 2, 3))
    assert run(str(made.number), "--out", str(path)) == 1


def test_help_says_what_it_does(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["release", "--help"])
    assert "two people" in capsys.readouterr().out
