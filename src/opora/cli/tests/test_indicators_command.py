"""``indicators`` as a program reads it and as a person reads it."""

import json
from datetime import date
from decimal import Decimal

import pytest

from opora.__main__ import main
from opora.access.rules import SYSTEM
from opora.common.kept import Kept
from opora.details.models import Detail
from opora.details.tests.factories import a_field
from opora.evidence.tests import world
from opora.families.models import Family
from opora.indicators import actions
from opora.indicators.queries import kept
from opora.indicators.tests.houses import path, signal
from opora.process.models import Route

pytestmark = pytest.mark.django_db(transaction=False)

DAYS = ["--from", "2024-01-01", "--to", "31.12.2024"]


@pytest.fixture
def given(monkeypatch):
    """Two signals of one program, one of another, and an outside figure."""
    monkeypatch.setattr("opora.config.ground.prepare", lambda **_: None)
    monkeypatch.setattr(kept, "_kept", Kept(100))
    signal(path())
    signal(path(), channel="site")
    signal(path(program=world.program("Кризисный центр")), source="unknown")
    actions.keep_outside_figure(
        actor=SYSTEM,
        indicator="IND-41",
        on=date(2024, 3, 1),
        value=Decimal(12),
        unit="детей",
        source="Росстат",
        today=date(2024, 4, 1),
    )


def _lines(capsys, *more):
    assert main(["indicators", "--json", *DAYS, *more]) == 0
    said = json.loads(capsys.readouterr().out)
    return said, {(line["id"], line["program"]): line for line in said["indicators"]}


def test_the_json_is_the_one_agreed(given, capsys):
    said, lines = _lines(capsys, "--as-of", "2025-01-31")
    assert (said["period"], said["as_of"]) == ({"from": "2024-01-01", "to": "2024-12-31"}, "2025-01-31")
    whole = lines["IND-01", None]
    fields = {"id", "title", "program", "value", "numerator", "denominator", "unknown", "unit", "definition", "by"}
    assert fields <= set(whole) and whole["value"] == 3
    assert sorted(one["value"] for one in whole["by"]) == [1, 2]
    assert [lines["IND-01", name]["value"] for name in ("Сопровождение", "Кризисный центр")] == [2, 1]
    own = lines["IND-45p", None]
    assert (own["value"], own["numerator"], own["denominator"], own["unknown"]) == (1.0, 2, 2, 1)


def test_what_is_undefined_is_null_with_its_reason_and_what_is_outside_has_its_source(given, capsys):
    _said, lines = _lines(capsys)
    assert lines["IND-20", None]["value"] is None and lines["IND-20", None]["reason"]
    removed, homes = lines["IND-41", None], lines["IND-42", None]
    assert (removed["value"], removed["source"], removed["on"]) == (12.0, "Росстат", "2024-03-01")
    assert homes["value"] is None and homes["reason"]


def test_of_one_program_nothing_is_said_that_belongs_to_the_whole_house(given, capsys):
    _said, lines = _lines(capsys, "--program", "кризисный центр")
    assert lines["IND-01", "Кризисный центр"]["value"] == 1
    assert lines["IND-13", "Кризисный центр"]["value"] is None


def test_a_person_reads_a_table_and_is_told_of_a_wrong_period(given, capsys):
    assert main(["indicators", *DAYS]) == 0
    assert "Поступившие сигналы" in capsys.readouterr().out
    assert main(["indicators", "--from", "2026-05-01", "--to", "2026-01-01"]) == 2
    assert main(["indicators", "--from", "2026-05-01", "--as-of", "2026-01-01"]) == 2
    assert main(["indicators", "--program", "нет такой"]) == 2


def test_an_indicator_by_an_own_field_is_printed_with_its_groups(given, capsys):
    """Two families of three were asked; of the third it is not known, and that is no “no”."""
    field = a_field(kind="yes_no", title="Есть питомец")
    for answer, one in zip(("yes", "no"), Route.objects.order_by("pk"), strict=False):
        one.family = Family.objects.create()
        one.save()
        Detail.objects.create(route=one, family=one.family, field_id=field.id, chosen=[answer], on=date(2024, 5, 1))
    actions.publish_indicator(
        actor=SYSTEM, code="calls", title="Сигналы", measure="IND-01", filters={}, split=field.dimension
    )
    _said, lines = _lines(capsys, "--as-of", "2025-01-31")
    assert lines["calls", None]["by"] == [
        {"name": "Неизвестно", "value": 1}, {"name": "Нет", "value": 1}, {"name": "Да", "value": 1}
    ]  # fmt: skip
