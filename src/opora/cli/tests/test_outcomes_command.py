"""``outcomes`` as a program reads it and as a person reads it."""

import json
from datetime import date
from pathlib import Path

import pytest

from opora.__main__ import COMMANDS, main
from opora.access.rules import SYSTEM
from opora.common.tests.each import each
from opora.packs.actions import publish_practice
from opora.registry.actions import import_registry

pytestmark = pytest.mark.django_db(transaction=False)

REGISTRY = COMMANDS.parent / "registry" / "data" / "registry.xlsx"


@pytest.fixture
def ten_cases(monkeypatch):
    """The organization's workbook, imported."""
    publish_practice(actor=SYSTEM, folder=COMMANDS.parent / "packs" / "practices" / "support_and_shelter")
    import_registry(actor=SYSTEM, data=REGISTRY.read_bytes(), on=date(2026, 1, 1))
    monkeypatch.setattr("opora.config.ground.prepare", lambda **_: None)


def printed(capsys, *arguments):
    assert main(["outcomes", "--json", *arguments]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return json.loads(shown.out, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def test_the_json_is_the_one_agreed(ten_cases, capsys):
    support, centre = printed(capsys)["programs"]
    assert list(support)[:14] == [
        "name",
        "closed",
        "paired",
        "missing_exit",
        "rows",
        "entry_sum",
        "exit_sum",
        "change",
        "improved",
        "wilcoxon",
        "sign_test",
        "rank_biserial",
        "verdict",
        "findings",
    ]
    assert support["rows"][2] == {
        "department": "1 ЕФО МР",
        "parent": "С33",
        "children": ["С34", "Т8", "Т9", "С35"],
        "number": "27/2021 лд",
        "opened_on": "2021-11-11",
        "closed_on": "2022-05-26",
        "extended_to": None,
        "followed_up_on": None,
        "entry": 25,
        "exit": 10,
        "change": 15,
    }
    assert centre["rows"][0]["followed_up_on"] == "2022-03-30"
    assert (support["entry_sum"], support["exit_sum"]) == (150, 50)
    assert support["change"] == {
        "mean": 20,
        "median": 16,
        "min": 10,
        "max": 31,
        "hodges_lehmann": 20.5,
        "interval": [10, 31],
        "confidence": 0.9375,
    }
    assert support["improved"] == {"n": 5, "share": 1, "interval": pytest.approx([0.4781762498950185, 1], abs=1e-9)}
    assert support["wilcoxon"] == {"p_two_sided": 0.0625, "p_one_sided": 0.03125, "smallest_possible_p": 0.0625}
    assert support["sign_test"] == {"p_two_sided": 0.0625}
    assert support["rank_biserial"] == 1
    assert support["verdict"] == "данных недостаточно"
    assert {finding["code"] for program in (support, centre) for finding in program["findings"]} >= {
        "exits_alike",
        "numbers_out_of_order",
        "follow_up_late",
        "numbers_spelled_differently",
        "follow_up_without_score",
        "placement_not_recorded",
        "totals_without_items",
        "baselines_differ",
    }
    for finding in support["findings"]:
        assert finding["text"]
        assert set(finding["cases"]) <= {row["number"] for row in support["rows"]}


def test_a_program_a_period_and_a_pool_are_asked_for(ten_cases, capsys):
    (centre,) = printed(capsys, "--program", "кризисный центр", "--from", "08.03.2022", "--to", "2022-12-31")[
        "programs"
    ]
    assert [row["number"] for row in centre["rows"]] == ["2", "4"]
    assert printed(capsys, "--pooled")["pooled"]["change"]["hodges_lehmann"] == 8.5


def test_what_does_not_exist_is_null_with_its_reason(ten_cases, capsys):
    for program in each(printed(capsys, "--from", "2030-01-01")["programs"]):
        assert (program["closed"], program["rows"]) == (0, [])
        assert set(program["change"].values()) == {None}
        for path in ("change.mean", "change.interval", "wilcoxon.p_two_sided", "improved.share", "rank_biserial"):
            assert "Нет ни одного закрытого случая" in program["reasons"][path]


def test_a_person_gets_the_table_and_the_findings(ten_cases, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["outcomes"]) == 0
    shown = capsys.readouterr().out
    for words in ("Комплексное сопровождение", "И3", "27/2021 лд", "18.06.2021", "данных недостаточно", "0,03125"):
        assert words in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--program", "Нет такой"], "Кризисный центр"),
        (["--from", "вчера"], "вчера"),
        (["--from", "2023-01-01", "--to", "2022-01-01"], "--from"),
        (["--out", "report.docx"], ".pdf"),
        (["--out", "/nowhere/at/all/report.pdf"], "папк"),
        (["--public"], "--out"),
        (["--out", "report.xlsx", "--public"], "PDF"),
    ],
)
def test_a_mistake_is_one_clear_line(ten_cases, capsys, arguments, told):
    assert main(["outcomes", *arguments]) == 2
    answer = capsys.readouterr()
    assert answer.out == ""
    assert told in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_place_where_nothing_can_be_written_is_one_clear_line(ten_cases, capsys, tmp_path: Path):
    (tmp_path / "taken.pdf").mkdir()
    assert main(["outcomes", "--out", str(tmp_path / "taken.pdf")]) == 2
    assert "записать" in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["xlsx", "csv", "pdf"])
def test_a_report_is_written(ten_cases, tmp_path: Path, ending, capsys):
    file = tmp_path / f"outcomes.{ending}"
    assert main(["outcomes", "--out", str(file)]) == 0
    assert file.stat().st_size > 500
    assert capsys.readouterr().out == ""
