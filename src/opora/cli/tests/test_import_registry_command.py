"""The command that brings a register in: its JSON, its exit codes, and silence where a program listens."""

import argparse
import json
from pathlib import Path

import pytest

from opora import registry
from opora.access.models import Department
from opora.assessments.models import Assessment
from opora.cases.models import Case
from opora.cases.tests import factories
from opora.cli import import_registry
from opora.common.errors import Refused
from opora.registry.tests.workbooks import SUPPORT_TITLES, line, table, workbook

pytestmark = pytest.mark.django_db
GOLDEN = Path(registry.__file__).parent / "data" / "registry.xlsx"


@pytest.fixture(autouse=True)
def house(db):
    home, center = factories.department("1 ЕФО МР"), factories.department("1 ЕФО КЦ", "{n}")
    return factories.program(home), factories.program(center, layout="shelter")


@pytest.fixture
def call(capsys):
    def run(*arguments):
        parser = argparse.ArgumentParser()
        import_registry.add_parser(parser.add_subparsers())
        code = import_registry.run(parser.parse_args(["import-registry", *map(str, arguments)]))
        said = capsys.readouterr()
        assert (code, said.err) == (0, "")
        return said.out

    return run


def test_the_ten_historical_cases_are_told_as_json(call):
    told = {"imported": 10, "updated": 0, "unchanged": 0, "rejected": [], "warnings": []}
    assert json.loads(call(GOLDEN, "--json", "--dry-run")) == told
    assert not Case.objects.exists()
    assert json.loads(call(GOLDEN, "--json")) == told
    assert json.loads(call(GOLDEN, "--json")) == {**told, "imported": 0, "unchanged": 10}


def test_a_rejected_row_is_told_by_place_value_and_reason(call, tmp_path):
    file = tmp_path / "реестр.xlsx"
    file.write_bytes(workbook({"Лист1": table(line(), line(number="18/2021лд", parent="C1", exit=-1, change=None))}))
    told = json.loads(call(file, "--json"))
    assert told["imported"] == 1
    (rejected,), (warning,) = told["rejected"], told["warnings"]
    assert list(rejected) == list(warning) == ["sheet", "row", "column", "value", "reason"]
    assert (rejected["sheet"], rejected["row"], rejected["value"]) == ("Лист1", 3, "-1")
    assert (warning["row"], warning["column"], warning["value"]) == (3, "шифр, род.", "C1")
    lines = call(file)
    assert rejected["reason"] in lines


def test_a_program_is_named_for_rows_that_do_not_say_theirs(call, house, tmp_path):
    file = tmp_path / "реестр.xlsx"
    file.write_bytes(workbook({"Лист1": table(line(department="Отдел помощи"))}))
    assert "--program" in call(file, "--dry-run")
    assert "--program" not in call(file, "--program", house[1].name.upper())
    assert Case.objects.get().program == house[1]
    assert Department.objects.filter(name="Отдел помощи").exists()
    with pytest.raises(Refused, match="нет такой"):
        call(file, "--program", "нет такой")


def two_exits(tmp_path):
    titles = {**SUPPORT_TITLES, "exit": "Число слабых сторон, на выходе", "again": "Сумма слабых сторон, выход"}
    file = tmp_path / "реестр.xlsx"
    file.write_bytes(workbook({"Лист1": table([*line(), 7], titles=titles)}))
    return file


@pytest.mark.parametrize("said", ['exit="Сумма слабых сторон, выход"', "exit=K", "EXIT=сумма слабых сторон выход"])
def test_which_of_two_columns_is_meant_is_said_by_an_option(call, tmp_path, said):
    file = two_exits(tmp_path)
    with pytest.raises(Refused) as caught:
        call(file)
    assert len(str(caught.value).splitlines()) == 1
    assert '--column exit="Число слабых сторон, на выходе"' in str(caught.value)
    call(file, "--column", said)
    assert Assessment.objects.get(point="exit").weak == 7
    assert json.loads(call(file, "--json"))["unchanged"] == 1


def test_an_option_that_names_no_column_is_refused(call, tmp_path):
    for said in ("exit=нет такого", "выход=K", "exit"):
        with pytest.raises(Refused):
            call(two_exits(tmp_path), "--column", said)


def test_updates_are_told_field_by_field(call, tmp_path):
    file = tmp_path / "реестр.xlsx"
    for entry, change in ((20, 10), (22, 12)):
        file.write_bytes(workbook({"Лист1": table(line(entry=entry, change=change))}))
        lines = call(file, "--dry-run")
        told = json.loads(call(file, "--json"))
    (update,) = told["updates"]
    assert update["changes"] == [{"field": "entry", "before": "20", "after": "22"}]
    assert "20 → 22" in lines


def test_an_emptied_cell_erases_by_an_option_only(call, tmp_path):
    file = tmp_path / "реестр.xlsx"
    file.write_bytes(workbook({"Лист1": table(line())}))
    call(file)
    file.write_bytes(workbook({"Лист1": table(line(exit=None, change=None))}))
    assert json.loads(call(file, "--json"))["updated"] == 0
    assert "--erase-emptied" in call(file)
    told = json.loads(call(file, "--json", "--erase-emptied"))
    assert told["updates"][0]["changes"] == [{"field": "exit", "before": "10", "after": None}]
    assert "--erase-emptied" not in call(file, "--erase-emptied")


@pytest.mark.parametrize("content", [b"", b"a;b;c", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_workbook_is_refused_in_one_line(call, tmp_path, content):
    file = tmp_path / "реестр.xlsx"
    file.write_bytes(content)
    with pytest.raises(Refused) as caught:
        call(file, "--json")
    assert len(str(caught.value).splitlines()) == 1


def test_a_file_that_is_not_there_is_refused_by_name(call, tmp_path):
    for missing in (tmp_path / "нет.xlsx", tmp_path):
        with pytest.raises(Refused, match=missing.name):
            call(missing)
