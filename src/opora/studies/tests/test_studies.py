"""First the hypothesis, then the data: what is stamped stays, what was not recorded is not tested."""

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import Error, transaction
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from opora.access.rules import SYSTEM, Actor
from opora.audit.models import JournalEntry
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.verdict import Answer, Because
from opora.evidence.tests.factories import row, summarize_rows
from opora.programs.models import Program
from opora.registry.tests.houses import bring_in_ten_cases
from opora.studies import actions, queries, words
from opora.studies.lapses import DONE, LAPSES
from opora.studies.models import Hypothesis, StudyDraft
from opora.studies.rules.hypothesis import OF_STEP, SLOTS, STEPS, fingerprint, missing, step_of
from opora.studies.rules.judging import on_wellbeing, regression

ON, LATER = date(2026, 11, 24), date(2026, 12, 24)


@pytest.fixture
def ten_cases() -> None:
    bring_in_ten_cases()


def said(**more: Any) -> dict[str, Any]:
    """Everything the six steps ask, in the words of the source document."""
    with translation.override("ru"):
        values: dict[str, Any] = {**words.usual_slots(), "question": "Становится ли семьям легче?"}
    values |= {"program": str(Program.objects.get(layout="support").pk), "parts": ["wellbeing", "children"], "least": 1}
    return {**values, "indicators": list(words.INDICATORS), **more}


def walked(values: Mapping[str, Any]) -> StudyDraft:
    draft = actions.begin(actor=SYSTEM, on=ON)
    for step in STEPS:
        told = {name: values.get(name) for name in OF_STEP[step]}
        draft = actions.keep_step(actor=SYSTEM, draft_id=draft.pk, step=step, values=told, revision=draft.revision)
    return draft


def registered(**more: Any) -> Hypothesis:
    return actions.register(actor=SYSTEM, draft_id=walked(said(**more)).pk, on=ON)


@pytest.mark.django_db
def test_the_ten_cases_answer_part_by_part(ten_cases: None) -> None:
    """Five cases of a program are too few, and where the children live was never recorded: neither is "no"."""
    made = registered()
    with pytest.raises(NotFound):
        queries.result_of(actor=SYSTEM, hypothesis=queries.hypothesis_in_sight(actor=SYSTEM, hypothesis_id=made.pk))
    actions.open_data(actor=SYSTEM, hypothesis_id=made.pk, on=ON)
    found = queries.hypothesis_in_sight(actor=SYSTEM, hypothesis_id=made.pk)
    result = queries.result_of(actor=SYSTEM, hypothesis=found)
    (wellbeing, first), (children, second) = result.parts
    assert (wellbeing, first.because) == ("wellbeing", Because.TOO_FEW)
    assert (children, second.because) == ("children", Because.NO_PLACEMENT)
    with translation.override("en"):
        assert words.answer(second) == "not testable: placement not recorded"
        reason = words.reason("wellbeing", first, result.outcome, 1)
        assert "5 of 5" in reason and "0.0625" in reason
    assert (result.fell.n, result.fell.total) == (5, 5)
    assert {finding.code for finding in result.outcome.findings} >= {"exits_alike", "placement_not_recorded"}


@pytest.mark.django_db
def test_all_nine_slots_are_needed_and_everything_lacking_is_said_at_once(ten_cases: None) -> None:
    draft = actions.begin(actor=SYSTEM, on=ON)
    with pytest.raises(Invalid) as refused:
        actions.register(actor=SYSTEM, draft_id=draft.pk, on=ON)
    assert set(refused.value.fields) == {*SLOTS, "question", "program", "parts", "indicators"}
    assert not Hypothesis.objects.exists()


@pytest.mark.django_db
def test_what_was_registered_is_stamped_journaled_and_never_changed(ten_cases: None) -> None:
    made = registered()
    assert made.sha256 == fingerprint(made.content, author=SYSTEM.name, on=ON)
    assert set(made.content["slots"]) == set(SLOTS) and made.closed_then == 5
    entry = JournalEntry.objects.get(verb="studies.registered")
    assert entry.data["sha256"] == made.sha256
    for change in (
        lambda: Hypothesis.objects.filter(pk=made.pk).update(least=3),
        lambda: Hypothesis.objects.filter(pk=made.pk).delete(),
    ):
        with pytest.raises(Error), transaction.atomic():
            change()
    again = registered(hypothesis="Иначе")
    assert again.number == made.number + 1 and again.sha256 != made.sha256
    assert not queries.drafts_of(actor=SYSTEM).exists()


@pytest.mark.django_db
def test_the_first_look_is_noted_once_and_after_the_stamp(ten_cases: None) -> None:
    made = registered()
    for day in (ON, LATER):
        actions.open_data(actor=SYSTEM, hypothesis_id=made.pk, on=day)
    found = queries.hypothesis_in_sight(actor=SYSTEM, hypothesis_id=made.pk)
    assert found.look.on == ON and found.look.at >= found.at
    assert JournalEntry.objects.filter(verb="studies.shown").count() == 1


@pytest.mark.django_db
def test_a_decision_follows_from_data_and_tells_its_effect_later(ten_cases: None) -> None:
    made = registered()
    decision = {"finding": "Выходы одинаковы", "change": "Оценивает второй специалист", "since": LATER, "owner": "Ким"}
    with pytest.raises(Conflict):
        actions.decide(actor=SYSTEM, hypothesis_id=made.pk, on=ON, **decision)
    actions.open_data(actor=SYSTEM, hypothesis_id=made.pk, on=ON)
    kept = actions.decide(actor=SYSTEM, hypothesis_id=made.pk, on=ON, **decision)
    with pytest.raises(Invalid):
        actions.tell_effect(actor=SYSTEM, decision_id=kept.pk, text="Рано", on=ON)
    actions.tell_effect(actor=SYSTEM, decision_id=kept.pk, text="Выходы стали разными", on=LATER)
    (line,) = queries.decisions(actor=SYSTEM)
    assert [effect.text for effect in line.effects.all()] == ["Выходы стали разными"]


@pytest.mark.django_db
def test_two_windows_do_not_overwrite_each_other(ten_cases: None) -> None:
    draft = walked(said())
    with pytest.raises(Conflict):
        actions.keep_step(actor=SYSTEM, draft_id=draft.pk, step="what", values={}, revision=draft.revision - 1)
    with pytest.raises(Invalid) as refused:
        wrong = {"from_on": LATER, "to_on": ON}
        actions.keep_step(actor=SYSTEM, draft_id=draft.pk, step="what", values=wrong)
    assert set(refused.value.fields) == {"to_on"}


@pytest.mark.django_db
def test_who_only_reads_outcomes_registers_nothing(ten_cases: None) -> None:
    manager = Actor(1, "Мария", frozenset({("case_manager", None)}))
    with pytest.raises(Refused):
        actions.begin(actor=manager, on=ON)
    with pytest.raises(NotFound):
        queries.hypotheses(actor=Actor(2, "Вера", frozenset({("volunteer", None)})))


@given(st.sets(st.sampled_from(sorted(SLOTS))))
def test_every_slot_that_lacks_is_named_with_its_step(filled: set[str]) -> None:
    lacking = missing({**dict.fromkeys(filled, "сказано"), "question": "?", "program": "1", "parts": ["wellbeing"]})
    assert set(lacking) == set(SLOTS) - filled | {"indicators"}
    assert [STEPS.index(step_of(name)) for name in lacking] == sorted(STEPS.index(step_of(name)) for name in lacking)


def fallen(*changes: int) -> ProgramOutcome:
    rows = [row(place, 20, 20 - change) for place, change in enumerate(changes, start=1)]
    return summarize_rows(rows, name="Сопровождение")


def test_a_hypothesis_that_asks_for_more_is_judged_by_more() -> None:
    outcome = fallen(*[4] * 20)
    assert outcome.verdict.answer is Answer.AGREE
    assert [on_wellbeing(outcome, least).answer for least in (1, 4, 5)] == [
        Answer.AGREE, Answer.AGREE, Answer.DISAGREE,
    ]  # fmt: skip
    few = fallen(1, 2, 1)
    assert on_wellbeing(few, 5) == few.verdict, "too few stay too few, whatever is asked for"


def agreed_of(falls_by: float, *, least: int = 1) -> int:
    """In how many of two hundred studies of twenty families the data agree, where weak sides fall by so many."""
    chance = random.Random(5)
    studies = (fallen(*(round(chance.gauss(falls_by, 3)) for _family in range(20))) for _study in range(200))
    return sum(on_wellbeing(one, least).answer is Answer.AGREE for one in studies)


def test_a_planted_fall_is_found_and_of_planted_nothings_hardly_any() -> None:
    """Of studies of nothing one in twenty may be taken for something by chance, and hardly more."""
    assert agreed_of(4) >= 190
    assert agreed_of(0) <= 16
    assert agreed_of(4, least=8) == 0, "it falls, but never by as much as that"


def test_regression_to_the_mean_by_hand() -> None:
    """Entry 30, usual 20, half of the distance stays: 25 expected, so 5 of a fall of 8 need no help, 3 are left."""
    one = regression(entry=30, change=8, usual=20, rho=0.5)
    assert (one.expected, one.remains) == (5, 3)
    assert regression(entry=10, change=2, usual=20, rho=0.5).expected == 0, (
        "who came better than usual falls not at all"
    )


@pytest.mark.parametrize("language", ["ru", "en"])
def test_nothing_is_ever_proved(language: str) -> None:
    with translation.override(language):
        outcome = fallen(*[4] * 20)
        told = [*words.usual_slots().values(), words.answer(outcome.verdict)]
        told += [words.reason(part, outcome.verdict, outcome, 3) for part in ("wellbeing",)]
        told += [words.remains(one) for _rho, one in words.regressions(outcome, 5)]
        told += [words.answer(replace(outcome.verdict, because=because)) for because in Because]
    assert not re.search(r"доказ|подтвержд|значимо|\bprov(e|ed)\b|\bconfirmed\b", " ".join(told), re.IGNORECASE)


@pytest.mark.django_db
def test_a_step_begun_of_an_analysis_that_was_given_up_can_be_sent_no_more() -> None:
    going_on = StudyDraft.objects.create(begun_on=date(2026, 11, 1))
    given_up = StudyDraft.objects.create(begun_on=date(2026, 11, 1), is_done=True)
    steps = [{"analysis_id": str(one.pk), "step": "question"} for one in (going_on, given_up)]
    (lapse,) = LAPSES
    assert lapse.ask(steps) == ["", DONE] and DONE in lapse.said
