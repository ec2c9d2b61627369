"""The desk with real cases: what is printed, two people, what left before, files to the byte."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pypdf import PdfReader

from opora.access.rules import Actor, Role
from opora.audit.models import JournalEntry
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.indicators.models import Target
from opora.release import actions, queries
from opora.release.models import Release
from opora.release.queries import Asked
from opora.release.rules import Reason
from opora.release.tests.desk import YEAR, by_program, closed, person

pytestmark = pytest.mark.django_db
ON = date(2025, 2, 3)


@pytest.fixture
def analyst() -> Actor:
    return person("analyst", Role.ANALYST)


@pytest.fixture
def head() -> Actor:
    return person("head", Role.HEAD)


def released(analyst: Actor, head: Actor, asked: Asked) -> Release:
    made = actions.ask_for_release(actor=analyst, asked=asked, on=ON)
    return actions.let_go(actor=head, release_id=made.pk, on=ON)


def test_small_groups_are_hidden_and_what_would_give_them_away(analyst: Actor) -> None:
    closed(20, change=3)
    closed(12, change=0)
    closed(15, change=2, program="Приют")
    closed(2, change=0, program="Приют")
    found = queries.prepare(actor=analyst, asked=by_program())
    rows = {row[0].value: row[1:] for row in found.rows}
    assert rows["Приют"][1].reason is Reason.SMALL and rows["Приют"][1].value is None
    assert rows["Сопровождение"][0].reason is Reason.BESIDE
    assert rows["Приют"][-1].value is None, "a share would give the hidden number back"
    assert all(one["indicators"] == [] for one in [found.content()])
    assert "2" not in [value for row in found.content()["rows"] for value in row]


def test_large_groups_are_printed_with_their_share(analyst: Actor) -> None:
    closed(20, change=3)
    closed(12, change=0)
    found = queries.prepare(actor=analyst, asked=by_program())
    assert found.hidden == 0
    assert found.content()["columns"][0] == "Программа"
    row = found.content()["rows"][0]
    assert row == ["Сопровождение", 20, 12, 0, 32, 62.5]


def test_whoever_prepared_it_gives_no_second_word(analyst: Actor, head: Actor) -> None:
    closed(20, change=3)
    closed(12, change=0)
    made = actions.ask_for_release(actor=head, asked=by_program(), on=ON)
    with pytest.raises(Refused, match="сами"):
        actions.let_go(actor=head, release_id=made.pk, on=ON)
    with pytest.raises(NotFound):
        actions.take_file(actor=head, release_id=made.pk, kind="csv")
    actions.let_go(actor=analyst, release_id=made.pk, on=ON)
    with pytest.raises(Conflict):
        actions.send_back(actor=analyst, release_id=made.pk, why="Не те дни", on=ON)


def test_only_the_analyst_and_the_head_prepare(head: Actor) -> None:
    with pytest.raises(Refused):
        queries.prepare(actor=person("coordinator", Role.COORDINATOR), asked=by_program())


def test_the_files_are_kept_to_the_byte_and_journaled(analyst: Actor, head: Actor) -> None:
    closed(20, change=3)
    closed(12, change=0)
    made = released(analyst, head, by_program())
    _release, content = actions.take_file(actor=head, release_id=made.pk, kind="json")
    assert json.loads(content)["title"] == made.title
    kinds = dict(queries.files_of(made))
    assert set(kinds) == {"pdf", "csv", "xlsx", "json"} and kinds["json"] == made.sha256
    _release, table = actions.take_file(actor=head, release_id=made.pk, kind="csv")
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][0] == "Сопровождение" and "62,5" in rows[1]
    verbs = list(JournalEntry.objects.values_list("verb", flat=True))
    assert {"release.prepared", "release.released", "release.taken"} <= set(verbs)


def test_what_was_let_go_is_a_paper_that_can_be_read_aloud(analyst: Actor, head: Actor) -> None:
    """For donors who open no tables: the same numbers, what is hidden looks alike, and how it was counted."""
    closed(20, change=3)
    closed(12, change=0)
    closed(15, change=2, program="Приют")
    closed(2, change=0, program="Приют")
    made = released(analyst, head, by_program())
    _release, content = actions.take_file(actor=head, release_id=made.pk, kind="pdf")
    paper = PdfReader(io.BytesIO(content))
    catalogue: Any = paper.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in catalogue and catalogue["/Lang"] == "ru"
    text = " ".join("".join(page.extract_text() for page in paper.pages).split())
    assert made.title.split(":")[0] in text and f"№ {made.number}" in text and "Приют" in text
    assert all(line.split(".")[0] in text for line in made.content["about"])
    assert "Только для своих" not in text and "через выпуск" not in text


def test_a_few_families_later_the_same_table_hides_more(analyst: Actor, head: Actor) -> None:
    closed(20, change=3)
    closed(12, change=0)
    released(analyst, head, by_program(last=date(2024, 6, 30)))
    closed(2, change=3, on=date(2024, 8, 8))
    found = queries.prepare(actor=analyst, asked=by_program())
    assert Reason.EARLIER in found.reasons
    assert 22 not in found.content()["rows"][0] and 34 not in found.content()["rows"][0]


def test_what_left_meanwhile_is_looked_at_once_more(analyst: Actor, head: Actor) -> None:
    closed(20, change=3)
    closed(12, change=0)
    closed(2, change=3, on=date(2024, 8, 8))
    year = actions.ask_for_release(actor=analyst, asked=by_program(), on=ON)
    half = actions.ask_for_release(actor=analyst, asked=by_program(last=date(2024, 6, 30)), on=ON)
    actions.let_go(actor=head, release_id=half.pk, on=ON)
    with pytest.raises(Conflict, match="заново"):
        actions.let_go(actor=head, release_id=year.pk, on=ON)


def test_called_back_it_still_counts_for_later_ones(analyst: Actor, head: Actor) -> None:
    closed(20, change=3)
    closed(12, change=0)
    made = released(analyst, head, by_program(last=date(2024, 6, 30)))
    actions.call_back(actor=analyst, release_id=made.pk, why="Ошибка в названии", on=ON)
    with pytest.raises(NotFound):
        actions.take_file(actor=head, release_id=made.pk, kind="csv")
    closed(2, change=3, on=date(2024, 8, 8))
    assert Reason.EARLIER in queries.prepare(actor=analyst, asked=by_program()).reasons


def test_too_few_families_leave_no_table(analyst: Actor) -> None:
    closed(3, change=3)
    assert queries.prepare(actor=analyst, asked=by_program()).problem


def test_rows_have_no_codes_no_days_and_nobody_alone(analyst: Actor) -> None:
    closed(14, change=3)
    closed(9, change=0)
    closed(1, change=0, program="Приют")
    found = queries.prepare(actor=analyst, asked=Asked("rows", "", "", *YEAR))
    rows = [tuple(row) for row in found.content()["rows"]]
    assert all(rows.count(row) >= 5 for row in rows)
    assert {row[-1] for row in rows} == {"Да", "Нет"}
    assert "2024-05-06" not in json.dumps(found.content()["rows"]) and "Приют" not in {row[0] for row in rows}


def test_indicators_leave_with_their_target_and_which_way_is_better(analyst: Actor) -> None:
    closed(20, change=3)
    closed(12, change=0)
    Target.objects.create(indicator="IND-30", way="at_least", value=Decimal("0.7"), from_on=date(2024, 1, 1))
    facts = queries.prepare(actor=analyst, asked=Asked("indicators", "indicator", "answer", *YEAR)).content()[
        "indicators"
    ]
    told = {one["id"]: (one["target"], one["is_more_better"]) for one in facts}
    assert told["IND-30"] == (70.0, True) and told["IND-35"] == (None, False)


def test_the_limits_of_the_organization_hold(analyst: Actor, head: Actor) -> None:
    closed(20, change=3)
    closed(7, change=0)
    assert queries.prepare(actor=analyst, asked=by_program()).hidden == 0
    actions.set_limits(actor=head, least=8, least_for_shares=12, on=ON)
    assert Reason.SMALL in queries.prepare(actor=analyst, asked=by_program()).reasons
    with pytest.raises(Invalid):
        actions.set_limits(actor=head, least=2, least_for_shares=1, on=ON)
