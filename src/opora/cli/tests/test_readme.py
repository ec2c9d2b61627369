"""Every line of the first page runs as it is written, in both languages, one after the other."""

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from opora.__main__ import COMMANDS, main
from opora.access.rules import SYSTEM
from opora.cases.models import Case
from opora.packs.actions import publish_practice

pytestmark = pytest.mark.django_db
ROOT = COMMANDS.parents[2]
PAGES = ("README.md", "README.ru.md")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
# What serves or tests is started elsewhere in the tests, or is the tests.
NOT_HERE = {"demo", "test", "serve", "journal"}


def lines_of(page: str) -> list[list[str]]:
    text = (ROOT / page).read_text(encoding="utf-8")
    written = [line for block in BLOCK.findall(text) for line in block.splitlines() if line.strip()]
    return [shlex.split(line, comments=True) for line in written]


def test_both_languages_name_the_same_commands() -> None:
    assert lines_of("README.md") == lines_of("README.ru.md") != []


@pytest.mark.parametrize("page", PAGES)
def test_every_line_runs_as_written(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("opora.config.ground.prepare", lambda **_: None)
    publish_practice(actor=SYSTEM, folder=COMMANDS.parent / "packs" / "practices" / "support_and_shelter")
    ran = []
    for program, command, *arguments in lines_of(page):
        assert program == "./opora" and (ROOT / "opora").exists()
        assert (COMMANDS / f"{command.replace('-', '_')}.py").exists(), command
        if command in NOT_HERE:
            continue
        # A report is written where one stands; the tests leave nothing in the checkout.
        kept = [str(tmp_path / word) if last == "--out" else word for last, word in pairwise(["", *arguments])]
        assert main([command, *kept]) == 0, (command, capsys.readouterr())
        ran.append(command)
    cases, figures = ["import-registry", "import-registry", "outcomes", "outcomes"], ["indicators", "model"]
    assert ran == [*cases, *figures, "services", "sources"]
    assert Case.objects.count() == 10
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("page", PAGES)
def test_every_paper_the_page_leads_to_is_there(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert len(links) > 8
    assert [link for link in links if not (ROOT / link).exists()] == []
