"""A day, a period or a program that is none is refused in one sentence, by every command alike."""

import pytest

from opora.__main__ import main

pytestmark = pytest.mark.django_db
WITH_PROGRAM = (["outcomes"], ["indicators"], ["model", "S1"])
WITH_PERIOD = (*WITH_PROGRAM, ["services"], ["beds"])


@pytest.fixture(autouse=True)
def prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opora.config.ground.prepare", lambda **_: None)


@pytest.mark.parametrize("command", WITH_PROGRAM, ids=lambda command: command[0])
def test_a_program_that_is_not_here_is_named_with_those_that_are(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--program", "Нет такой"]) == 2
    assert "Программы «Нет такой» нет" in capsys.readouterr().err


@pytest.mark.parametrize("command", WITH_PERIOD, ids=lambda command: command[0])
def test_a_period_is_made_of_days_in_their_order(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--from", "весной"]) == 2
    assert "--from весной" in capsys.readouterr().err
    assert main([*command, "--from", "2026-05-02", "--to", "2026-05-01"]) == 2
    assert "--from" in (said := capsys.readouterr().err) and said.count("\n") == 1
