"""The product has a version, says what changed in it, and keeps what it shipped: a migration is never edited."""

import re
import subprocess
import sys

import opora
from opora.__main__ import main
from tests.house.source import ROOT

CHANGES = ROOT / "CHANGELOG.md"
RELEASE = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$", re.MULTILINE)


def test_the_version_is_said_and_its_changes_are_told_first(capsys) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Opora {opora.__version__}\n"
    releases = RELEASE.findall(CHANGES.read_text(encoding="utf-8"))
    assert releases[0][0] == opora.__version__
    numbers = [tuple(map(int, version.split("."))) for version, _day in releases]
    assert numbers == sorted(numbers, reverse=True)


def test_a_migration_that_was_shipped_is_never_edited() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "lock_migrations.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
