"""What is said is whole, in good Russian, and never claims a proof."""

import re

import pytest
from django.utils import translation

from opora.common.tests.each import each
from opora.evidence import words
from opora.evidence.rules import Answer, Because, Sign, Undefined, Verdict
from opora.evidence.rules.findings import Baseline, Finding
from opora.evidence.tests.factories import summarize_rows

from .factories import row, shelter_rows, support_rows

PROVED = re.compile(r"доказан|подтвержд|\bprov(e|ed)\b", re.IGNORECASE)


@pytest.fixture(params=["ru", "en"], autouse=True)
def language(request):
    with translation.override(request.param):
        yield request.param


@pytest.fixture
def outcome():
    return summarize_rows(support_rows(), name="Сопровождение", others={"Центр": shelter_rows()})


def all_said(outcome):
    return [
        words.verdict(outcome.verdict),
        words.verdict_reason(outcome),
        words.children_reason(outcome),
        *words.caveats(outcome),
        *(words.finding_text(finding) for finding in outcome.findings),
        *(f"{line.label} {line.value} {line.note}" for line in words.lines(outcome)),
        *(f"{slot.label} {slot.text}" for slot in words.measure()),
    ]


def test_every_code_has_its_sentence(outcome):
    figures = dict.fromkeys(
        ["value", "cases", "total", "worst", "unknown", "children", "without_items", "without_assessor"], 3
    ) | {"without_sections": 3}
    for sign in Sign:
        finding = Finding(sign, 3, figures, (Baseline("П", 3, 12.2),))
        assert "%" not in words.finding_text(finding).replace("80%", "").replace("80 %", "")
        assert words.finding_title(finding)
    assert all(words.reason(why) for why in Undefined)
    assert len({words.verdict(Verdict(answer, Because.NO_PAIRS)) for answer in Answer}) == len(Answer)


@pytest.mark.parametrize("because", list(Because))
def test_every_reason_of_a_verdict_has_its_sentence(outcome, because):
    from dataclasses import replace

    verdict = Verdict(Answer.NOT_ENOUGH, because)
    said = replace(outcome, verdict=verdict, children_verdict=verdict)
    sentences = 0
    for say in (words.verdict_reason, words.children_reason):
        try:
            assert say(said)
            sentences += 1
        except KeyError:
            continue
    assert sentences == 1


def test_nothing_is_ever_proved(outcome):
    for sentence in each(all_said(outcome)):
        assert not PROVED.search(sentence), sentence
        assert "nan" not in sentence.lower()
        assert "None" not in sentence


def test_five_cases_are_told_what_they_cannot_show(outcome, language):
    said = words.verdict_reason(outcome).replace("\u00a0", " ")
    if language == "ru":
        assert words.verdict(outcome.verdict) == "данных недостаточно"
        assert "p = 0,0625" in said
        assert "хотя бы 6 пар" in said
    else:
        assert "p = 0.0625" in said


def test_an_empty_program_is_dashes_and_reasons(language):
    empty = summarize_rows([], name="П")
    said = all_said(empty)
    assert all("nan" not in sentence and "None" not in sentence for sentence in said)
    assert {line.code: line.value for line in words.lines(empty)}["wilcoxon"] == "–"


def test_missing_exits_are_told_with_their_bounds(language):
    rows = [row(n, 12, 6) for n in range(1, 8)] + [row(n, 30, None) for n in (8, 9, 10)]
    said = " ".join(words.caveats(summarize_rows(rows, name="П"))).replace("\u00a0", " ")
    if language == "ru":
        assert "70 %" in said
        assert "100 %" in said
        assert "12 у тех, кого оценили на выходе, и 30 у остальных" in said


def test_numbers_are_written_as_people_write_them(language):
    if language == "en":
        assert (words.number(20.5), words.p_value(0.03125)) == ("20.5", "0.03125")
        return
    assert [words.number(value) for value in (None, 20, 20.5, 12.04, -3)] == ["–", "20", "20,5", "12", "−3"]
    assert words.percent(0.4782).replace("\u00a0", " ") == "47,8 %"
    assert [words.p_value(p).replace("\u00a0", " ") for p in (0.0625, 0.00195, 0.0, 1.0, None)] == [
        "0,0625",
        "0,00195",
        "< 0,0001",
        "1",
        "–",
    ]
    assert words.interval((1, 19)) == "от 1 до 19"
    assert [words.days(n) for n in (1, 3, 10)] == ["1 день", "3 дня", "10 дней"]
    assert [words.part(1, n) for n in (1, 21, 4)] == ["1 из 1 случая", "1 из 21 случая", "1 из 4 случаев"]


def test_the_tables_have_the_columns_of_the_source(language):
    if language == "en":
        return
    assert [column.title for column in words.columns("support")] == [
        "№/№",
        "ОТДЕЛ",
        "шифр, род.",
        "Шифр,реб",
        "№ ДЕЛА",
        "ДАТА начало случая",
        "дата закрытие",
        "число слабых сторон, вход",
        "число слабых сторон выход",
        "динамика",
    ]
    assert [column.title for column in words.columns("shelter")][6:9] == [
        "продление",
        "дата выхода из КЦ, закрытие",
        "мониторинг через 6 месяцев",
    ]


def test_a_row_and_the_totals_stand_under_their_columns():
    outcome = summarize_rows(support_rows(), name="П")
    first = words.cells(outcome.rows[2], place=3, layout="support")
    assert first[:5] == (3, "1 ЕФО МР", "С33", "С34,Т8,Т9,С35", "27/2021 лд")
    assert first[-3:] == (25, 10, 15)
    assert list(words.totals(outcome))[-3:] == [150, 50, 100]
    for layout in words.COLUMNS:
        assert len(words.columns(layout)) == len(words.cells(outcome.rows[0], place=1, layout=layout))
