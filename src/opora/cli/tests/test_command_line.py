"""How the command line answers those who mistype, come late, or only want to look."""

import socket

import pytest

from opora.__main__ import _commands, main
from opora.cli import server


def test_the_list_of_commands_names_each_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    for name, (sentence, needs) in _commands().items():
        assert name in shown
        assert sentence.endswith((".", "?")), f"{name}: the first line of its module is its sentence"
        assert needs in {"nothing", "words", "settings", "database", "practice"}


def test_a_mistyped_command_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sevre"]) == 2
    answer = capsys.readouterr()
    assert answer.out == ""
    assert "sevre" in answer.err
    assert "serve" in answer.err


def test_a_taken_port_is_said_at_once_with_a_way_out() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(server.PortTakenError, match=f"--port {port + 1}"), server.claim("127.0.0.1", port):
            pass


def test_steps_are_said_plainly_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    steps = server.Steps("Opora")
    steps("Adding families", 1, 60)
    steps("Adding families", 60, 60)
    steps("Publishing [practice]")
    steps.done()
    lines = capsys.readouterr().err.splitlines()
    assert [line.split("  ")[1].strip("✓ ").rsplit(" ", 2)[0] for line in lines[1:]] == [
        "Adding families",
        "Publishing [practice]",
    ]
