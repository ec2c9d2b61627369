"""The answer of a program in plain words: right in every state, without names of methods."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from opora.access.rules import SYSTEM
from opora.evidence import queries, words
from opora.evidence.actions import refresh_facts
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.rows import Cohort
from opora.evidence.tests import world
from opora.evidence.tests.factories import row, summarize_rows


def answered(pairs: list[tuple[int | None, int | None]]) -> ProgramOutcome:
    rows = [row(number, entry, exit_) for number, (entry, exit_) in enumerate(pairs, start=1)]
    return summarize_rows(rows, name="Сопровождение")


@pytest.mark.parametrize(
    ("pairs", "begins", "in_a_line"),
    [
        ([(20, 8)] * 12 + [(3, 5)], "Похоже, что да: слабых сторон меньше у 12 семей из 13", "согласуются"),
        ([(8, 20)] * 12, "Нет: на выходе у семей больше слабых сторон", "не согласуются"),
        ([(8, 8)] * 12, "Пока не видно: слабых сторон меньше у 0 семей из 12", "не согласуются"),
        ([(9, 5)] * 4, "Пока не сказать: оценены 4 семьи, а нужно хотя бы 6", "данных недостаточно"),
        ([(9, None)] * 4, "Пока не сказать: ни одну семью не оценили и на входе, и на выходе", "данных недостаточно"),
        ([(9, 5)] * 7 + [(9, None)] * 9, "Пока не сказать: большинство семей не оценили", "данных недостаточно"),
    ],
)
def test_the_answer_is_one_plain_sentence(
    pairs: list[tuple[int | None, int | None]], begins: str, in_a_line: str
) -> None:
    outcome = answered(pairs)
    with override("ru"):
        said = words.answer(outcome)
        assert said.startswith(begins)
        assert words.short_verdict(outcome.verdict) == in_a_line
        for plain in (said, words.why(outcome), words.in_a_line(outcome)):
            assert "Уилкоксон" not in plain and " p " not in plain and "доказ" not in plain


def test_chance_is_said_as_once_in_so_many_and_never_rarer_than_it_is() -> None:
    with override("ru"):
        # Six of six: two-sided p is 0,03125, that is once in 32.
        assert "одного раза на 20" in words.why(answered([(9, 5)] * 6))
        assert "одного раза на 1\u00a0000" in words.why(answered([(9, 5)] * 11))


def test_plain_figures_say_plus_and_minus_in_words() -> None:
    with override("ru"):
        better, worse = answered([(20, 8)] * 8), answered([(8, 20)] * 8)
        assert words.plain_figures(better, usual_days=None)[0].value == "на 12 меньше"
        assert words.plain_figures(worse, usual_days=None)[0].value == "на 12 больше"
        assert [one.value for one in words.plain_figures(answered([]), usual_days=240)] == ["8 месяцев"]
        assert [one.value for one in words.plain_figures(answered([]), usual_days=10)] == ["10 дней"]


@pytest.mark.django_db
def test_the_usual_length_is_the_day_by_which_half_were_closed() -> None:
    program = world.program()
    opened = date(2024, 1, 1)
    made = [
        world.case(in_program=program, opened_on=opened, closed_on=opened + timedelta(days=days))
        for days in (30, 90, 400)
    ]
    refresh_facts(case_ids=[case.pk for case in made])
    assert queries.usual_days(actor=SYSTEM, cohort=Cohort(), program_id=program.pk) == 90
    late = Cohort(closed_from=date(2025, 1, 1))
    assert queries.usual_days(actor=SYSTEM, cohort=late, program_id=program.pk) == 400
    assert queries.usual_days(actor=SYSTEM, cohort=Cohort(), program_id=program.pk + 1) is None
