"""``services`` as a program reads it and as a person reads it."""

import json
from datetime import timedelta

import pytest

from opora.__main__ import main
from opora.process.tests.factories import BEGAN
from opora.services.tests.factories import give, walk_with_services

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture
def given(monkeypatch):
    """A family with two services of one label and one of another direction."""
    walk = walk_with_services()
    everybody = [walk.home.client.pk, *walk.home.child_ids]
    give(walk, "v23", minutes=45, people_ids=everybody)
    give(walk, "v26", minutes=60, people_ids=everybody[:1])
    give(walk, "v26", state="no_show")
    give(walk, "v21", minutes=30, on=BEGAN + timedelta(days=30))
    monkeypatch.setattr("opora.config.ground.prepare", lambda **_: None)


def test_the_json_is_the_one_agreed(given, capsys):
    assert main(["services", "--json", "--to", BEGAN.isoformat()]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["from"], said["to"], said["by"]) == (None, BEGAN.isoformat(), "service")
    assert said["total"] == {"count": 2, "families": 1, "people": 3, "hours": 1.75}
    assert [(line["code"], line["count"], line["people"], line["hours"]) for line in said["lines"]] == [
        ("v23", 1, 3, 0.75),
        ("v26", 1, 1, 1.0),
    ]
    assert set(said["lines"][0]) == {"name", "code", "count", "families", "people", "hours"}


def test_lines_are_made_by_provider_format_and_direction(given, capsys):
    for by, codes in (
        ("provider", ["other_program", "own"]),
        ("format", ["individual"]),
        ("direction", ["d7", "d8", "d9"]),
    ):
        assert main(["services", "--json", "--by", by]) == 0
        assert [line["code"] for line in json.loads(capsys.readouterr().out)["lines"]] == codes


def test_a_person_reads_a_table_and_is_told_of_a_wrong_period(given, capsys):
    assert main(["services"]) == 0
    assert "Индивидуальные консультации психолога v23" in capsys.readouterr().out
    assert main(["services", "--from", "2026-05-01", "--to", "2026-01-01"]) == 2
    assert "--from" in capsys.readouterr().err
