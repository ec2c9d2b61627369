"""The practice command: what a methodologist sees at the terminal."""

import argparse
import json
import re
import shutil
from pathlib import Path

import pytest

from opora.cli import practice
from opora.packs.queries import shipped_practices
from opora.programs.models import PracticeVersion

pytestmark = pytest.mark.django_db
SHIPPED = shipped_practices()["support_and_shelter"]


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    practice.add_parser(parser.add_subparsers())
    return practice.run(parser.parse_args(["practice", *arguments]))


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    folder = shutil.copytree(SHIPPED, tmp_path / "practice")
    form = folder / "instruments" / "efo.toml"
    form.write_text(form.read_text("utf-8").replace('level = "family"', 'level = "famly"', 2), "utf-8")
    return folder


def test_the_shipped_practices_have_nothing_to_mend(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_each_mistake_is_a_line_with_file_and_item(spoiled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", str(spoiled)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert lines[0].endswith(" 2")
    assert all(line.startswith("instruments/efo.toml:") and "1." in line for line in lines[1:3])


def test_what_must_be_mended_comes_first_and_remarks_apart_with_their_number(
    spoiled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = spoiled / "instruments" / "efo.toml"
    text = re.sub(r"^text\.en = .*\n", "", form.read_text("utf-8"), count=3, flags=re.MULTILINE)
    form.write_text(text, "utf-8")
    assert run("check", str(spoiled)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [number for number, line in enumerate(lines) if not line.startswith("instruments")] == [0, 3, 7]
    assert lines[0].endswith(" 2")
    assert lines[3].endswith(" 3")


def test_findings_can_be_read_by_programs(spoiled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", str(spoiled), "--json")
    found = json.loads(capsys.readouterr().out)
    assert (found["sound"], len(found["findings"]), found["errors"], found["remarks"]) == (False, 2, 2, 0)


def test_only_a_sound_folder_is_published(spoiled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("publish", str(spoiled)) == 1
    assert not PracticeVersion.objects.exists()
    assert run("publish", str(SHIPPED)) == 0
    assert PracticeVersion.objects.get().number == 1
    assert capsys.readouterr().out
