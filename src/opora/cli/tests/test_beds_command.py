"""``beds`` as a program reads it and as a person reads it."""

import json
from datetime import date, timedelta

import pytest

from opora.__main__ import main
from opora.access.rules import SYSTEM
from opora.cases import actions as cases
from opora.stays.actions import block_bed
from opora.stays.tests.factories import CAME, UNTIL, admit, house

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stands(monkeypatch):
    monkeypatch.setattr("opora.config.ground.prepare", lambda **_: None)


def printed(capsys, *arguments):
    assert main(["beds", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_json_is_the_one_agreed(capsys):
    place = house()
    admit(place)
    whole = printed(capsys, "--on", CAME.isoformat())
    assert list(whole) == ["places"]
    [told] = whole["places"]
    assert list(told) == [
        "name", "beds", "taken", "free", "families", "women", "children", "bed_nights", "admitted", "left",
    ]  # fmt: skip
    assert [told[name] for name in list(told)[1:]] == [6, 3, 3, 1, 1, 2, 3, 1, 0]


def test_a_time_is_the_sum_of_its_days_and_the_day_of_leaving_is_no_night(capsys):
    place = house()
    admit(place)
    cases.end_stay(actor=place.scene.case_manager, case_id=place.scene.case.pk, on=date(2026, 4, 2))
    days = [CAME + timedelta(days=n) for n in range((UNTIL - CAME).days + 5)]
    one = [printed(capsys, "--on", day.isoformat())["places"][0] for day in days[-8:]]
    [whole] = printed(capsys, "--from", days[-8].isoformat(), "--to", days[-1].isoformat())["places"]
    assert sum(day["bed_nights"] for day in one) == whole["bed_nights"] == 3 * 4
    assert sum(day["left"] for day in one) == whole["left"] == 1


def test_what_is_no_day_is_refused_in_words(capsys):
    assert main(["beds", "--on", "2026-02-30"]) != 0
    assert "2026-02-30" in capsys.readouterr().err
    assert main(["beds", "--on", "2026-02-03", "--to", "2026-02-05"]) != 0


def test_a_person_reads_what_explains_the_figures_too(capsys):
    place = house()
    block_bed(actor=SYSTEM, bed_id=place.beds[-1].pk, from_on=CAME, why="Ремонт", on=CAME)
    assert main(["beds", "--on", CAME.isoformat()]) == 0
    said = capsys.readouterr().out
    assert place.shelter.name in said and "вне работы 1" in said
