"""``path`` and ``process migrate``: the same answers as on the pages, at a terminal."""

import json
from typing import Any

import pytest

from opora.__main__ import main
from opora.access.rules import SYSTEM
from opora.pathways.actions import publish_route
from opora.process.models import Route
from opora.process.tests.factories import make_route
from opora.process.tests.test_carrying import _renamed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opora.config.ground.prepare", lambda **_: None)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_path_tells_its_stage_and_every_step_with_all_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    route = make_route()
    shown = printed(capsys, "path", str(route.pk))
    assert (shown["path"], shown["stage"]["id"], shown["process"], shown["version"]) == (route.pk, "start", "trial", 1)
    by_action = {one["action"]: one for one in shown["options"]}
    assert len(by_action["begin_work"]["reasons"]) == 2
    assert by_action["decline"]["allowed"]


def test_a_path_reads_well_at_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["path", str(make_route().pk)]) == 0
    text = capsys.readouterr().out
    assert "Начать работу" in text
    assert "Согласие" in text


def test_what_is_not_there_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["path", "нет-такого"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_paths_are_tried_out_and_carried(capsys: pytest.CaptureFixture[str]) -> None:
    route = make_route()
    publish_route(actor=SYSTEM, code="trial", body=_renamed())
    assert main(["process", "migrate", "trial", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["versions"][0]["problems"] == {"no_home": 1}
    assert printed(capsys, "process", "migrate", "trial", "--map", "start=arrival", "--dry-run")["versions"][0][
        "may_go"
    ]
    assert Route.objects.get(pk=route.pk).stage == "start"
    shown = printed(capsys, "process", "migrate", "trial", "--map", "start=arrival")
    assert (shown["to"], shown["versions"][0]["moved"]) == (2, 1)
    assert Route.objects.get(pk=route.pk).stage == "arrival"
