"""Every remark has a sentence, and every sentence finds its particulars."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from opora import registry
from opora.registry import words
from opora.registry.rules.issues import Issue

ROOM = Path(registry.__file__).parent
CALLS = r"(?:CellProblem|Unreadable|Note|\.reject|\.warn|\.issue|_reject|rejection)"
CODE = re.compile(rf'{CALLS}\(\s*(?:[\w.]+,\s*)*"(\w+)"|return "(\w+_\w+)"')


def codes_used():
    found = set()
    for path in (*ROOM.glob("rules/*.py"), *ROOM.glob("queries/*.py"), ROOM / "workbook.py"):
        for match in CODE.finditer(path.read_text(encoding="utf-8")):
            found.add(match[1] or match[2])
    return found


def test_every_remark_has_a_sentence():
    known = {*words.CELL_SENTENCES, *words.FILE_SENTENCES, "number_twice"}
    used = codes_used()
    assert len(used) > 10
    assert used <= known


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_repeated_number_names_the_other_row(language):
    place = {"sheet": "Лист2", "row": 7, "department": "1 ЕФО МР"}
    with translation.override(language):
        for alike in (True, False):
            issue = Issue("Лист1", 3, "№ ДЕЛА", "E", "17/2021лд", "number_twice", {**place, "alike": alike})
            assert "Лист2" in words.reason(issue)
            assert re.search(r"(?<!\d)7(?!\d)", words.reason(issue).replace("17/2021лд", ""))


def test_missing_columns_are_named_in_words():
    issue = Issue("Лист1", 1, "", "", None, "columns_missing", {"missing": ("entry", "number")})
    with translation.override("ru"):
        assert "«слабые стороны, вход», «№ дела»" in words.reason(issue)
